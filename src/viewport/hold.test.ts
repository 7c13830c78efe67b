/** What is under the fingers stays there. A green run does not prove that fingers are read rightly: tests/e2e touches. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeOf, storyWarp, timeAt } from '@/time/warp';
import { makeAxis } from './axis';
import { constrain, NARROWEST, type Window } from './constrain';
import { heldWindow, spanOf, type Hold } from './hold';

const warp = storyWarp([
  { t0: Date.UTC(1975, 10, 1), t1: Date.UTC(2025, 0, 1), share: 0.5 },
  { t0: Date.UTC(2025, 0, 1), t1: Date.UTC(2026, 0, 1), share: 0.5 },
]);
const extent: Window = [warp.ts[0] ?? 0, warp.ts.at(-1) ?? 1];
const LENGTH = 700;
const unit = fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e6);
const windows = fc
  .tuple(unit, unit)
  .map(([a, b]) => constrain([timeAt(warp, Math.min(a, b)), timeAt(warp, Math.max(a, b))], extent));
const point = fc.record({ x: fc.integer({ min: 0, max: LENGTH }), y: fc.integer({ min: 0, max: 400 }) });
const fingers = fc.array(point, { minLength: 1, maxLength: 2 });
const middleOf = (points: readonly { x: number }[]) =>
  points.reduce((sum, { x }) => sum + x, 0) / points.length;

it('keeps the time under the middle of the fingers there, unless an end or the closest zoom is in the way', () => {
  fc.assert(
    fc.property(windows, fingers, fingers, (window, from, to) => {
      fc.pre(from.length === to.length);
      const hold: Hold = { window, warp, ...spanOf(from, 0) };
      const under = makeAxis(warp, window, LENGTH).timeAt(middleOf(from));
      const next = heldWindow(hold, spanOf(to, 0), LENGTH);
      const [u0, u1] = [placeOf(warp, next[0]), placeOf(warp, next[1])];
      fc.pre(u0 > 1e-9 && u1 < 1 - 1e-9 && next[1] - next[0] > NARROWEST + 1);
      // A zoom that met an end first slid there; what it slid by cannot be given back.
      const zoomed = heldWindow(hold, { ...spanOf(to, 0), middle: hold.middle }, LENGTH);
      fc.pre(placeOf(warp, zoomed[0]) > 1e-9 && placeOf(warp, zoomed[1]) < 1 - 1e-9);
      expect(makeAxis(warp, next, LENGTH).along(under)).toBeCloseTo(middleOf(to), 3);
    }),
  );
});

it('keeps what is under each of two fingers side by side', () => {
  const window: Window = [Date.UTC(1995, 0, 1), Date.UTC(2005, 0, 1)];
  const hold: Hold = { window, warp, ...spanOf([{ x: 100, y: 50 }, { x: 300, y: 50 }], 0) }; // prettier-ignore
  const before = makeAxis(warp, window, LENGTH);
  const after = makeAxis(
    warp,
    heldWindow(hold, spanOf([{ x: 60, y: 80 }, { x: 420, y: 80 }], 0), LENGTH), // prettier-ignore
    LENGTH,
  );
  expect(after.along(before.timeAt(100))).toBeCloseTo(60, 6);
  expect(after.along(before.timeAt(300))).toBeCloseTo(420, 6);
});

it('comes back to the same window when the fingers do, wherever they have been', () => {
  fc.assert(
    fc.property(windows, fingers, (window, points) => {
      const hold: Hold = { window, warp, ...spanOf(points, 0) };
      const next = heldWindow(hold, spanOf(points, 0), LENGTH);
      expect(placeOf(warp, next[0])).toBeCloseTo(placeOf(warp, window[0]), 9);
      expect(placeOf(warp, next[1])).toBeCloseTo(placeOf(warp, window[1]), 9);
    }),
  );
});

it('stays in the story', () => {
  fc.assert(
    fc.property(windows, fingers, fingers, (window, from, to) => {
      const next = heldWindow({ window, warp, ...spanOf(from, 0) }, spanOf(to, 0), LENGTH);
      expect(next[0]).toBeGreaterThanOrEqual(extent[0] - 1);
      expect(next[1]).toBeLessThanOrEqual(extent[1] + 1);
    }),
  );
});
