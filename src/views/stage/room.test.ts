/** How the stage shares its room. A green run does not prove that it looks well: stage-labels looks at words. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Measure } from '@/layout/text-box';
import { placeNames, stageRoom } from './room';

const measure: Measure = (text) => text.length * 8;
const names = ['Synthetic drugs', 'Violent extremism', 'Transnational repression', 'The G7 itself'];
const place = (width: number) => placeNames(names, ['Summits'], width, measure);

it('gives the names no more than a quarter of the width, and whole words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 320, max: 2000 }), (width) => {
      const placed = place(width);
      expect(placed.gutter).toBeLessThanOrEqual(Math.max(width / 4, 10));
      expect(placed.names.map((lines) => lines.join(' '))).toEqual(names);
      if (placed.above) expect(placed.gutter).toBe(10);
      else
        for (const line of placed.names.flat()) expect(measure(line, 'strong')).toBeLessThan(placed.gutter);
    }),
  );
});

it('breaks names before it moves them above their lanes', () => {
  const ways = [1400, 700, 340].map((width) => place(width));
  expect(ways.map(({ slim, above }) => [slim, above])).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
});

it('lays its rows one below the other, inside of its height where that is enough', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 320, max: 2000 }),
      fc.integer({ min: 300, max: 1400 }),
      fc.boolean(),
      (width, height, hasFlow) => {
        const room = stageRoom(width, height, place(width), hasFlow);
        expect(room.upper.summitsTop).toBeGreaterThanOrEqual(room.upper.lanesTop + 4 * room.upper.laneHeight);
        expect(room.axis.top).toBeGreaterThan(room.upper.summitsTop);
        expect(room.headings.top).toBeGreaterThanOrEqual(room.axis.top + room.axis.height);
        expect(room.flow.top).toBe(room.headings.top + room.headings.height);
        expect(room.flow.height).toBeGreaterThan(0);
        if (room.flow.height > 1) expect(room.flow.top + room.flow.height).toBeLessThan(height);
        expect(room.gutter + room.length).toBeLessThanOrEqual(width);
      },
    ),
  );
});
