/** Which sheets a handout has, in their order, and what stands on each. Pure. */
import type { ClassT } from '@/i18n/load-class-words';
import type { Words } from '@/i18n/words';
import type { Paper } from '@/state/handout.svelte';
import type { Story } from '@/story/story';
import type { PartId } from './choices';
import { roomOf, SHEET_HEAD } from './paper';
import { NAMES } from './timeline/columns';
import { timelinePages, type TimelinePage } from './timeline/pages';

interface Common {
  part: PartId;
  title: string;
  /** What stands beside the title. */
  note: string;
  turned: boolean;
  /** The query string of what it shows, in colour and in motion. */
  query: string;
}
export type SheetPlan = Common &
  ({ kind: 'timeline'; page: TimelinePage; before: string; after: string } | { kind: 'flow' });

export interface PlanOptions {
  story: Story;
  words: Words;
  t: ClassT;
  parts: readonly PartId[];
  paper: Paper;
  /** px of a measured block of words, by its group and its id. */
  heightOf: (group: string, id: string) => number;
}

export function planSheets(options: PlanOptions): SheetPlan[] {
  return options.parts.flatMap((part) => {
    if (part === 'timeline') return timelineSheets(options);
    if (part === 'flow') return flowSheets(options);
    return [];
  });
}

function timelineSheets({ story, words, t, paper, heightOf }: PlanOptions): SheetPlan[] {
  const height = roomOf(paper, false).height - SHEET_HEAD - NAMES(story.threads.length + 1);
  const rows = story.events.map(({ id, t }) => ({ id, t, height: heightOf('timeline', id) }));
  const pages = timelinePages(story.chapters, rows, height);
  const period = ({ t0, t1 }: TimelinePage) => words.period(t0, t1);
  return pages.map((page, i) => {
    const [before, after] = [pages[i - 1], pages[i + 1]];
    return {
      kind: 'timeline',
      part: 'timeline',
      page,
      before: before ? t('print.from-before', { period: period(before) }) : '',
      after: after ? t('print.goes-on', { period: period(after) }) : '',
      title: period(page),
      note: t('print.sheet-of', { n: i + 1, count: pages.length }),
      turned: false,
      query: `?from=${isoDay(page.t0)}&to=${isoDay(page.t1 - 1)}`,
    };
  });
}

function flowSheets({ story, t }: PlanOptions): SheetPlan[] {
  if (story.links.length === 0) return [];
  return [
    { kind: 'flow', part: 'flow', title: t('print.flow-title'), note: '', turned: true, query: '?view=flow' },
  ];
}

const isoDay = (t: number): string => new Date(t).toISOString().slice(0, 10);
