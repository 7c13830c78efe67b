/**
 * The events at one whole zoom level: which lane, which are shown, which are counted, which may have a headline.
 * Everything is measured at the level's smallest zoom, so that nothing overlaps anywhere within the level and a pan
 * changes nothing. The law: every event is either shown or counted in exactly one cluster.
 */
import type { Story, StoryEvent } from '@/story/story';
import { placeOf, type Warp } from '@/time/warp';

export interface Lane {
  /** A thread’s id; null is the life of the group itself. */
  id: string | null;
  row: number;
  since: number;
}

export interface Shown {
  event: StoryEvent;
  /** Rows of its lanes, rising. */
  rows: number[];
}

export interface Cluster {
  id: string;
  events: StoryEvent[];
  row: number;
  /** Where its count stands on the axis: beside the mark that took the room. */
  t: number;
  /** From the first to the last thing it holds or stands beside, ms UTC. */
  t0: number;
  t1: number;
}

export interface TimelineLayout {
  lanes: Lane[];
  shown: Shown[];
  clusters: Cluster[];
}

export interface TimelineRoom {
  warp: Warp;
  /** Length of the axis, px. */
  length: number;
  /** Whole zoom level: the story is 2^level stages long. */
  level: number;
}

/** Least distance of two marks on a lane, and of two counts, px. */
export const MARK_GAP = 13;
export const COUNT_GAP = 30;

/** Lays the events out; `first` (ids) choose before all others, whatever their importance. Pure. */
export function layoutTimeline(story: Story, room: TimelineRoom, first: ReadonlySet<string>): TimelineLayout {
  const lanes = lanesOf(story);
  const rowOf = new Map(lanes.map((lane) => [lane.id, lane.row]));
  const world = (t: number) => placeOf(room.warp, t) * room.length * 2 ** room.level;
  const taken: { x: number; shown: Shown }[][] = lanes.map(() => []);
  const shown: Shown[] = [];
  const hidden: { event: StoryEvent; row: number; by: Shown }[] = [];

  const order = [...story.events].sort(
    (a, b) => Number(first.has(b.id)) - Number(first.has(a.id)) || a.importance - b.importance || a.t - b.t,
  );
  for (const event of order) {
    const x = world(event.t);
    const all = rowsOf(event, rowOf);
    const isFree = (row: number) => (taken[row] ?? []).every((mark) => Math.abs(mark.x - x) >= MARK_GAP);
    // A lane never loses its only mark to another lane: where one is taken, the event shows on those that are free.
    const rows = all.filter(isFree);
    const blocked = all
      .flatMap((row) =>
        (taken[row] ?? []).map((mark) => ({ row, by: mark.shown, distance: Math.abs(mark.x - x) })),
      )
      .filter(({ distance }) => distance < MARK_GAP)
      .sort((a, b) => a.distance - b.distance)[0];
    if (rows.length === 0 && blocked) {
      hidden.push({ event, row: blocked.row, by: blocked.by });
      continue;
    }
    const mark: Shown = { event, rows };
    shown.push(mark);
    for (const row of rows) taken[row]?.push({ x, shown: mark });
  }
  // One order whoever chose first: a mark that moves in the document would lose the focus.
  shown.sort((a, b) => a.event.t - b.event.t || (a.event.id < b.event.id ? -1 : 1));
  return { lanes, shown, clusters: gather(hidden, world) };
}

function lanesOf(story: Story): Lane[] {
  const lanes: Lane[] = story.threads.map((thread, row) => ({ id: thread.id, row, since: thread.since }));
  const own = story.events.filter((event) => event.threads.length === 0);
  if (own.length > 0)
    lanes.push({ id: null, row: lanes.length, since: Math.min(...own.map((event) => event.t)) });
  return lanes;
}

function rowsOf(event: StoryEvent, rowOf: ReadonlyMap<string | null, number>): number[] {
  const ids: (string | null)[] = event.threads.length > 0 ? event.threads : [null];
  return ids.flatMap((id) => rowOf.get(id) ?? []).sort((a, b) => a - b);
}

/** Counts beside the same mark, or too close on one lane to be read apart, become one. */
function gather(
  hidden: readonly { event: StoryEvent; row: number; by: Shown }[],
  world: (t: number) => number,
): Cluster[] {
  const clusters: Cluster[] = [];
  const sorted = [...hidden].sort((a, b) => a.row - b.row || a.by.event.t - b.by.event.t);
  for (const { event, row, by } of sorted) {
    const last = clusters.at(-1);
    const t0 = Math.min(event.t0, by.event.t0);
    const t1 = Math.max(event.t1, by.event.t1);
    if (last && last.row === row && world(by.event.t) - world(last.t) < COUNT_GAP) {
      last.events.push(event);
      last.t0 = Math.min(last.t0, t0);
      last.t1 = Math.max(last.t1, t1);
    } else {
      clusters.push({ id: `near-${by.event.id}-${row}`, events: [event], row, t: by.event.t, t0, t1 });
    }
  }
  for (const cluster of clusters) cluster.events.sort((a, b) => a.t - b.t);
  return clusters.sort((a, b) => a.t - b.t || a.row - b.row);
}
