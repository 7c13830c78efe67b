/** What is drawn is read again by a decoder that knows nothing of how it was made. Not proven: a camera in a dark room. */
import fc from 'fast-check';
import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { QUIET, qrPath, type QrPath } from './qr-path';

/** Pixels a module. */
const PX = 3;

function raster({ size, d }: QrPath): { data: Uint8ClampedArray; side: number } {
  const side = size * PX;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, run] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let j = 0; j < PX; j++) {
      const from = ((Number(y) * PX + j) * side + Number(x) * PX) * 4;
      data.fill(0, from, from + Number(run) * PX * 4);
    }
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255;
  return { data, side };
}

const read = (path: QrPath): string | undefined => {
  const { data, side } = raster(path);
  return jsQR(data, side, side, { inversionAttempts: 'dontInvert' })?.data;
};

it('draws addresses that a decoder reads, short and long', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#&=+%';
  const text = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(text, (text) => read(qrPath(text)) === text),
    { numRuns: 40 },
  );
});

it.each(['https://timeline.example/?step=founding&lang=fr', '« Ottawa, 50 ans après » – é', 'x'])(
  'reads %s',
  (text) => expect(read(qrPath(text))).toBe(text),
);

it('keeps a quiet zone of four modules, and changes where a letter does', () => {
  const { d, size } = qrPath('https://timeline.example/');
  const at = [...d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => [x, y, run].map(Number));
  for (const [x = 0, y = 0, run = 0] of at) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(QUIET);
    expect(Math.max(x + run, y + 1)).toBeLessThanOrEqual(size - QUIET);
  }
  expect(qrPath('https://timeline.exbmple/').d).not.toBe(d);
});

it('says that a text is too long, and draws no half of it', () => {
  expect(() => qrPath('x'.repeat(3000))).toThrow();
});
