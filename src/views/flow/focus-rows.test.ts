/** Rows and lanes beside one node. Does not prove that lanes meet rows of any height: the browser tests look at that. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, runs } from '../../../tests/fixtures/stories';
import { bendPaths, gutterUnit, lanesOf, partLinks } from './focus-rows';

const weights = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 14 });

describe('rows of a node', () => {
  it('show all links or count the rest, widest first, those of the thread before others', () => {
    const { links } = bundled('en');
    fc.assert(
      fc.property(fc.subarray([...links]), fc.option(fc.subarray(links.map(({ id }) => id))), (some, ids) => {
        const path = ids && new Set(ids);
        const { shown, rest } = partLinks(some, path);
        expect([...shown, ...rest].map(({ id }) => id).sort()).toEqual(some.map(({ id }) => id).sort());
        expect(shown.length).toBeLessThanOrEqual(6);
        expect(shown.length > 0).toBe(some.length > 0);
        for (const [i, { weight }] of shown.entries())
          expect(weight).toBeLessThanOrEqual(shown[i - 1]?.weight ?? Infinity);
        if (path && shown.some(({ id }) => path.has(id)))
          expect(shown.every(({ id }) => path.has(id))).toBe(true);
      }),
      runs(200),
    );
  });

  it('have lanes as wide as their weight, side by side, the longest way outermost', () => {
    fc.assert(
      fc.property(weights, fc.boolean(), (some, down) => {
        const unit = gutterUnit([some], 64);
        const lanes = lanesOf(some, unit, down);
        expect(lanes.map(({ width }) => width)).toEqual(some.map((weight) => weight * unit));
        const outward = down ? lanes : [...lanes].reverse();
        for (const [i, { x }] of outward.entries()) {
          const before = outward[i - 1];
          expect(x).toBeGreaterThanOrEqual(before ? before.x + before.width - 1e-9 : 0);
        }
        expect(some.reduce((a, b) => a + b, 0) * unit).toBeLessThanOrEqual(64);
      }),
      runs(200),
    );
  });

  it('bend without NaN, up and down', () => {
    for (const down of [true, false])
      for (const path of Object.values(bendPaths({ x: 4, width: 12, inferred: false }, 68, 13, down)))
        expect(path).toMatch(/^M[-\d.,MHVLAZ ]*$/);
  });
});
