/**
 * The laws of what is drawn while the picture slides: all that is in view is there, nothing goes that is on the way back,
 * and no more is held than two stages beside the one in view. Does not prove that this is quicker: `npm run bench` does.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Axis } from '@/viewport/axis';
import { BLEED, holdSame, reachOf, sameFields, type Reach } from './slide';

const at = (shift: number, length: number) => ({ shift, length }) as Axis;
const LENGTH = fc.integer({ min: 200, max: 4000 });
/** px of each movement between two frames. */
const moves = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 60 });

it('holds what is in view at every moment, and at rest nothing else', () => {
  fc.assert(
    fc.property(LENGTH, moves, (length, steps) => {
      let shift = 0;
      let reach: Reach = reachOf(at(shift, length), null);
      expect(reach).toEqual([-BLEED, length + BLEED]);
      for (const step of steps) {
        shift += step;
        const before = reach;
        reach = reachOf(at(shift, length), before);
        const [from, to] = [shift - BLEED, shift + length + BLEED];
        expect(reach[0]).toBeLessThanOrEqual(from);
        expect(reach[1]).toBeGreaterThanOrEqual(to);
        // Not more than a stage and a stretch at either end, unless it was there and nothing had to be drawn.
        if (reach === before) continue;
        expect(from - reach[0]).toBeLessThanOrEqual(length + 48);
        expect(reach[1] - to).toBeLessThanOrEqual(length + 48);
      }
    }),
  );
});

it('draws nothing anew on the way back over less than a stage', () => {
  fc.assert(
    fc.property(
      LENGTH,
      fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { maxLength: 40 }),
      (length, places) => {
        // To the one end and to the other, and then anywhere between them.
        const wide = [-0.5, 0.5].reduce<Reach>(
          (reach, place) => reachOf(at(place * length, length), reach),
          reachOf(at(0, length), null),
        );
        for (const place of places) expect(reachOf(at(place * length, length), wide)).toBe(wide);
      },
    ),
  );
});

it('hands on the same list as long as it holds the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }), { maxLength: 30 }),
      (lists) => {
        const hold = holdSame<number>();
        let last: readonly number[] = hold([]);
        for (const list of lists) {
          const held = hold(list);
          expect(held).toEqual(list);
          expect(held === last).toBe(JSON.stringify(list) === JSON.stringify(last));
          last = held;
        }
      },
    ),
  );
});

it('hands back the array of before while its items look the same, and of those the ones that do', () => {
  const hold = holdSame<{ id: number; x: number }>(sameFields);
  const first = hold([
    { id: 1, x: 0 },
    { id: 2, x: 5 },
  ]);
  expect(hold(first.map((item) => ({ ...item })))).toBe(first);
  const moved = hold([
    { id: 1, x: 0 },
    { id: 2, x: 6 },
  ]);
  expect(moved).not.toBe(first);
  expect(moved[0]).toBe(first[0]);
  expect(moved[1]).toEqual({ id: 2, x: 6 });
  expect(hold(moved.slice(0, 1))).toEqual([{ id: 1, x: 0 }]);
});
