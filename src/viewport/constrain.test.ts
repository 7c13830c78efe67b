/**
 * The laws of moving the camera, over random windows and scales. A green run does not prove that gestures call
 * these functions rightly or smoothly: tests/e2e turns the wheel.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendWarps, evenWarp, placeOf, storyWarp, timeAt, type Warp } from '@/time/warp';
import { makeAxis } from './axis';
import { constrain, NARROWEST, panBy, zoomBy, type Window } from './constrain';

const HOUR = 36e5;
const story = storyWarp([
  { t0: Date.UTC(1975, 10, 1), t1: Date.UTC(2024, 0, 1), share: 0.3 },
  { t0: Date.UTC(2024, 0, 1), t1: Date.UTC(2025, 10, 21), share: 0.35 },
  { t0: Date.UTC(2025, 10, 21), t1: Date.UTC(2025, 10, 24), share: 0.2 },
  { t0: Date.UTC(2025, 10, 24), t1: Date.UTC(2026, 2, 1), share: 0.15 },
]);
const extent: Window = [story.ts[0] ?? 0, story.ts.at(-1) ?? 1];
/** Evenly spread: doubles would crowd at 0, where a window is pushed back by the end of the story. */
const unit = fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e6);
const warps: fc.Arbitrary<Warp> = unit.map((evenness) => blendWarps(story, evenWarp(story), evenness));
/** Legal windows: chosen by place, so that narrow ones in the dense days are as likely as wide ones. */
const windows: fc.Arbitrary<Window> = fc
  .tuple(unit, unit)
  .map(([a, b]) => constrain([timeAt(story, Math.min(a, b)), timeAt(story, Math.max(a, b))], extent));
const anyWindow = fc.tuple(
  fc.oneof(fc.double(), fc.double({ min: extent[0] * 2, max: extent[1] * 2, noNaN: true })),
  fc.oneof(fc.double(), fc.double({ min: extent[0] * 2, max: extent[1] * 2, noNaN: true })),
);
const factors = fc.integer({ min: -300, max: 300 }).map((n) => 20 ** (n / 300));
const isLegal = ([t0, t1]: Window) => {
  expect(t0).toBeGreaterThanOrEqual(extent[0]);
  expect(t1).toBeLessThanOrEqual(extent[1]);
  // A millisecond of arithmetic at 1.7e12.
  expect(t1 - t0).toBeGreaterThanOrEqual(NARROWEST - 1);
};

describe('constrain', () => {
  it('makes anything legal, NaN and infinity too', () => {
    const most = Number.MAX_VALUE;
    fc.assert(
      fc.property(anyWindow, (window) => isLegal(constrain(window, extent))),
      { examples: [[[-most, -most]], [[most, most]], [[-most, most]]] },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const once = constrain(window, extent);
        const twice = constrain(once, extent);
        expect(Math.abs(twice[0] - once[0])).toBeLessThan(1);
        expect(Math.abs(twice[1] - once[1])).toBeLessThan(1);
      }),
    );
  });

  it('leaves a legal window as it is', () => {
    const inside: Window = [Date.UTC(1999, 0, 1), Date.UTC(2001, 0, 1)];
    expect(constrain(inside, extent)).toEqual(inside);
  });

  it('slides before it shrinks', () => {
    const year = 365 * 24 * HOUR;
    expect(constrain([extent[0] - year, extent[0] + year], extent)).toEqual([
      extent[0],
      extent[0] + 2 * year,
    ]);
    expect(constrain([extent[1] - year, extent[1] + year], extent)).toEqual([
      extent[1] - 2 * year,
      extent[1],
    ]);
  });

  it('shows all of a story shorter than the narrowest window', () => {
    expect(constrain([5, 6], [0, HOUR])).toEqual([0, HOUR]);
  });
});

const length = (warp: Warp, [t0, t1]: Window) => placeOf(warp, t1) - placeOf(warp, t0);

describe('panning', () => {
  it('keeps the length of the window on the stage, and stays in the story', () => {
    fc.assert(
      fc.property(warps, windows, fc.double({ min: -3, max: 3, noNaN: true }), (warp, window, share) => {
        const next = panBy(window, warp, share);
        expect(length(warp, next)).toBeCloseTo(length(warp, window), 9);
        expect(next[0]).toBeGreaterThanOrEqual(extent[0] - 1);
        expect(next[1]).toBeLessThanOrEqual(extent[1] + 1);
      }),
    );
  });

  it('comes back by the same share unless an end of the story was in the way', () => {
    fc.assert(
      fc.property(warps, windows, fc.double({ min: -1, max: 1, noNaN: true }), (warp, window, share) => {
        const start = placeOf(warp, window[0]) + share * length(warp, window);
        fc.pre(start > 0 && start + length(warp, window) < 1);
        const back = panBy(panBy(window, warp, share), warp, -share);
        expect(placeOf(warp, back[0])).toBeCloseTo(placeOf(warp, window[0]), 9);
        expect(placeOf(warp, back[1])).toBeCloseTo(placeOf(warp, window[1]), 9);
      }),
    );
  });
});

describe('zooming', () => {
  it('keeps the time under the pointer there, unless an end of the story or the closest zoom is in the way', () => {
    fc.assert(
      fc.property(warps, windows, factors, unit, (warp, window, factor, anchor) => {
        const under = timeAt(warp, placeOf(warp, window[0]) + anchor * length(warp, window));
        const next = zoomBy(window, warp, factor, anchor);
        const u0 = placeOf(warp, next[0]);
        fc.pre(u0 > 1e-9 && u0 + length(warp, next) < 1 - 1e-9 && next[1] - next[0] > NARROWEST + 1);
        const axis = makeAxis(warp, next, 1000);
        expect(axis.along(under)).toBeCloseTo(anchor * 1000, 3);
      }),
    );
  });

  it('zooms by its factor as far as the story and the closest zoom allow', () => {
    fc.assert(
      fc.property(warps, windows, factors, unit, (warp, window, factor, anchor) => {
        const next = zoomBy(window, warp, factor, anchor);
        const wanted = Math.min(1, length(warp, window) / factor);
        if (next[1] - next[0] > NARROWEST + 1) expect(length(warp, next)).toBeCloseTo(wanted, 9);
        else expect(length(warp, next)).toBeGreaterThanOrEqual(Math.min(wanted, length(warp, window)) - 1e-9);
      }),
    );
  });

  it('never leaves the legal windows once constrained', () => {
    fc.assert(
      fc.property(warps, windows, factors, unit, (warp, window, factor, anchor) =>
        isLegal(constrain(zoomBy(window, warp, factor, anchor), extent)),
      ),
    );
  });

  it('stops at the closest zoom without sliding on', () => {
    const closest: Window = [Date.UTC(2025, 10, 22, 9), Date.UTC(2025, 10, 22, 12)];
    expect(zoomBy(closest, story, 2, 0.9)).toEqual(closest);
  });
});
