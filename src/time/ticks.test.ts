/**
 * The laws of the ticks, over stretches of 51 years to three hours. Does not prove that their words are right, nor
 * that labels of two stretches keep apart: the axis of the stage sees to that.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../tests/fixtures/stories';
import { ticksOf, type TickUnit } from './ticks';

const HOUR = 36e5;
const DAY = 24 * HOUR;
const T0 = Date.UTC(1975, 0, 1);
const T1 = Date.UTC(2026, 0, 1);
const WIDTHS: Record<TickUnit, number> = { year: 28, month: 36, day: 48, hour: 40 };
const width = (_: number, unit: TickUnit) => WIDTHS[unit];

const stretches = fc
  .record({
    hours: fc.integer({ min: 0, max: 1000 }).map((n) => 3 * ((T1 - T0) / 3 / HOUR) ** (n / 1000)),
    from: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    length: fc.integer({ min: 20, max: 2000 }),
    a0: fc.integer({ min: -500, max: 500 }),
    cut: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
  })
  .map(({ hours, from, length, a0, cut: [a, b] }) => {
    const t0 = Math.round(T0 + (T1 - T0 - hours * HOUR) * from);
    const t1 = Math.round(t0 + hours * HOUR);
    const at = (part: number) => t0 + ((t1 - t0) * part) / 100;
    const visible: [number, number] = [at(Math.min(a, b)), at(Math.max(a, b))];
    return { stretch: { t0, t1, a0, a1: a0 + length }, visible };
  });

describe('ticksOf', () => {
  it('rises, stays inside the stretch and the visible window, and stands where its time is', () => {
    fc.assert(
      fc.property(stretches, ({ stretch, visible }) => {
        const ticks = ticksOf(stretch, visible, width);
        const wrong = ticks.filter(({ t, along }, i) => {
          const before = ticks[i - 1];
          const place = (t - stretch.t0) / (stretch.t1 - stretch.t0);
          return (
            (before && before.t >= t) ||
            t < Math.max(stretch.t0, visible[0]) ||
            t > Math.min(stretch.t1, visible[1]) ||
            Math.abs(stretch.a0 + place * (stretch.a1 - stretch.a0) - along) > 1e-6
          );
        });
        expect(wrong).toEqual([]);
      }),
      runs(400),
    );
  });

  it('never crowds: labels keep apart and inside, and ticks have some px each', () => {
    fc.assert(
      fc.property(stretches, ({ stretch, visible }) => {
        const ticks = ticksOf(stretch, visible, width);
        const labels = ticks.filter(({ labelled }) => labelled);
        const crowded = labels.filter(({ t, unit, along }, i) => {
          const end = along + width(t, unit);
          return end > stretch.a1 || end > (labels[i + 1]?.along ?? Infinity);
        });
        expect(crowded).toEqual([]);
        // Months are not all as long as their mean; one tick more stands at the start.
        expect(ticks.length).toBeLessThanOrEqual((stretch.a1 - stretch.a0) / 5.5 + 1);
      }),
      runs(400),
    );
  });

  it('writes January as its year, midnight as its day, and hours at full hours', () => {
    fc.assert(
      fc.property(stretches, ({ stretch, visible }) => {
        const wrong = ticksOf(stretch, visible, width).filter(({ t, unit }) => {
          const date = new Date(t);
          const first = date.getUTCDate() === 1 && t % DAY === 0;
          if (unit === 'year') return !first || date.getUTCMonth() !== 0;
          if (unit === 'month') return !first || date.getUTCMonth() === 0;
          if (unit === 'day') return t % DAY !== 0;
          return t % HOUR !== 0 || t % DAY === 0;
        });
        expect(wrong).toEqual([]);
      }),
      runs(400),
    );
  });

  it('finds years on fifty years, months in a year, days in a week, hours in a day', () => {
    const units = (t0: number, t1: number) => {
      const ticks = ticksOf({ t0, t1, a0: 0, a1: 1400 }, [t0, t1], width);
      return [...new Set(ticks.filter(({ labelled }) => labelled).map(({ unit }) => unit))].sort();
    };
    expect(units(T0, T1)).toEqual(['year']);
    expect(units(Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1))).toEqual(['month', 'year']);
    expect(units(Date.UTC(2025, 10, 18), Date.UTC(2025, 10, 25))).toEqual(['day']);
    expect(units(Date.UTC(2025, 10, 22), Date.UTC(2025, 10, 23))).toEqual(['day', 'hour']);
  });
});
