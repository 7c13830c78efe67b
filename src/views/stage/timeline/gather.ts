/**
 * The counts of a level: whatever has no mark is counted beside the nearest mark that took its room; counts beside
 * one mark, or too close on a lane to be read apart, become one.
 */
import type { StoryEvent } from '@/story/story';
import type { Cluster, TimelineIndex } from './layout';
import type { Taken } from './take';

/** Least distance of two counts on a lane, px. */
export const COUNT_GAP = 30;

/** The counts of a level in time order; each is made when it is first asked for. */
export interface Counts {
  times: Float64Array;
  cluster: (n: number) => Cluster;
  find: (id: string) => Cluster | undefined;
}

/** A count before it is made. */
interface Draft {
  row: number;
  /** Numbers of the mark it stands beside, and of the last mark that joined it. */
  by: number;
  members: number[];
  t0: number;
  t1: number;
}

/** Gathers hidden events (numbers, rising); every one of them is counted once. */
export function gatherHidden(
  index: TimelineIndex,
  x: Float64Array,
  taken: Taken,
  hidden: readonly number[],
): Counts {
  const { events } = index;
  const drafts = draftsBeside(index, x, taken, hidden);
  drafts.sort((a, b) => timeAt(events, a.by) - timeAt(events, b.by) || a.row - b.row);
  const made: (Cluster | undefined)[] = [];
  const cluster = (n: number) => (made[n] ??= makeCluster(events, drafts[n] as Draft));
  let numbers: Map<string, number> | undefined;
  return {
    times: Float64Array.from(drafts, ({ by }) => timeAt(events, by)),
    cluster,
    find(id) {
      numbers ??= new Map(drafts.map((draft, n) => [idOf(events, draft), n]));
      const n = numbers.get(id);
      return n === undefined ? undefined : cluster(n);
    },
  };
}

function draftsBeside(
  index: TimelineIndex,
  x: Float64Array,
  taken: Taken,
  hidden: readonly number[],
): Draft[] {
  const { events, rows, rowsAt } = index;
  // Hidden events by the mark they are counted beside, row by row.
  const beside: (number[] | undefined)[][] = taken.marks.map(() => []);
  const next = taken.marks.map(() => 0);
  for (const i of hidden) {
    const here = x[i] ?? 0;
    let best: { row: number; mark: number; away: number; by: number } | null = null;
    for (let k = rowsAt[i] ?? 0; k < (rowsAt[i + 1] ?? 0); k++) {
      const row = rows[k] ?? 0;
      const marks = taken.marks[row] as Int32Array;
      let n = next[row] ?? 0;
      while (n < marks.length && (x[marks[n] ?? 0] ?? 0) <= here) n++;
      next[row] = n;
      for (const mark of [n - 1, n]) {
        const by = marks[mark];
        if (by === undefined || !choosesBefore(taken.rank, by, i)) continue;
        const away = Math.abs((x[by] ?? 0) - here);
        if (away >= taken.gap(row, by, i) || (best && away > best.away)) continue;
        if (best && away === best.away && (row !== best.row || !choosesBefore(taken.rank, by, best.by)))
          continue;
        best = { row, mark, away, by };
      }
    }
    if (best) ((beside[best.row] ??= [])[best.mark] ??= []).push(i);
  }
  const drafts: Draft[] = [];
  beside.forEach((lane, row) => {
    let last: Draft | undefined;
    // Only marks that hide something are there.
    lane.forEach((members = [], mark) => {
      const by = taken.marks[row]?.[mark] ?? 0;
      if (!last || (x[by] ?? 0) - (x[last.by] ?? 0) >= COUNT_GAP)
        drafts.push((last = { row, by, members: [], t0: Infinity, t1: -Infinity }));
      for (const i of [by, ...members]) {
        last.t0 = Math.min(last.t0, events[i]?.t0 ?? Infinity);
        last.t1 = Math.max(last.t1, events[i]?.t1 ?? -Infinity);
      }
      for (const i of members) last.members.push(i);
    });
  });
  return drafts;
}

const choosesBefore = (rank: Uint8Array, a: number, b: number): boolean => {
  const [first, second] = [rank[a] ?? 0, rank[b] ?? 0];
  return first < second || (first === second && a < b);
};

const timeAt = (events: readonly StoryEvent[], i: number) => events[i]?.t ?? 0;
const idOf = (events: readonly StoryEvent[], { by, row }: Draft) => `near-${events[by]?.id ?? ''}-${row}`;

function makeCluster(events: readonly StoryEvent[], draft: Draft): Cluster {
  const { row, by, t0, t1 } = draft;
  const members = draft.members.sort((a, b) => a - b).flatMap((i) => events[i] ?? []);
  return { id: idOf(events, draft), events: members, row, t: timeAt(events, by), t0, t1 };
}
