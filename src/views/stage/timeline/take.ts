/**
 * Who gets a place on a lane: the more important first, of equals the earlier, and no two marks too near. Lane by
 * lane and rank by rank, each in one sweep along time: n events cost about n steps, however dense they are.
 */
import type { TimelineIndex } from './layout';

/** Least distance of two marks on a lane, px. */
export const MARK_GAP = 13;
/** Ranks: those who choose first, by importance 1 to 4; then all others. */
const RANKS = 8;

export interface Taken {
  /** Rank of each event: the smaller chooses before; of one rank the earlier. */
  rank: Uint8Array;
  /** Numbers of the events with a mark on a lane, in time order, row by row. */
  marks: readonly Int32Array[];
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
  const marks = queues.map((ranks) =>
    Int32Array.from(ranks.reduce((taken, queue) => sweep(taken, queue, x), [] as number[])),
  );
  return { rank, marks };
}

/** Those of the queue who find room beside the marks that stand there, and those marks; both in time order. */
function sweep(taken: readonly number[], queue: readonly number[], x: Float64Array): number[] {
  if (queue.length === 0) return taken as number[];
  const all: number[] = [];
  let next = 0;
  let last = -Infinity;
  for (const i of queue) {
    const here = x[i] ?? 0;
    while (next < taken.length && (x[taken[next] ?? 0] ?? 0) <= here) {
      last = x[taken[next] ?? 0] ?? 0;
      all.push(taken[next++] ?? 0);
    }
    const ahead = next < taken.length ? (x[taken[next] ?? 0] ?? 0) : Infinity;
    if (here - last < MARK_GAP || ahead - here < MARK_GAP) continue;
    all.push(i);
    last = here;
  }
  while (next < taken.length) all.push(taken[next++] ?? 0);
  return all;
}
