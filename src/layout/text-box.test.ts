/**
 * The laws of breaking text into lines and of boxes. Does not prove that the measurer knows how wide the browser
 * draws a word: tests/e2e compares boxes on the page.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letters, runs } from '../../tests/fixtures/stories';
import { inside, LINE, oneLine, overlap, wrap } from './text-box';

const measure = letters();
const words = fc.array(fc.stringMatching(/^[a-zé’-]{1,14}$/), { minLength: 1, maxLength: 12 });

describe('wrap', () => {
  it('keeps all words in order, in few enough lines, none wider than allowed', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 10, max: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (all, width, most) => {
          const block = wrap(all.join(' '), 'label', width, most, measure);
          if (!block) return;
          expect(block.lines.join(' ')).toBe(all.join(' '));
          expect(block.lines.length).toBeLessThanOrEqual(most);
          const widths = block.lines.map((line) => measure(line, 'label'));
          expect(Math.max(...widths)).toBeLessThanOrEqual(width);
          expect(block.width).toBe(Math.max(...widths));
          expect(block.height).toBe(block.lines.length * LINE.label);
        },
      ),
      runs(500),
    );
  });

  it('gives up only where filling line by line does not fit either', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 10, max: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (all, width, most) => {
          let lines = 1;
          let used = -1;
          for (const { length } of all) {
            if ((used + 1 + length) * 7.5 > width) [lines, used] = [lines + 1, -1];
            used += 1 + length;
          }
          const fits = lines <= most && all.every(({ length }) => length * 7.5 <= width);
          expect(wrap(all.join(' '), 'label', width, most, measure) !== null).toBe(fits);
        },
      ),
      runs(500),
    );
  });

  it('makes lines even rather than full', () => {
    expect(wrap('aaaa bbbb cccc dddd', 'label', 120, 3, measure)?.lines).toEqual(['aaaa bbbb', 'cccc dddd']);
    expect(oneLine('aaaa bbbb', 'small', measure)).toEqual({ lines: ['aaaa bbbb'], width: 67.5, height: 14 });
  });
});

describe('boxes', () => {
  const side = fc.integer({ min: 0, max: 9 });
  const box = fc
    .tuple(side, side, side, side)
    .map(([x, y, w, h]) => ({ x0: x, y0: y, x1: x + w + 1, y1: y + h + 1 }));
  const cells = ({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }) => {
    const all = new Set<string>();
    for (let x = x0; x < x1; x++) for (let y = y0; y < y1; y++) all.add(`${x},${y}`);
    return all;
  };

  it('overlap where they share a cell, and are inside where all cells are shared', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const [mine, yours] = [[...cells(a)], cells(b)];
        expect(overlap(a, b)).toBe(mine.some((cell) => yours.has(cell)));
        expect(inside(a, b)).toBe(mine.every((cell) => yours.has(cell)));
      }),
      runs(300),
    );
  });
});
