/**
 * The rows of the list, in time order, and the sections they stand in. Pure.
 *
 * Everything that has a place in time is a row: every event, every leaders’ summit and every node of the flow. What
 * an event tells as well (a summit’s first meeting, a statement of 2024) still is one, for it can be chosen, found
 * and traced by itself; it only ranks lower, so that a reader who asks for little is told each thing once. Links are
 * no rows: a link lies between two times. Nodes of other meetings are rows while they are shown at all.
 */
import type { Chapter, FlowNode, Interval, Story, StoryEvent, Summit } from '@/story/story';

/** How much a row matters: 1 is told first, 4 last. */
export type Rank = 1 | 2 | 3 | 4;

interface Placed {
  id: string;
  /** Where it stands in time, ms UTC. */
  t: number;
  rank: Rank;
  threads: readonly string[];
}
export interface EventRow extends Placed {
  kind: 'event';
  event: StoryEvent;
}
export interface SummitRow extends Placed {
  kind: 'summit';
  summit: Summit;
}
export interface NodeRow extends Placed {
  kind: 'node';
  node: FlowNode;
  /** Its column says no date, so neither does the row. */
  undated: boolean;
  column: string;
  /** Documented facts that came in and went out. */
  facts: { in: number; out: number };
}
export type Row = EventRow | SummitRow | NodeRow;

/** A stretch of the list under one heading. */
export interface Section extends Interval {
  id: string;
  /** The chapter’s name; empty for a part of a chapter, which is named by its years. */
  label: string;
  rows: Row[];
}

const NO_THREADS: readonly string[] = [];
const KINDS: Row['kind'][] = ['event', 'summit', 'node'];

/** All rows of a story by time; of one instant events come first, then the summit, then nodes. */
export function rowsOf(story: Story, others: boolean): Row[] {
  const columns = new Map(story.columns.map((column) => [column.id, column]));
  const asked = story.columns.find((column) => column.strong)?.t ?? -Infinity;
  const weigh = (id: string, end: 'source' | 'target') =>
    story.links.reduce((sum, link) => sum + (link[end] === id ? link.weight : 0), 0);

  const rows: Row[] = [
    ...story.summits.map((summit): Row => ({
      kind: 'summit',
      id: summit.id,
      t: summit.t,
      rank: 4,
      threads: NO_THREADS,
      summit,
    })),
    ...story.events.map((event): Row => ({
      kind: 'event',
      id: event.id,
      t: event.t,
      rank: event.importance,
      threads: event.threads,
      event,
    })),
    ...story.nodes
      .filter((node) => others || !node.offstage)
      .map((node): Row => {
        const column = columns.get(node.column);
        return {
          kind: 'node',
          id: node.id,
          t: node.t,
          // What led up to the first request of the leaders is told by events too.
          rank: column?.strong && !node.offstage ? 1 : node.t < asked ? 3 : 2,
          threads: node.threads,
          node,
          undated: !node.dated && (column?.undated ?? true),
          column: column?.label ?? '',
          facts: { in: weigh(node.id, 'target'), out: weigh(node.id, 'source') },
        };
      }),
  ];
  const place = new Map(rows.map((row, i) => [row, i]));
  const order = (row: Row) => place.get(row) ?? 0;
  return rows.sort(
    (a, b) => a.t - b.t || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || order(a) - order(b),
  );
}

const YEAR = 365.25 * 864e5;
/** A chapter of more years than this is read in parts of as many. */
const PART = 20;

/** The rows under their headings: one a chapter, or one each twenty years where a chapter is that long. */
export function sectionsOf(chapters: readonly Chapter[], rows: readonly Row[]): Section[] {
  const sections = chapters.flatMap((chapter): Section[] => partsOf(chapter));
  for (const row of rows) {
    const section = sections.findLast(({ t0 }) => t0 <= row.t) ?? sections[0];
    section?.rows.push(row);
  }
  return sections;
}

function partsOf({ id, label, t0, t1 }: Chapter): Section[] {
  if (t1 - t0 <= (PART + 5) * YEAR) return [{ id, label, t0, t1, rows: [] }];
  const parts: Section[] = [];
  for (let start = t0; start < t1;) {
    const next = Date.UTC(new Date(start).getUTCFullYear() + PART, 0, 1);
    // A rest of a few years is not worth a heading.
    const end = t1 - next < 5 * YEAR ? t1 : next;
    parts.push({
      id: start === t0 ? id : `${id}-${parts.length + 1}`,
      label: '',
      t0: start,
      t1: end,
      rows: [],
    });
    start = end;
  }
  return parts;
}
