/** Ticks for a piecewise axis: every stretch between two bends has its own gear, so its own unit. Pure. */
import { utcDay, utcHour, utcMonth, utcYear, type TimeInterval } from 'd3-time';

export type TickUnit = 'year' | 'month' | 'day' | 'hour';

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
  /** Mean length, ms. */
  ms: number;
  interval: TimeInterval;
}

const HOUR = 36e5;
const DAY = 24 * HOUR;
const step = (unit: TickUnit, ms: number, interval: TimeInterval | null): Step[] =>
  interval ? [{ unit, ms, interval }] : [];

/** From fine to coarse; each is a whole number of every finer one that may stand between its ticks. */
const STEPS: Step[] = [
  ...[1, 3, 6, 12].flatMap((n) => step('hour', n * HOUR, utcHour.every(n))),
  ...step('day', DAY, utcDay),
  // The 1st, 6th, 11th, … of each month; not the 31st, which would stand beside the 1st.
  ...step(
    'day',
    5 * DAY,
    utcDay.filter((day) => (day.getUTCDate() - 1) % 5 === 0 && day.getUTCDate() < 31),
  ),
  ...[1, 3].flatMap((n) => step('month', n * 30.4 * DAY, utcMonth.every(n))),
  ...[1, 2, 5, 10].flatMap((n) => step('year', n * 365.25 * DAY, utcYear.every(n))),
];

/** Least px between two labels, and between two ticks. */
const LABEL_ROOM = 44;
const TICK_ROOM = 6;
/** Hours are named only where the reader came to look at hours: no source tells the hour of anything. */
const HOUR_ROOM = 200;

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
  const room = ({ unit }: Step) => Math.max(unit === 'hour' ? HOUR_ROOM : LABEL_ROOM, width(t0, unit) + 14);
  const coarse = STEPS.find((each) => each.ms * pxPerMs >= room(each));
  if (!coarse) return [];
  const fine = STEPS.find((each) => each.ms * pxPerMs >= TICK_ROOM) ?? coarse;
  const named = new Set(times(coarse, t0, t1, visible));
  return [...new Set([...times(fine, t0, t1, visible), ...named])].map((t) => {
    const unit = unitAt(t, named.has(t) ? coarse.unit : fine.unit);
    const along = a0 + (t - t0) * pxPerMs;
    return { t, unit, along, labelled: named.has(t) && along + width(t, unit) < a1 - 4 };
  });
}

function times({ interval }: Step, t0: number, t1: number, visible: readonly [number, number]): number[] {
  return interval.range(new Date(Math.max(t0, visible[0])), new Date(Math.min(t1, visible[1]))).map(Number);
}

/** The first of January is written as its year, and midnight as its day. */
function unitAt(t: number, unit: TickUnit): TickUnit {
  if (unit === 'month' && new Date(t).getUTCMonth() === 0) return 'year';
  return unit === 'hour' && t % DAY === 0 ? 'day' : unit;
}
