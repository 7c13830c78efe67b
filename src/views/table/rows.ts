/** The story as rows of two tables: everything there is, filtered and sorted. Pure; words come from outside. */
import { threadColour } from '@/story/colours';
import { fold } from '@/story/fold-text';
import type { EventKind, FlowLink, Interval, Precision, Story, StoryEvent, Summit } from '@/story/story';

export const EVENT_COLUMNS = ['when', 'title', 'kind', 'threads', 'importance'] as const;
export const LINK_COLUMNS = ['from', 'to', 'threads', 'weight'] as const;
export type ColumnId = (typeof EVENT_COLUMNS)[number] | (typeof LINK_COLUMNS)[number];

export interface Cell {
  text: string;
  /** What the column is sorted by. */
  sort: string | number;
  /** For machines: the first day, month or year. */
  datetime?: string;
}

export interface Row extends Interval {
  kind: 'event' | 'summit' | 'link';
  id: string;
  /** The name of its button; begins with the words that the button shows. */
  name: string;
  threads: { id: string; label: string; colour: string }[];
  cells: Partial<Record<ColumnId, Cell>>;
  /** All its words, folded: what the filter looks in. */
  folded: string;
}

/** The words of the interface that rows are made of. */
export interface Phrases {
  date: (date: Interval & { precision: Precision }) => string;
  kind: (kind: EventKind | 'summit') => string;
  summit: (summit: Summit) => string;
  importance: (importance: StoryEvent['importance'] | null) => string;
  weight: (link: FlowLink) => string;
  link: (from: string, to: string) => string;
  noThread: string;
}

/** A row for each event and each summit, in time order. */
export function eventRows(story: Story, say: Phrases): Row[] {
  const row = (
    thing: Interval & {
      id: string;
      precision: Precision;
      threads: string[];
      importance: StoryEvent['importance'] | null;
    },
    title: string,
    kind: EventKind | 'summit',
  ): Row =>
    finish(story, say, thing.threads, {
      kind: kind === 'summit' ? 'summit' : 'event',
      id: thing.id,
      name: title,
      t0: thing.t0,
      t1: thing.t1,
      cells: {
        when: { text: say.date(thing), sort: thing.t0, datetime: isoDate(thing.t0, thing.precision) },
        title: { text: title, sort: title },
        kind: { text: say.kind(kind), sort: say.kind(kind) },
        // What has no rank stands after all that has one.
        importance: { text: say.importance(thing.importance), sort: thing.importance ?? 9 },
      },
    });
  const events = story.events.map((event) => row(event, event.title, event.kind));
  const summits = story.summits.map((summit) =>
    row({ ...summit, precision: 'day', threads: [], importance: null }, say.summit(summit), 'summit'),
  );
  return [...events, ...summits].sort((a, b) => a.t0 - b.t0);
}

/** A row for each link of the flow, in the story’s order. */
export function linkRows(story: Story, say: Phrases): Row[] {
  const nodes = new Map(story.nodes.map((node) => [node.id, node]));
  return story.links.map((link) => {
    const [source, target] = [nodes.get(link.source), nodes.get(link.target)];
    const from = source?.label ?? link.source;
    const to = target?.label ?? link.target;
    return finish(story, say, link.threads, {
      kind: 'link',
      id: link.id,
      name: say.link(from, to),
      t0: source?.t ?? story.t0,
      t1: target?.t ?? story.t1,
      cells: {
        from: { text: from, sort: from },
        to: { text: to, sort: to },
        weight: { text: say.weight(link), sort: link.weight },
      },
    });
  });
}

/** Adds what every row has: its threads, and the words to look for. */
function finish(
  story: Story,
  say: Phrases,
  ids: readonly string[],
  row: Omit<Row, 'threads' | 'folded'>,
): Row {
  const threads = story.threads
    .filter(({ id }) => ids.includes(id))
    .map(({ id, label }) => ({ id, label, colour: threadColour(story, id) }));
  const text = threads.map(({ label }) => label).join(', ') || say.noThread;
  const cells = { ...row.cells, threads: { text, sort: text } };
  return {
    ...row,
    threads,
    cells,
    folded: fold(
      Object.values(cells)
        .map((cell) => cell.text)
        .join(' '),
    ),
  };
}

const isoDate = (t: number, precision: Precision): string =>
  new Date(t).toISOString().slice(0, { year: 4, month: 7, day: 10, minute: 10 }[precision]);
