/** One tap and two. A green run does not prove which element a finger hits: tests/e2e taps. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTap, type Tap } from './tap';

const id = fc.constantFrom(null, 'a', 'b');
const taps = fc.record({
  t: fc.integer({ min: 0, max: 2000 }),
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
  id,
});
const at = (tap: Partial<Tap>): Tap => ({ t: 0, x: 0, y: 0, id: null, ...tap });

const isNear = (last: Tap | null, tap: Tap): last is Tap =>
  last !== null && tap.t - last.t <= 300 && Math.hypot(tap.x - last.x, tap.y - last.y) <= 24;

it('acts at once on a thing, unless the tap before chose one there', () => {
  fc.assert(
    fc.property(fc.option(taps), taps, (last, tap) => {
      fc.pre(tap.id !== null && (last === null || last.t <= tap.t));
      const chose = isNear(last, tap) && last.id !== null;
      expect(readTap(last, tap)).toBe(chose ? 'nothing' : 'act');
    }),
  );
  expect(readTap(at({ id: 'a' }), at({ t: 299, id: 'a', x: 10 }))).toBe('nothing');
  expect(readTap(at({ id: 'a' }), at({ t: 301, id: 'a', x: 10 }))).toBe('act');
});

it('zooms only by two taps on free ground, close in time and place', () => {
  fc.assert(
    fc.property(fc.option(taps), taps, (last, tap) => {
      fc.pre(last === null || last.t <= tap.t);
      const zooms = isNear(last, tap) && last.id === null && tap.id === null;
      expect(readTap(last, tap) === 'zoom').toBe(zooms);
    }),
  );
  expect(readTap(at({}), at({ t: 250, x: 8, y: 8 }))).toBe('zoom');
  expect(readTap(null, at({}))).toBe('wait');
});
