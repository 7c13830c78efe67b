/** The law of the grid: it finds what a look at all boxes finds. Does not prove that it is quicker: the bench does. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BoxGrid } from './box-grid';
import { overlap, type Box } from './text-box';

/** px: on both sides of zero, on the edges of cells as often as off them, up to several cells wide. */
const place = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map((n) => n * 16),
  fc.double({ min: -400, max: 400, noNaN: true }),
);
const box = fc
  .tuple(
    place,
    place,
    fc.double({ min: 0, max: 300, noNaN: true }),
    fc.double({ min: 0, max: 60, noNaN: true }),
  )
  .map(([x0, y0, width, height]): Box => ({ x0, y0, x1: x0 + width, y1: y0 + height }));

it('finds exactly the boxes that overlap one, wherever they are', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 40 }), box, (boxes, asked) => {
      const grid = new BoxGrid<Box>();
      for (const each of boxes) grid.add(each, each);
      const found = new Set<Box>();
      expect(grid.some(asked, (each) => (found.add(each), false))).toBe(false);
      expect(found).toEqual(new Set(boxes.filter((each) => overlap(asked, each))));
      for (const wanted of boxes)
        expect(grid.some(asked, (each) => each === wanted)).toBe(overlap(asked, wanted));
    }),
  );
});
