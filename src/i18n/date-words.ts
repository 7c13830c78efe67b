/** Dates in words, at the precision they are known. Everything is UTC: a day is the same day for every reader. */
export interface DatedInterval {
  t0: number;
  t1: number;
  precision: 'year' | 'month' | 'day' | 'minute';
}

export interface DateWords {
  /** "15–17 November 1975", "June 1984", "2025": a dated interval as a reader would write it. */
  date: (interval: DatedInterval) => string;
  /** "15 November 1975": the day of an instant. */
  day: (t: number) => string;
  /** "1995 to 2005" or "1 to 23 November 2025": the visible period, no finer than its length calls for. */
  period: (t0: number, t1: number) => string;
  /** The label of a tick. */
  tick: (t: number, unit: TickUnit) => string;
}

export type TickUnit = 'year' | 'month' | 'day' | 'hour';

const DAY = 864e5;

export function dateWords(tag: string): DateWords {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
  const long = format({ year: 'numeric', month: 'long', day: 'numeric' });
  const month = format({ year: 'numeric', month: 'long' });
  const year = format({ year: 'numeric' });
  const minute = format({
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const ticks: Record<TickUnit, Intl.DateTimeFormat> = {
    year,
    month: format({ month: 'short' }),
    day: format({ day: 'numeric', month: 'short' }),
    hour: format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }),
  };
  // French writes the first of a month as an ordinal; the browsers’ own dates do not.
  const ordinal = (text: string) =>
    tag.startsWith('fr') ? text.replace(/(?<!\d)1(?= \p{L})/gu, '1er') : text;
  // Browsers take a hundred times as long for a range, even for one that is a single date.
  const range = (by: Intl.DateTimeFormat, t0: number, last: number) => {
    const one = by.format(t0);
    return ordinal(one === by.format(Math.max(t0, last)) ? one : by.formatRange(t0, Math.max(t0, last)));
  };
  return {
    date: ({ t0, t1, precision }) => {
      const by = { year, month, day: long, minute }[precision];
      return range(by, t0, t1 - (precision === 'minute' ? 6e4 : DAY / 2));
    },
    day: (t) => ordinal(long.format(t)),
    period: (t0, t1) => {
      const length = t1 - t0;
      const wholeDays = t0 % DAY === 0 && t1 % DAY === 0;
      const by =
        length > 3 * 365 * DAY
          ? year
          : length > 200 * DAY
            ? month
            : length > 1.5 * DAY || wholeDays
              ? long
              : minute;
      return range(by, t0, t1 - 1);
    },
    tick: (t, unit) => ordinal(ticks[unit].format(t)),
  };
}
