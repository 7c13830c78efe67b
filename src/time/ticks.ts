/** Ticks for a piecewise axis: every stretch between two bends has its own gear, so its own unit. Pure. */
export type TickUnit = 'year' | 'quarter' | 'month' | 'day' | 'hour';

export interface Tick {
  t: number;
  unit: TickUnit;
  /** px along the axis. */
  along: number;
  /** Whether there is room for its label. */
  labelled: boolean;
}

interface Step {
  unit: TickUnit;
  /** Of that unit. */
  every: number;
  ms: number;
}

const HOUR = 36e5;
const DAY = 24 * HOUR;
const STEPS: Step[] = [
  { unit: 'hour', every: 1, ms: HOUR },
  { unit: 'hour', every: 3, ms: 3 * HOUR },
  { unit: 'hour', every: 6, ms: 6 * HOUR },
  { unit: 'hour', every: 12, ms: 12 * HOUR },
  { unit: 'day', every: 1, ms: DAY },
  { unit: 'day', every: 5, ms: 5 * DAY },
  { unit: 'month', every: 1, ms: 30 * DAY },
  { unit: 'quarter', every: 3, ms: 91 * DAY },
  { unit: 'year', every: 1, ms: 365 * DAY },
  { unit: 'year', every: 2, ms: 730 * DAY },
  { unit: 'year', every: 5, ms: 1826 * DAY },
  { unit: 'year', every: 10, ms: 3652 * DAY },
];

/** Least px between two ticks that have labels, and between two that have none. */
const LABEL_ROOM = 44;
/** Hours are named only where the reader came to look at hours: no source tells the hour of anything. */
const HOUR_ROOM = 200;
const TICK_ROOM = 6;

/**
 * Ticks of one stretch [t0, t1) that lies at `a0`…`a1` px: the finest unit whose labels fit, and between them the
 * finest whose bare ticks fit. `width` is the room a label of a unit takes, px.
 */
export function ticksOf(
  stretch: { t0: number; t1: number; a0: number; a1: number },
  visible: readonly [number, number],
  width: (t: number, unit: TickUnit) => number,
): Tick[] {
  const { t0, t1, a0, a1 } = stretch;
  const pxPerMs = (a1 - a0) / (t1 - t0);
  const coarse = STEPS.find((step) => step.ms * pxPerMs >= Math.max(step.unit === 'hour' ? HOUR_ROOM : LABEL_ROOM, width(t0, step.unit) + 14));
  if (!coarse) return [];
  const fine = STEPS.find((step) => step.ms * pxPerMs >= TICK_ROOM && nests(step, coarse)) ?? coarse;
  const from = Math.max(t0, visible[0]);
  const to = Math.min(t1, visible[1]);
  const ticks: Tick[] = [];
  for (let t = floor(from, fine); t < to; t = next(t, fine)) {
    if (t < t0) continue;
    const major = floor(t, coarse) === t;
    const along = a0 + (t - t0) * pxPerMs;
    ticks.push({
      t,
      unit: unitAt(t, major ? coarse.unit : fine.unit),
      along,
      labelled: major && along + width(t, coarse.unit) < a1 - 4,
    });
  }
  return ticks;
}

/** January is written as its year. */
const unitAt = (t: number, unit: TickUnit): TickUnit => {
  const date = new Date(t);
  const newYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1 && t % DAY === 0;
  if (newYear && unit !== 'hour' && unit !== 'day') return 'year';
  return unit === 'hour' && t % DAY === 0 ? 'day' : unit;
};

const nests = (fine: Step, coarse: Step): boolean =>
  fine.unit === coarse.unit
    ? coarse.every % fine.every === 0
    : fine.unit !== 'day' || fine.every === 1 || coarse.ms < 20 * DAY;

function floor(t: number, { unit, every }: Step): number {
  const date = new Date(t);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (unit === 'year') return Date.UTC(year - (year % every), 0, 1);
  if (unit === 'quarter' || unit === 'month') return Date.UTC(year, month - (month % every), 1);
  if (unit === 'day') {
    // Days are counted within their month: 1, 6, 11, …; the 31st is left out so that no two ticks stand side by side.
    const day = Math.min(date.getUTCDate() - 1, every > 1 ? 29 : 30);
    return Date.UTC(year, month, 1 + day - (day % every));
  }
  return Math.floor(t / (every * HOUR)) * every * HOUR;
}

function next(t: number, step: Step): number {
  const { unit, every } = step;
  const date = new Date(t);
  if (unit === 'year') return Date.UTC(date.getUTCFullYear() + every, 0, 1);
  if (unit === 'quarter' || unit === 'month')
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + every, 1);
  if (unit === 'hour') return t + every * HOUR;
  const later = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + every);
  return floor(later, step) > t ? floor(later, step) : later;
}
