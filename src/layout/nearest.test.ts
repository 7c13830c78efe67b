/** What a tap means. A green run does not prove where things are drawn. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceTo, nearest } from './nearest';

const candidates = fc.array(
  fc.record({ id: fc.string(), distance: fc.double({ min: 0, max: 50, noNaN: true }) }),
);

it('finds one within reach if there is one, and none is nearer', () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const near = all.filter(({ distance }) => distance <= 22);
      const least = Math.min(...near.map(({ distance }) => distance));
      const found = nearest(all, 22);
      if (near.length === 0) expect(found).toBeNull();
      else expect(near.some(({ id, distance }) => id === found && distance === least)).toBe(true);
    }),
  );
});

it('prefers what is drawn on top', () => {
  expect(nearest([{ id: 'a', distance: 3 }, { id: 'b', distance: 3 }], 22)).toBe('b'); // prettier-ignore
});

it('measures to the nearest point of a box', () => {
  const n = fc.integer({ min: -100, max: 100 });
  fc.assert(
    fc.property(n, n, n, n, n, n, (a, b, c, d, x, y) => {
      const box = { x0: Math.min(a, b), x1: Math.max(a, b), y0: Math.min(c, d), y1: Math.max(c, d) };
      const at = { x: Math.min(Math.max(x, box.x0), box.x1), y: Math.min(Math.max(y, box.y0), box.y1) };
      expect(distanceTo(box, x, y)).toBeCloseTo(Math.hypot(at.x - x, at.y - y), 9);
    }),
  );
});
