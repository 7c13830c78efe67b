/**
 * The laws of the scales, over random chapters. A green run does not prove that a scale is a good one to read,
 * only that it bends no order and loses no time.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendWarps, evenWarp, placeOf, storyWarp, timeAt, type Segment, type Warp } from './warp';

const DAY = 864e5;
/** Chapters of one to ten thousand days whose shares are at most a thousandfold apart. */
const segments: fc.Arbitrary<Segment[]> = fc
  .tuple(
    fc.integer({ min: -20_000, max: 20_000 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 1000 })), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([start, chapters]) => {
    let t0 = start * DAY;
    const total = chapters.reduce((sum, [, share]) => sum + share, 0);
    return chapters.map(([days, share]) => {
      const segment = { t0, t1: t0 + days * DAY, share: share / total };
      t0 = segment.t1;
      return segment;
    });
  });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const warps: fc.Arbitrary<Warp> = fc
  .tuple(segments, fc.oneof(fc.constantFrom(0, 1), share))
  .map(([chapters, evenness]) => blendWarps(storyWarp(chapters), evenWarp(storyWarp(chapters)), evenness));
const edges = (warp: Warp): [number, number] => [warp.ts[0] ?? 0, warp.ts.at(-1) ?? 0];

describe('every scale', () => {
  it('begins at 0 and ends at 1', () => {
    fc.assert(
      fc.property(warps, (warp) => {
        const [t0, t1] = edges(warp);
        expect(placeOf(warp, t0)).toBeCloseTo(0, 12);
        expect(placeOf(warp, t1)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('comes back to the same time, also beyond its ends', () => {
    fc.assert(
      fc.property(warps, fc.double({ min: -0.5, max: 1.5, noNaN: true }), (warp, along) => {
        const [t0, t1] = edges(warp);
        const t = t0 + along * (t1 - t0);
        expect(Math.abs(timeAt(warp, placeOf(warp, t)) - t)).toBeLessThan(1);
      }),
    );
  });

  it('never turns time round', () => {
    fc.assert(
      fc.property(warps, share, share, (warp, a, b) => {
        const [t0, t1] = edges(warp);
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((at) => t0 + at * (t1 - t0)) as [
          number,
          number,
        ];
        fc.pre(late - early > 1);
        expect(placeOf(warp, early)).toBeLessThan(placeOf(warp, late));
      }),
    );
  });
});

it('gives each chapter its share on the story scale', () => {
  fc.assert(
    fc.property(segments, (chapters) => {
      const warp = storyWarp(chapters);
      for (const { t0, t1, share: own } of chapters) {
        expect(placeOf(warp, t1) - placeOf(warp, t0)).toBeCloseTo(own, 9);
      }
    }),
  );
});

it('gives each day the same length on the even scale', () => {
  fc.assert(
    fc.property(segments, share, (chapters, at) => {
      const warp = evenWarp(storyWarp(chapters));
      const [t0, t1] = edges(warp);
      expect(placeOf(warp, t0 + at * (t1 - t0))).toBeCloseTo(at, 9);
    }),
  );
});

it('lies between both scales while one becomes the other', () => {
  fc.assert(
    fc.property(segments, share, share, (chapters, evenness, at) => {
      const story = storyWarp(chapters);
      const even = evenWarp(story);
      const [t0, t1] = edges(story);
      const t = t0 + at * (t1 - t0);
      const ends = [placeOf(story, t), placeOf(even, t)];
      const between = placeOf(blendWarps(story, even, evenness), t);
      expect(between).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-9);
      expect(between).toBeLessThanOrEqual(Math.max(...ends) + 1e-9);
    }),
  );
});
