/** Ticks down a page: the finest unit whose names fit above one another. No finer than days: no source tells hours. Pure. */
import { utcDay, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import type { TickUnit } from '@/time/ticks';

export interface YearTick {
  t: number;
  unit: TickUnit;
  /** px down the sheet. */
  y: number;
}

const DAY = 864e5;
/** From fine to coarse, with their mean lengths, ms. */
const UNITS: readonly [unit: TickUnit, length: number, interval: TimeInterval | null][] = [
  ['day', DAY, utcDay],
  ['month', 30.4 * DAY, utcMonth],
  ['month', 91 * DAY, utcMonth.every(3)],
  ['year', 365.25 * DAY, utcYear],
  ['year', 730.5 * DAY, utcYear.every(2)],
  ['year', 1826 * DAY, utcYear.every(5)],
  ['year', 3652 * DAY, utcYear.every(10)],
];

/** Ticks from `t0` (included) to `t1`, each with `room` px for its name. */
export function yearTicks(
  { t0, t1, along }: { t0: number; t1: number; along: (t: number) => number },
  room: number,
): YearTick[] {
  const perMs = (along(t1) - along(t0)) / Math.max(t1 - t0, 1);
  const [unit, , interval] = UNITS.find(([, length]) => length * perMs >= room) ?? [];
  if (!unit || !interval) return [];
  const times = interval.range(new Date(t0), new Date(t1)).map(Number);
  return times.map((t) => ({
    t,
    // The first of January is written as its year.
    unit: unit === 'month' && new Date(t).getUTCMonth() === 0 ? 'year' : unit,
    y: along(t),
  }));
}
