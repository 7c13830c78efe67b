/**
 * The laws of spreading things along a line, and that it is the best there is, against brute force. Does not prove
 * that the wishes it is given make a good picture.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeze, runs } from '../../tests/fixtures/stories';
import { spread, type Wish } from './spread';

const wish = fc.record({
  centre: fc.double({ min: -200, max: 1200, noNaN: true }),
  size: fc.double({ min: 0, max: 80, noNaN: true }),
  weight: fc.double({ min: 0.5, max: 9, noNaN: true }),
  gap: fc.double({ min: 0, max: 12, noNaN: true }),
});
const wishes = fc.array(wish, { maxLength: 30 });
const EPS = 1e-6;

const needed = (all: readonly Wish[]) =>
  all.reduce((sum, { size, gap }, i) => sum + size + (i > 0 ? gap : 0), 0);
const cost = (all: readonly Wish[], centres: readonly number[]) =>
  all.reduce((sum, { centre, weight }, i) => sum + weight * ((centres[i] ?? NaN) - centre) ** 2, 0);

describe('spread', () => {
  it('keeps the order, without overlaps and with the gaps, inside the bounds', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 1500 }), (all, to) => {
        const centres = spread(freeze(all), 0, to);
        expect(centres).toHaveLength(all.length);
        const squeeze = Math.min(1, to / Math.max(needed(all), 1e-9));
        let edge = 0;
        all.forEach(({ size, gap }, i) => {
          const start = (centres[i] ?? NaN) - (size * squeeze) / 2;
          expect(start).toBeGreaterThanOrEqual(edge + (i > 0 ? gap * squeeze : 0) - EPS);
          edge = start + size * squeeze;
        });
        expect(edge).toBeLessThanOrEqual(to + EPS);
      }),
      runs(300),
    );
  });

  it('leaves what fits where it would like to be', () => {
    const all = [30, 100, 170].map((centre) => ({ centre, size: 20, weight: 1, gap: 5 }));
    expect(spread(all, 0, 200)).toEqual([30, 100, 170]);
    expect(spread([], 0, 10)).toEqual([]);
  });

  it('changes nothing when asked again for what it gave', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const to = needed(all) + 100;
        const once = spread(all, 0, to);
        const again = spread(
          all.map((each, i) => ({ ...each, centre: once[i] ?? NaN })),
          0,
          to,
        );
        again.forEach((centre, i) => expect(centre).toBeCloseTo(once[i] ?? NaN, 6));
      }),
      runs(300),
    );
  });

  it('is nowhere worse than any placement on whole px', () => {
    const small = fc.record({
      centre: fc.integer({ min: -3, max: 17 }),
      size: fc.constantFrom(2, 4),
      weight: fc.integer({ min: 1, max: 3 }),
      gap: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 3 }), (all) => {
        const to = 15;
        let least = Infinity;
        const tryFrom = (i: number, edge: number, placed: number[]): void => {
          const own = all[i];
          if (!own) least = Math.min(least, cost(all, placed));
          else
            for (let start = edge + (i > 0 ? own.gap : 0); start + own.size <= to; start++)
              tryFrom(i + 1, start + own.size, [...placed, start + own.size / 2]);
        };
        tryFrom(0, 0, []);
        fc.pre(least < Infinity);
        expect(cost(all, spread(all, 0, to))).toBeLessThanOrEqual(least + EPS);
      }),
      runs(200),
    );
  });
});
