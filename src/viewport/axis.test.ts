/** The axis of a window: px to time and back. A green run does not prove that what is drawn stands where it says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenWarp, storyWarp, timeAt } from '@/time/warp';
import { makeAxis } from './axis';
import { constrain, NARROWEST, type Window } from './constrain';

const story = storyWarp([
  { t0: Date.UTC(1975, 10, 1), t1: Date.UTC(2025, 0, 1), share: 0.5 },
  { t0: Date.UTC(2025, 0, 1), t1: Date.UTC(2026, 0, 1), share: 0.5 },
]);
const extent: Window = [story.ts[0] ?? 0, story.ts.at(-1) ?? 1];
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const windows = fc
  .tuple(unit, unit)
  .map(([a, b]) => constrain([timeAt(story, Math.min(a, b)), timeAt(story, Math.max(a, b))], extent));
const axes = fc
  .tuple(fc.constantFrom(story, evenWarp(story)), windows, fc.integer({ min: 200, max: 4000 }))
  .map(([warp, window, length]) => makeAxis(warp, window, length));

it('puts the window on the whole stage', () => {
  fc.assert(
    fc.property(axes, (axis) => {
      expect(axis.along(axis.t0)).toBeCloseTo(0, 3);
      expect(axis.along(axis.t1)).toBeCloseTo(axis.length, 3);
    }),
  );
});

it('comes back to the same time to the millisecond, and to the same px', () => {
  fc.assert(
    fc.property(axes, unit, (axis, at) => {
      const t = axis.t0 + at * (axis.t1 - axis.t0);
      expect(Math.abs(axis.timeAt(axis.along(t)) - t)).toBeLessThan(1);
      expect(axis.along(axis.timeAt(at * axis.length))).toBeCloseTo(at * axis.length, 3);
    }),
  );
});

it('runs with time', () => {
  fc.assert(
    fc.property(axes, unit, unit, (axis, a, b) => {
      fc.pre(Math.abs(a - b) > 1e-6);
      const span = axis.t1 - axis.t0;
      expect(axis.along(axis.t0 + a * span) < axis.along(axis.t0 + b * span)).toBe(a < b);
    }),
  );
});

it('is one stage long when all is visible, and longer the closer one looks', () => {
  expect(makeAxis(story, extent, 1000).k).toBeCloseTo(1, 9);
  const closest: Window = [extent[0], extent[0] + NARROWEST];
  fc.assert(fc.property(axes, (axis) => void expect(axis.k).toBeGreaterThanOrEqual(1 - 1e-9)));
  expect(makeAxis(story, closest, 1000).k).toBeGreaterThan(1e4);
});
