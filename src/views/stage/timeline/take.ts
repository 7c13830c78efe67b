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
/** Ranks: those who choose first, by importance 1 to 4; then all others. */
const RANKS = 8;

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
  const { events, rows, rowsAt } = index;
  const rank = new Uint8Array(events.length);
  const queues: number[][][] = index.lanes.map(() => Array.from({ length: RANKS }, () => []));
  for (let i = 0; i < events.length; i++) {
    const own = (events[i]?.importance ?? 4) - 1 + (first.size > 0 && first.has(i) ? 0 : RANKS / 2);
    rank[i] = own;
    for (let k = rowsAt[i] ?? 0; k < (rowsAt[i + 1] ?? 0); k++) queues[rows[k] ?? 0]?.[own]?.push(i);
  }
  const crowded = queues.map((ranks) => crowdedStretches(ranks, x));
  const stretchOf = (i: number) => Math.floor((x[i] ?? 0) / CROWD.stretch);
  // Both, not either: then only neighbours can be too near, for a stretch is longer than the gap.
  const gap = (row: number, i: number, j: number) => {
    const lane = crowded[row];
    if (!lane || lane.size === 0) return MARK_GAP;
    return lane.has(stretchOf(i)) && lane.has(stretchOf(j)) ? CROWD.gap : MARK_GAP;
  };
  const marks = queues.map((ranks, row) =>
    Int32Array.from(
      ranks.reduce((taken, queue) => sweep(taken, queue, x, (i, j) => gap(row, i, j)), [] as number[]),
    ),
  );
  return { rank, marks, gap };
}

/** Numbers of the stretches of a lane that are crowded. */
function crowdedStretches(ranks: readonly (readonly number[])[], x: Float64Array): Set<number> {
  const found = new Map<number, number>();
  for (const queue of ranks)
    for (const i of queue) {
      const stretch = Math.floor((x[i] ?? 0) / CROWD.stretch);
      found.set(stretch, (found.get(stretch) ?? 0) + 1);
    }
  return new Set([...found].flatMap(([stretch, events]) => (events > CROWD.events ? stretch : [])));
}

/** Those of the queue who find room beside the marks that stand there, and those marks; both in time order. */
function sweep(
  taken: readonly number[],
  queue: readonly number[],
  x: Float64Array,
  gap: (i: number, j: number) => number,
): number[] {
  if (queue.length === 0) return taken as number[];
  const all: number[] = [];
  let next = 0;
  const tooNear = (i: number, other: number | undefined) =>
    other !== undefined && Math.abs((x[i] ?? 0) - (x[other] ?? 0)) < gap(i, other);
  for (const i of queue) {
    const here = x[i] ?? 0;
    while (next < taken.length && (x[taken[next] ?? 0] ?? 0) <= here) all.push(taken[next++] ?? 0);
    if (tooNear(i, all.at(-1)) || tooNear(i, taken[next])) continue;
    all.push(i);
  }
  while (next < taken.length) all.push(taken[next++] ?? 0);
  return all;
}
