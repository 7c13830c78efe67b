/** What a row says, in the words of the interface. Pure. */
import type { Words } from '@/i18n/words';
import type { Story } from '@/story/story';
import { dotsOf, type Lane } from './lanes';
import type { NodeRow, Row } from './rows';
import { stampOf } from './stamp';

export interface RowWords {
  title: string;
  /** Language of titles and columns where it is not the interface’s. */
  lang: string | undefined;
  /** Empty for what has no date. */
  date: string;
  /** The date as machines read it. */
  stamp: string;
  /** How many documented facts come in and go out; empty for all but nodes. */
  facts: string;
  /** The threads it belongs to: what the dots say to those who do not see them. */
  threads: string;
}

export const rowWords = (row: Row, lanes: readonly Lane[], story: Story, words: Words): RowWords => ({
  title: titleOf(row, words),
  lang: story.locale === words.locale ? undefined : story.locale,
  date: dateOf(row, words),
  stamp: stampOf(row),
  facts: row.kind === 'node' ? factsOf(row, words) : '',
  threads: words.list(
    dotsOf(lanes, row).flatMap((lane) => (lanes[lane] ? [nameOf(lanes[lane], words)] : [])),
  ),
});

/** A thread, or the group. */
export const nameOf = (lane: Lane, words: Words): string => lane.label || words.t('stage.group');

function titleOf(row: Row, words: Words): string {
  if (row.kind === 'event') return row.event.title;
  if (row.kind === 'node') return row.node.label;
  const { held, number, place } = row.summit;
  return words.t(held ? 'table.summit' : 'table.summit-not-held', { number: String(number), place });
}

function dateOf(row: Row, words: Words): string {
  if (row.kind === 'event') return words.date(row.event);
  if (row.kind === 'summit') return words.date({ ...row.summit, precision: 'day' });
  if (row.undated) return '';
  return row.node.dated ? words.date(row.node.dated) : words.day(row.t);
}

function factsOf({ facts }: NodeRow, words: Words): string {
  const [into, out] = [facts.in, facts.out].map((n) => (n > 0 ? words.t('key.facts', { n }) : ''));
  if (into && out) return words.t('threads.facts-both', { in: into, out });
  return into ? words.t('threads.facts-in', { in: into }) : out ? words.t('threads.facts-out', { out }) : '';
}
