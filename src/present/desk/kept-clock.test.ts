/** The clock that a tab keeps. A green run does not prove that a browser gives it back: tests/e2e/class-corners does. */
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { start, STOPPED } from './clock';
import { keepClock, keptClock } from './kept-clock';

const clock = { n: 3, by: 'w1', value: start(STOPPED, 1e12) };
let stored: string | null = null;
const works = { getItem: () => stored, setItem: (_: string, text: string) => (stored = text) };
const refuse = () => {
  throw new Error('blocked');
};
afterEach(() => {
  stored = null;
  vi.unstubAllGlobals();
});

it('is there again for its own lesson only, and only once somebody has touched it', () => {
  vi.stubGlobal('sessionStorage', works);
  keepClock('k3x9ab', { n: 0, by: '', value: STOPPED });
  expect(keptClock('k3x9ab')).toBeNull();
  keepClock('k3x9ab', clock);
  expect(keptClock('k3x9ab')).toEqual(clock);
  for (const other of ['another', null]) expect(keptClock(other)).toBeNull();
});

it('is not there where nothing may be stored, and nothing fails by that', () => {
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse });
  keepClock('k3x9ab', clock);
  expect(keptClock('k3x9ab')).toBeNull();
});

it('is believed only as it was written', () => {
  vi.stubGlobal('sessionStorage', works);
  fc.assert(
    fc.property(fc.json(), fc.json(), (any, part) => {
      for (const text of [any, `{"session":"k3x9ab","clock":${part}}`, part.slice(1)]) {
        stored = text;
        expect(keptClock('k3x9ab')).toBeNull();
      }
    }),
  );
});
