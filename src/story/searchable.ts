/** Everything of a story that search can find, with the texts that find it: one row a kind of thing. */
import type { Hit } from './search';
import type { Interval, Precision, Story } from './story';
import type { StoryDetail } from './story-detail';

export interface Searchable {
  hit: Hit;
  /** What finds it beside its title. */
  text: string[];
  /** The titles of the two ends of a link. */
  ends?: string[];
}

type Dated = Interval & { precision: Precision };
type DayWords = (dated: Dated) => string;

export function everySearchable(story: Story, detail: StoryDetail | null): Searchable[] {
  const days = dayWordsIn(story.locale);
  return [
    ...threads(story),
    ...events(story, detail, days),
    ...summits(story, detail, days),
    ...nodes(story, detail, days),
    ...links(story, detail),
    ...(detail ? [...people(detail), ...terms(detail), ...sources(detail, days)] : []),
  ];
}

const threads = (story: Story): Searchable[] =>
  story.threads.map(({ id, label, about }) => ({
    hit: { kind: 'thread', id, title: label, context: '' },
    text: [about],
  }));

function events(story: Story, detail: StoryDetail | null, days: DayWords): Searchable[] {
  const label = new Map(story.threads.map((thread) => [thread.id, thread.label]));
  return story.events.map((event) => {
    const { id, title, t, t0, t1, precision } = event;
    const told = detail?.events[id];
    return {
      hit: { kind: 'event', id, title, context: '', t, when: { t0, t1, precision } },
      text: [
        event.label,
        ...event.threads.map((thread) => label.get(thread) ?? ''),
        days(event),
        told?.summary ?? '',
        told?.note ?? '',
      ],
    };
  });
}

function summits(story: Story, detail: StoryDetail | null, days: DayWords): Searchable[] {
  return story.summits.map((summit) => {
    const { id, place, number, host, format, t, t0, t1 } = summit;
    const when: Dated = { t0, t1, precision: 'day' };
    const told = detail?.summits[id];
    return {
      hit: { kind: 'summit', id, title: place, context: String(number), t, when },
      text: [
        String(number),
        host,
        format,
        days(when),
        told?.venue ?? '',
        told?.summary ?? '',
        told?.note ?? '',
      ],
    };
  });
}

function nodes(story: Story, detail: StoryDetail | null, days: DayWords): Searchable[] {
  const column = new Map(story.columns.map(({ id, label }) => [id, label]));
  return story.nodes.map((node) => {
    const { id, label, t, dated } = node;
    const told = detail?.nodes[id];
    const context = column.get(node.column) ?? '';
    return {
      hit: { kind: 'node', id, title: label, context, t, ...(dated && { when: dated }) },
      text: [context, told?.official ?? '', told?.summary ?? '', dated ? days(dated) : ''],
    };
  });
}

function links(story: Story, detail: StoryDetail | null): Searchable[] {
  const label = new Map(story.nodes.map(({ id, label }) => [id, label]));
  return story.links.map(({ id, source, target }) => {
    const ends = [label.get(source) ?? source, label.get(target) ?? target];
    return {
      hit: { kind: 'link', id, title: ends.join(' → '), context: '' },
      text: [detail?.links[id]?.why ?? ''],
      ends,
    };
  });
}

const people = (detail: StoryDetail): Searchable[] =>
  detail.people.map(({ id, name, role, note, said }) => ({
    hit: { kind: 'person', id, title: name, context: role },
    text: [role, note, ...said.flatMap(({ text, quote }) => [text, quote])],
  }));

const terms = (detail: StoryDetail): Searchable[] =>
  detail.glossary.map(({ id, term, meaning, variants, caution }) => ({
    hit: { kind: 'term', id, title: term, context: '' },
    text: [variants, meaning, caution],
  }));

const sources = (detail: StoryDetail, days: DayWords): Searchable[] =>
  Object.values(detail.sources).map(({ id, title, publisher, date, note }) => ({
    hit: { kind: 'source', id, title, context: publisher, ...(date && { when: date }) },
    text: [publisher, id, note, date ? days(date) : ''],
  }));

/** Makes the words a reader may type for a date: "15 November 1975", "November 1975" or "1975". */
function dayWordsIn(locale: string): DayWords {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', ...options });
  const day = format({ month: 'long', day: 'numeric' });
  const by = { year: format({}), month: format({ month: 'long' }), day, minute: day };
  return ({ t0, t1, precision }) =>
    `${by[precision].format(t0)} ${by[precision].format(Math.max(t0, t1 - 1))}`;
}
