/** Laws of the sheet that is let go. A green run does not prove that a finger feels understood. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideStop, FLICK, type SheetHeights } from './sheet-decision';

const heights: fc.Arbitrary<SheetHeights> = fc
  .tuple(
    fc.double({ min: 60, max: 200, noNaN: true }),
    fc.double({ min: 20, max: 400, noNaN: true }),
    fc.double({ min: 20, max: 500, noNaN: true }),
  )
  .map(([peek, more, most]) => ({ peek, half: peek + more, full: peek + more + most }));
const height = fc.double({ min: 0, max: 1100, noNaN: true });
const speed = fc.double({ min: -6, max: 6, noNaN: true });
const at = (stop: ReturnType<typeof decideStop>, of: SheetHeights) => (stop === 'closed' ? 0 : of[stop]);

describe('a sheet that is let go', () => {
  it('rests at the nearest stop when the finger was slow', () => {
    const slow = fc.double({ min: -FLICK, max: FLICK, noNaN: true });
    fc.assert(
      fc.property(heights, height, slow, (of, h, v) => {
        const off = Math.abs(at(decideStop(h, v, of), of) - h);
        for (const each of [0, ...Object.values(of)]) expect(off).toBeLessThanOrEqual(Math.abs(each - h));
      }),
    );
  });

  it('goes the way it was thrown, one stop and no further', () => {
    fc.assert(
      fc.property(heights, height, fc.double({ min: FLICK * 1.01, max: 6, noNaN: true }), (of, h, v) => {
        const [up, down] = [at(decideStop(h, v, of), of), at(decideStop(h, -v, of), of)];
        if (h < of.full) expect(up).toBeGreaterThan(h);
        if (h > 0) expect(down).toBeLessThan(h);
        const between = (a: number, b: number) => Object.values(of).filter((each) => each > a && each < b);
        expect(between(h, up)).toEqual([]);
        expect(between(down, h)).toEqual([]);
      }),
    );
  });

  it('never ends lower for a higher or faster finger', () => {
    fc.assert(
      fc.property(heights, height, height, speed, speed, (of, h1, h2, v1, v2) => {
        const [h, H] = [Math.min(h1, h2), Math.max(h1, h2)];
        expect(at(decideStop(h, v1, of), of)).toBeLessThanOrEqual(at(decideStop(H, v1, of), of));
        const [v, V] = [Math.min(v1, v2), Math.max(v1, v2)];
        expect(at(decideStop(h1, v, of), of)).toBeLessThanOrEqual(at(decideStop(h1, V, of), of));
      }),
    );
  });

  it.each([
    [340, -1, 'peek'],
    [120, -1, 'closed'],
    [121, -1, 'peek'],
    [340, 1, 'full'],
    [120, 1, 'half'],
    [50, 0, 'closed'],
    [70, 0, 'peek'],
    [776, 1, 'full'],
  ] as const)('at %i px with %i px a ms: %s', (h, v, stop) => {
    expect(decideStop(h, v, { peek: 120, half: 340, full: 776 })).toBe(stop);
  });
});
