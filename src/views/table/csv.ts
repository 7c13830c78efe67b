/**
 * Rows as CSV (RFC 4180), to be opened in a spreadsheet: marked as UTF-8, and no cell is taken for a formula. Pure.
 */
import type { ColumnId, Row } from './rows';

const MARK = '\uFEFF';
const END = '\r\n';

/** A cell: quoted where it must be; an apostrophe tells a spreadsheet that “=1+1” is text. */
export function csvCell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of headings, then a line a row: id, first and last day, and what the table shows. */
export function csvOf(heads: readonly string[], rows: readonly Row[], columns: readonly ColumnId[]): string {
  const lines = rows.map((row) => [
    row.id,
    isoDay(row.t0),
    // An interval does not hold its end.
    isoDay(Math.max(row.t0, row.t1 - 1)),
    ...columns.map((column) => row.cells[column]?.text ?? ''),
  ]);
  return MARK + [heads, ...lines].map((cells) => cells.map(csvCell).join(',') + END).join('');
}

const isoDay = (t: number): string => new Date(t).toISOString().slice(0, 10);
