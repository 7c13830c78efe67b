/** The clock of a lesson. A green run does not prove that a machine wakes up with the right time. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { elapsed, left, pause, reset, setMinutes, spell, start, STOPPED } from './clock';

it('counts what it ran, however often it was stopped', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1e6), fc.nat(1e6))), (spans) => {
      let [clock, now, ran] = [STOPPED, 1e12, 0];
      for (const [run, rest] of spans) {
        clock = start(clock, now);
        // Pressed twice it does not begin again.
        clock = start(clock, now + run / 2);
        now += run;
        ran += run;
        expect(elapsed(clock, now)).toBe(ran);
        clock = pause(clock, now);
        now += rest;
        expect(left(clock, now)).toBe(clock.length - ran);
      }
      expect(elapsed(reset(clock), now)).toBe(0);
    }),
  );
});

it('keeps its length between a minute and four hours, whatever is typed', () => {
  fc.assert(
    fc.property(fc.double(), (minutes) => {
      const { length } = setMinutes(STOPPED, minutes);
      expect(length).toBeGreaterThanOrEqual(60_000);
      expect(length).toBeLessThanOrEqual(240 * 60_000);
    }),
  );
  expect(setMinutes(STOPPED, 20).length).toBe(20 * 60_000);
});

it.each([
  [0, '0:00'],
  [65_000, '1:05'],
  [3_723_999, '1:02:03'],
  [-65_000, '−1:05'],
  [-999, '0:00'],
])('spells %d ms as %s', (ms, text) => expect(spell(ms)).toBe(text));
