/**
 * Events of one thread, or of all, in sorted arrays: how many touch a period, when they are densest in it, where it
 * is empty. Each answer costs a few binary searches, however many events there are; times in ms UTC.
 */
import { bisectLeft, bisector, bisectRight } from 'd3-array';
import { Reach } from './reach';
import type { Interval, StoryEvent } from './story';

export type Period = readonly [number, number];

const DAY = 864e5;
/** Gaps are kept by the least length that is worth a word where years, months or days are told. */
const WORTH = [1.5 * 365 * DAY, 1.5 * 28 * DAY, 1.5 * DAY];

/** Starts and ends of intervals, each sorted: how many touch a period. */
export class Spans {
  #starts: Float64Array;
  #ends: Float64Array;

  constructor(things: readonly Interval[]) {
    this.#starts = Float64Array.from(things, ({ t0 }) => t0).sort();
    this.#ends = Float64Array.from(things, ({ t1 }) => t1).sort();
  }

  touching([from, to]: Period): number {
    return bisectLeft(this.#starts, to) - bisectRight(this.#ends, from);
  }
}

export class EventCounts {
  /** By `t`. */
  readonly events: readonly StoryEvent[];
  #times: Float64Array;
  #spans: Spans;
  #reach: Reach;
  #gaps: Interval[][] | undefined;

  constructor(events: readonly StoryEvent[]) {
    this.events = events;
    this.#times = Float64Array.from(events, ({ t }) => t);
    this.#spans = new Spans(events);
    this.#reach = new Reach(
      events.map(({ t0 }) => t0),
      events.map(({ t1 }) => t1),
    );
  }

  touching(period: Period): number {
    return this.#spans.touching(period);
  }

  /** The first event at `t` or later (1), or the last before it (-1). */
  beside(t: number, step: -1 | 1): StoryEvent | undefined {
    const next = bisectLeft(this.#times, t);
    return this.events[step > 0 ? next : next - 1];
  }

  /** The event before or after one of these. */
  next(event: StoryEvent, step: -1 | 1): StoryEvent | undefined {
    return this.events[this.events.indexOf(event, bisectLeft(this.#times, event.t)) + step];
  }

  /** How many of those that touch a period stand in each unit of time: a year, a month, a day, as `unitOf` has it. */
  perUnit<Unit extends Interval>(
    [from, to]: Period,
    unitOf: (t: number) => Unit,
  ): (Unit & { events: number })[] {
    const times = this.#times;
    const [a, b] = [bisectLeft(times, from), bisectLeft(times, to)];
    const counts = new Map<number, Unit & { events: number }>();
    const add = (unit: Unit, events: number) => {
      const known = counts.get(unit.t0);
      if (known) known.events += events;
      else counts.set(unit.t0, { ...unit, events });
    };
    for (let i = a; i < b;) {
      const unit = unitOf(times[i] ?? 0);
      const next = Math.min(bisectLeft(times, unit.t1), b);
      add(unit, next - i);
      i = next;
    }
    for (const i of [...this.#reach.into(0, a, from, to), ...this.#reach.into(b, times.length, from, to)])
      add(unitOf(times[i] ?? 0), 1);
    return [...counts.values()];
  }

  /** Stretches of a period, in time order, that no event touches; `shorter` ones than this need not be told, ms. */
  gaps([from, to]: Period, shorter: number): Interval[] {
    this.#gaps ??= gapsBetween(this.events);
    const gaps = this.#gaps[WORTH.findIndex((least) => least <= shorter)] ?? [];
    const found: Interval[] = [];
    for (let i = firstAfter(gaps, from); i < gaps.length; i++) {
      const gap = gaps[i] as Interval;
      if (gap.t0 >= to) break;
      found.push({ t0: Math.max(gap.t0, from), t1: Math.min(gap.t1, to) });
    }
    return found;
  }
}

const firstAfter = bisector(({ t1 }: Interval) => t1).right;

/** Between all events, before the first and after the last; those of each worth, in time order. */
function gapsBetween(events: readonly StoryEvent[]): Interval[][] {
  const lists: Interval[][] = WORTH.map(() => []);
  let end = -Infinity;
  const add = (t0: number, t1: number) =>
    lists.forEach((list, i) => t1 - t0 >= (WORTH[i] ?? 0) && list.push({ t0, t1 }));
  for (const { t0, t1 } of [...events].sort((a, b) => a.t0 - b.t0)) {
    if (t0 > end) add(end, t0);
    end = Math.max(end, t1);
  }
  add(end, Infinity);
  return lists;
}
