/**
 * Who gets a place on a lane: the more important first, of equals the earlier, and no two marks too near. Lane by
 * lane and rank by rank, each in one sweep along time: n events cost about n steps, however dense they are.
 */
import type { TimelineIndex } from './layout';

/** Least distance of two marks on a lane, px. */
export const MARK_GAP = 13;
/**
 * A lane is crowded where so many events fall into a stretch of so many px: more than could be told apart, were each
 * a dot beside the next. Marks keep farther apart there, each with room for its count.
 */
export const CROWD = { events: 24, stretch: 128, gap: 96 } as const;
/** Importance runs from 1 to 4; those who choose before all others keep that order among themselves. */
const LEAST = 4;

export interface Taken {
  /** Rank of each event: the smaller chooses before; of one rank the earlier. */
  rank: Uint8Array;
  /** Numbers of the events with a mark on a lane, in time order, row by row. */
  marks: readonly Int32Array[];
  /** Least distance of two events on a lane if both are to have a mark, px. */
  gap: (row: number, i: number, j: number) => number;
}

/** Shares out every lane. `x` are the events’ places, px; `first` the numbers of those who choose before all others. */
export function takePlaces(index: TimelineIndex, x: Float64Array, first: ReadonlySet<number>): Taken {
  const rank = index.importance.map((importance) => importance + LEAST);
  for (const i of first) rank[i] = index.importance[i] ?? LEAST;
  const crowds = index.inRow.map((lane) => crowdOf(lane, x));
  // Both, not either: then only neighbours can be too near, for a stretch is longer than the gap.
  const gap = (row: number, i: number, j: number) => {
    const crowd = crowds[row];
    return crowd && crowd[i] === 1 && crowd[j] === 1 ? CROWD.gap : MARK_GAP;
  };
  const marks = index.inRow.map((lane, row) => {
    let taken: Int32Array = new Int32Array(0);
    for (let whose = first.size > 0 ? 1 : LEAST + 1; whose <= 2 * LEAST; whose++)
      taken = sweep(taken, lane, rank, whose, x, crowds[row] ?? null);
    return taken;
  });
  return { rank, marks, gap };
}

/** Which events of a lane (numbers, rising) stand in a stretch that is crowded, 1 each; null if none does. */
function crowdOf(lane: Int32Array, x: Float64Array): Uint8Array | null {
  let crowd: Uint8Array | null = null;
  const stretchOf = (k: number) => Math.floor((x[lane[k] ?? 0] ?? 0) / CROWD.stretch);
  for (let from = 0, to = 0; from < lane.length; from = to) {
    const stretch = stretchOf(from);
    for (to = from + 1; to < lane.length && stretchOf(to) === stretch;) to++;
    if (to - from <= CROWD.events) continue;
    crowd ??= new Uint8Array(x.length);
    for (let k = from; k < to; k++) crowd[lane[k] ?? 0] = 1;
  }
  return crowd;
}

/** Those of a lane with the rank `whose` who find room beside the marks that stand there, and those marks; both in time order. */
function sweep(
  taken: Int32Array,
  lane: Int32Array,
  rank: Uint8Array,
  whose: number,
  x: Float64Array,
  crowd: Uint8Array | null,
): Int32Array {
  const all = new Int32Array(taken.length + lane.length);
  let [count, next] = [0, 0];
  const tooNear = (i: number, other: number) => {
    const away = Math.abs((x[i] ?? 0) - (x[other] ?? 0));
    return away < MARK_GAP || (away < CROWD.gap && crowd !== null && crowd[i] === 1 && crowd[other] === 1);
  };
  for (const i of lane) {
    if (rank[i] !== whose) continue;
    const here = x[i] ?? 0;
    while (next < taken.length && (x[taken[next] ?? 0] ?? 0) <= here) all[count++] = taken[next++] ?? 0;
    if (count > 0 && tooNear(i, all[count - 1] ?? 0)) continue;
    if (next < taken.length && tooNear(i, taken[next] ?? 0)) continue;
    all[count++] = i;
  }
  while (next < taken.length) all[count++] = taken[next++] ?? 0;
  return all.slice(0, count);
}
