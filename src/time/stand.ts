/** Where dated things stand on the axis: one rule for the check and for the story. Milliseconds UTC. */
import { parseRange, type DatedInterval } from './partial-date';

const DAY = 864e5;
const LONGEST_CENTRED = 31 * DAY;

/** A day or a month stands in its middle, several days on their first; what is longer than 31 days, at its start. */
export function standOf({ t0, t1, precision }: DatedInterval): number {
  if (t1 - t0 > LONGEST_CENTRED) return t0;
  return precision === 'day' ? t0 + DAY / 2 : (t0 + t1) / 2;
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
