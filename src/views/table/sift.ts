/** Which rows are shown, and in which order. Pure. */
import { fold } from '@/story/fold-text';
import type { ColumnId, Row } from './rows';

/** Stands for what belongs to no thread. */
export const NO_THREAD = '';

export interface Filter {
  /** Words that all must occur, in any order, without regard to accents. */
  text: string;
  /** A thread, `NO_THREAD`, or null for all. */
  thread: string | null;
  /** Only what touches this period; null for all. */
  period: readonly [number, number] | null;
}

/** The rows that pass, in their order. */
export function filterRows(rows: readonly Row[], { text, thread, period }: Filter): Row[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      words.every((word) => row.folded.includes(word)) &&
      (thread === null ||
        (thread === NO_THREAD ? row.threads.length === 0 : row.threads.some(({ id }) => id === thread))) &&
      (period === null || (row.t0 < period[1] && row.t1 > period[0])),
  );
}

export interface Order {
  column: ColumnId;
  descending: boolean;
}

/** The rows in another order; what is equal stays in time order. */
export function sortRows(
  rows: readonly Row[],
  { column, descending }: Order,
  compare: (a: string, b: string) => number,
): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a.cells[column]?.sort ?? '', b.cells[column]?.sort ?? ''];
    const difference = typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y));
    return sign * difference || a.t0 - b.t0;
  });
}
