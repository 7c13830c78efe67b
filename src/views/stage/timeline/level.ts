/**
 * One level of detail of all events, in sorted arrays; and what of it stands in a period. To find a level takes about
 * as many steps as there are events, once; to ask it for a period, as many as it answers with.
 */
import { bisectLeft } from 'd3-array';
import { gatherHidden, type Counts } from './gather';
import type { Cluster, Shown, TimelineIndex, TimelineLayout } from './layout';
import { takePlaces } from './take';
import { Reach } from '@/story/reach';

export interface LevelRoom {
  /** Length of the axis, px. */
  length: number;
  /** Whole zoom level: the story is 2^level stages long. */
  level: number;
}

export interface TimelineLevel {
  index: TimelineIndex;
  room: LevelRoom;
  /** Numbers of the shown events, rising; their times; and how far they reach. */
  shown: Int32Array;
  times: Float64Array;
  reach: Reach;
  /** The rows of shown event n: `rows` from `rowsAt[n]` up to `rowsAt[n + 1]`. */
  rows: Int32Array;
  rowsAt: Int32Array;
  counts: Counts;
}

/** Finds a level; `first` (ids) choose before all others, whatever their importance. Pure. */
export function findLevel(index: TimelineIndex, room: LevelRoom, first: ReadonlySet<string>): TimelineLevel {
  const { events, places } = index;
  const x = places.map((place) => place * room.length * 2 ** room.level);
  const early = new Set([...first].flatMap((id) => index.number.get(id) ?? []));
  const taken = takePlaces(index, x, early);
  const next = taken.marks.map(() => 0);
  const shown: number[] = [];
  const rows: number[] = [];
  const rowsAt = [0];
  const hidden: number[] = [];
  for (let i = 0; i < events.length; i++) {
    const before = rows.length;
    for (let k = index.rowsAt[i] ?? 0; k < (index.rowsAt[i + 1] ?? 0); k++) {
      const row = index.rows[k] ?? 0;
      if (taken.marks[row]?.[next[row] ?? 0] !== i) continue;
      rows.push(row);
      next[row] = (next[row] ?? 0) + 1;
    }
    const lanes = (index.rowsAt[i + 1] ?? 0) - (index.rowsAt[i] ?? 0);
    if (rows.length === before && lanes > 0) hidden.push(i);
    else {
      shown.push(i);
      rowsAt.push(rows.length);
    }
  }
  return {
    index,
    room,
    shown: Int32Array.from(shown),
    times: Float64Array.from(shown, (i) => events[i]?.t ?? 0),
    reach: new Reach(shown.map((i) => events[i]).filter((event) => event !== undefined)),
    rows: Int32Array.from(rows),
    rowsAt: Int32Array.from(rowsAt),
    counts: gatherHidden(index, x, taken, hidden),
  };
}

/**
 * What of a level stands in [t0, t1), ms UTC, or reaches into it, and whatever of `kept` (ids of events and counts)
 * is shown; in time order.
 */
export function timelineIn(
  level: TimelineLevel,
  [t0, t1]: readonly [number, number],
  kept: ReadonlySet<string> = NOTHING,
): TimelineLayout {
  const { times, counts, index } = level;
  const [a, b] = [bisectLeft(times, t0), bisectLeft(times, t1)];
  const numbers = [...level.reach.into(0, a, t0, t1)];
  for (let n = a; n < b; n++) numbers.push(n);
  numbers.push(...level.reach.into(b, times.length, t0, t1));
  const clusters: Cluster[] = [];
  for (let n = bisectLeft(counts.times, t0); n < bisectLeft(counts.times, t1); n++)
    clusters.push(counts.cluster(n));
  for (const id of kept) {
    const n = shownAt(level, id);
    if (n !== null && !numbers.includes(n)) numbers.push(n);
    const cluster = counts.find(id);
    if (cluster && !clusters.includes(cluster)) clusters.push(cluster);
  }
  numbers.sort((m, n) => m - n);
  clusters.sort((m, n) => m.t - n.t || m.row - n.row);
  return { lanes: index.lanes, shown: numbers.map((n) => shownMark(level, n)), clusters };
}

/** All of a level. */
export const wholeLevel = (level: TimelineLevel): TimelineLayout => timelineIn(level, [-Infinity, Infinity]);

/** The mark of shown event `n`. */
export const shownMark = ({ index, shown, rows, rowsAt }: TimelineLevel, n: number): Shown => ({
  event: index.events[shown[n] ?? 0] as Shown['event'],
  rows: [...rows.subarray(rowsAt[n], rowsAt[n + 1])],
});

/** Which of the shown events an id stands for; null if it is counted, or no event. */
export function shownAt({ index, shown }: TimelineLevel, id: string): number | null {
  const i = index.number.get(id);
  if (i === undefined) return null;
  const n = bisectLeft(shown, i);
  return shown[n] === i ? n : null;
}

/** Whether an id stands for an event that is only counted. */
export const isCounted = (level: TimelineLevel, id: string | null | undefined): boolean =>
  typeof id === 'string' && level.index.number.has(id) && shownAt(level, id) === null;

const NOTHING: ReadonlySet<string> = new Set();
