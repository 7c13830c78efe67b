/** Where dated things stand on the axis: one rule for the check and for the story. Milliseconds UTC. */
import { parseRange, type DatedInterval } from './partial-date';

const LONGEST_CENTRED = 31 * 864e5;

/** The middle of a short interval; the start of one longer than 31 days ("1975", a presidency). */
export function standOf({ t0, t1 }: Pick<DatedInterval, 't0' | 't1'>): number {
  return t1 - t0 <= LONGEST_CENTRED ? (t0 + t1) / 2 : t0;
}

/** Where a column stands: noon of its day, the middle of its month, the start of its year. */
export function columnTime(date: string): number | null {
  const interval = parseRange(date);
  return interval && standOf(interval);
}

/**
 * Where a node stands: with its column, unless it has dates of its own that leave the column's place out
 * (the three days of a meeting are drawn in one column; a text of April 2024 stands in April).
 */
export function nodeTime(node: { date?: string; end?: string }, column: number): number {
  const own = node.date === undefined ? null : parseRange(node.date, node.end);
  return !own || (own.t0 <= column && column < own.t1) ? column : standOf(own);
}
