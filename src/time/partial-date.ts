/** "1974", "1974-08", "1974-08-03" or "1974-08-03T09:30" → the interval it means, and how exactly it says so. */
export type Precision = 'year' | 'month' | 'day' | 'minute';

export interface DatedInterval {
  t0: number;
  t1: number;
  precision: Precision;
}

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$/;

/** Reads a partial date (UTC). Returns null where the text is no date, 30 February included. */
export function parsePartialDate(text: string): DatedInterval | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined) return null;
  if (month === undefined) return { t0: utc(year, 0, 1), t1: utc(year + 1, 0, 1), precision: 'year' };
  if (month < 1 || month > 12) return null;
  if (day === undefined) return { t0: utc(year, month - 1, 1), t1: utc(year, month, 1), precision: 'month' };
  const t0 = utc(year, month - 1, day);
  if (day < 1 || new Date(t0).getUTCDate() !== day) return null;
  if (hour === undefined || minute === undefined) return { t0, t1: t0 + 864e5, precision: 'day' };
  if (hour > 23 || minute > 59) return null;
  const start = t0 + hour * 36e5 + minute * 6e4;
  return { t0: start, t1: start + 6e4, precision: 'minute' };
}

/** From the start of `from` to the end of `to` (both included, as in "15 to 17 June"), at the coarser precision. */
export function parseRange(from: string, to?: string): DatedInterval | null {
  const start = parsePartialDate(from);
  if (!start || to === undefined) return start;
  const end = parsePartialDate(to);
  if (!end) return null;
  const order: Precision[] = ['year', 'month', 'day', 'minute'];
  const precision = order[Math.min(order.indexOf(start.precision), order.indexOf(end.precision))] ?? 'year';
  return { t0: start.t0, t1: end.t1, precision };
}

/** Date.UTC reads the years 0–99 as 1900–1999; this does not. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year + (month > 11 ? 1 : 0), month % 12, day);
  return date.getTime();
}
