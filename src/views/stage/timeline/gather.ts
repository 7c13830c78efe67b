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

/** A count before it is made: what it holds is a stretch of the hidden events as they stand beside marks. */
interface Draft {
  row: number;
  /** Numbers of the mark it stands beside, and of those that joined it. */
  by: number;
  joined: number[];
  from: number;
  to: number;
}

/** Gathers hidden events (numbers, rising); every one of them is counted once. */
export function gatherHidden(
  index: TimelineIndex,
  x: Float64Array,
  taken: Taken,
  hidden: Int32Array,
): Counts {
  const { members, drafts } = draftsBeside(x, taken, hidden, marksBeside(index, x, taken, hidden));
  const at = ({ by }: Draft) => index.t[by] ?? 0;
  drafts.sort((a, b) => at(a) - at(b) || a.row - b.row);
  const made: (Cluster | undefined)[] = [];
  const cluster = (n: number) => (made[n] ??= makeCluster(index, drafts[n] as Draft, members));
  let numbers: Map<string, number> | undefined;
  return {
    times: Float64Array.from(drafts, at),
    cluster,
    find(id) {
      numbers ??= new Map(drafts.map((draft, n) => [idOf(index.events, draft), n]));
      const n = numbers.get(id);
      return n === undefined ? undefined : cluster(n);
    },
  };
}

/** Beside which mark each hidden event is counted: the nearest that took its room, by its place among all rows’ marks. */
function marksBeside(index: TimelineIndex, x: Float64Array, taken: Taken, hidden: Int32Array): Int32Array {
  const { rows, rowsAt } = index;
  const starts = startsOf(taken.marks);
  const next = new Int32Array(taken.marks.length);
  return hidden.map((i) => {
    const here = x[i] ?? 0;
    let [best, bestRow, bestBy, least] = [-1, -1, -1, Infinity];
    for (let k = rowsAt[i] ?? 0; k < (rowsAt[i + 1] ?? 0); k++) {
      const row = rows[k] ?? 0;
      const marks = taken.marks[row] as Int32Array;
      let n = next[row] ?? 0;
      while (n < marks.length && (x[marks[n] ?? 0] ?? 0) <= here) n++;
      next[row] = n;
      for (let mark = Math.max(n - 1, 0); mark <= n && mark < marks.length; mark++) {
        const by = marks[mark] ?? 0;
        if (!choosesBefore(taken.rank, by, i)) continue;
        const away = Math.abs((x[by] ?? 0) - here);
        if (away >= taken.gap(row, by, i) || away > least) continue;
        if (away === least && (row !== bestRow || !choosesBefore(taken.rank, by, bestBy))) continue;
        [best, bestRow, bestBy, least] = [(starts[row] ?? 0) + mark, row, by, away];
      }
    }
    return best;
  });
}

/** Where the marks of each row begin if all rows’ marks stand in one line. */
function startsOf(marks: readonly Int32Array[]): Int32Array {
  const starts = new Int32Array(marks.length + 1);
  marks.forEach((lane, row) => (starts[row + 1] = (starts[row] ?? 0) + lane.length));
  return starts;
}

/** The counts, row by row, and the hidden events in the order of the marks they stand beside. */
function draftsBeside(
  x: Float64Array,
  { marks }: Taken,
  hidden: Int32Array,
  beside: Int32Array,
): { members: Int32Array; drafts: Draft[] } {
  const starts = startsOf(marks);
  const at = new Int32Array((starts.at(-1) ?? 0) + 1);
  for (const mark of beside) at[mark + 1] = (at[mark + 1] ?? 0) + 1;
  for (let n = 1; n < at.length; n++) at[n] = (at[n] ?? 0) + (at[n - 1] ?? 0);
  const members = new Int32Array(hidden.length);
  const next = at.slice();
  beside.forEach((mark, h) => {
    const place = next[mark] ?? 0;
    members[place] = hidden[h] ?? 0;
    next[mark] = place + 1;
  });
  const drafts: Draft[] = [];
  marks.forEach((lane, row) => {
    let last: Draft | undefined;
    lane.forEach((by, mark) => {
      const n = (starts[row] ?? 0) + mark;
      const [from, to] = [at[n] ?? 0, at[n + 1] ?? 0];
      // Only marks that hide something have a count, or join one.
      if (from === to) return;
      if (last && (x[by] ?? 0) - (x[last.by] ?? 0) < COUNT_GAP) {
        last.joined.push(by);
        last.to = to;
      } else drafts.push((last = { row, by, joined: [], from, to }));
    });
  });
  return { members, drafts };
}

const choosesBefore = (rank: Uint8Array, a: number, b: number): boolean => {
  const [first, second] = [rank[a] ?? 0, rank[b] ?? 0];
  return first < second || (first === second && a < b);
};

const idOf = (events: readonly StoryEvent[], { by, row }: Draft) => `near-${events[by]?.id ?? ''}-${row}`;

function makeCluster({ events, t, t0, t1 }: TimelineIndex, draft: Draft, members: Int32Array): Cluster {
  const { row, by, joined, from, to } = draft;
  const own = members.slice(from, to).sort();
  const all = [by, ...joined, ...own];
  return {
    id: idOf(events, draft),
    events: Array.from(own, (i) => events[i] as StoryEvent),
    row,
    t: t[by] ?? 0,
    t0: all.reduce((first, i) => Math.min(first, t0[i] ?? Infinity), Infinity),
    t1: all.reduce((last, i) => Math.max(last, t1[i] ?? -Infinity), -Infinity),
  };
}
