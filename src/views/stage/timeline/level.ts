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
  const many = index.events.length;
  const scale = room.length * 2 ** room.level;
  const x = index.places.map((place) => place * scale);
  const early = new Set([...first].flatMap((id) => index.number.get(id) ?? []));
  const taken = takePlaces(index, x, early);
  const next = new Int32Array(taken.marks.length);
  const shown = new Int32Array(many);
  const rows = new Int32Array(index.rows.length);
  const rowsAt = new Int32Array(many + 1);
  const hidden = new Int32Array(many);
  let [shows, hides, inRows] = [0, 0, 0];
  for (let i = 0; i < many; i++) {
    const before = inRows;
    const [from, to] = [index.rowsAt[i] ?? 0, index.rowsAt[i + 1] ?? 0];
    for (let k = from; k < to; k++) {
      const row = index.rows[k] ?? 0;
      const mark = next[row] ?? 0;
      if (taken.marks[row]?.[mark] !== i) continue;
      rows[inRows++] = row;
      next[row] = mark + 1;
    }
    if (inRows === before && to > from) hidden[hides++] = i;
    else {
      shown[shows++] = i;
      rowsAt[shows] = inRows;
    }
  }
  const numbers = shown.slice(0, shows);
  return {
    index,
    room,
    shown: numbers,
    times: numbersOf(index.t, numbers),
    reach: new Reach(numbersOf(index.t0, numbers), numbersOf(index.t1, numbers)),
    rows: rows.slice(0, inRows),
    rowsAt: rowsAt.slice(0, shows + 1),
    counts: gatherHidden(index, x, taken, hidden.subarray(0, hides)),
  };
}

/** The values of some, by their numbers. */
function numbersOf(values: Float64Array, of: Int32Array): Float64Array {
  const found = new Float64Array(of.length);
  for (let n = 0; n < of.length; n++) found[n] = values[of[n] ?? 0] ?? 0;
  return found;
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
