/** Proves where the card of a term stands. Does not prove that a browser measures it rightly (tests/e2e does). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeBeside } from './place-beside';

it('stands in the room, and not on the words where there is room beside them', () => {
  const number = (min: number, max: number) => fc.integer({ min, max });
  fc.assert(
    fc.property(
      number(320, 2000),
      number(240, 1200),
      number(40, 300),
      number(40, 700),
      fc.nat(100),
      fc.nat(100),
      (width, height, w, h, u, v) => {
        const room = { width, height };
        const card = { width: Math.min(w, width - 24), height: Math.min(h, height - 24) };
        const top = (v / 100) * (height - 20);
        const words = { left: (u / 100) * (width - 40), top, bottom: top + 20 };
        const { x, y } = placeBeside(words, card, room);
        expect(x).toBeGreaterThanOrEqual(12);
        expect(y).toBeGreaterThanOrEqual(12);
        expect(x + card.width).toBeLessThanOrEqual(width - 12);
        expect(y + card.height).toBeLessThanOrEqual(height - 12);
        const roomy = top - 18 >= card.height || height - top - 20 - 18 >= card.height;
        if (roomy) expect(y >= words.bottom || y + card.height <= top).toBe(true);
      },
    ),
  );
});
