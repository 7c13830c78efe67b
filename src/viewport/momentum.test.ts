/** The laws of gliding on. A green run does not prove that it feels right under a finger. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECAY, glideAt, glideTime, velocityOf, type Sample } from './momentum';

const speeds = fc.double({ min: -4, max: 4, noNaN: true }).filter((v) => Math.abs(v) > 0.13);
const steps = fc.integer({ min: 3, max: 17 });
/** A finger that moves evenly until `end`, a sample every `step` ms. */
const evenly = (velocity: number, step: number, end = 1000): Sample[] =>
  Array.from({ length: 20 }, (_, i) => ({ t: end - (19 - i) * step, x: velocity * (i - 19) * step }));

describe('the speed a finger left with', () => {
  it('is that of even movement', () => {
    fc.assert(
      fc.property(speeds, steps, (velocity, step) => {
        expect(velocityOf(evenly(velocity, step), 1000)).toBeCloseTo(velocity, 9);
      }),
    );
  });

  it('is nothing after a rest, for a touch without movement, and for no touch at all', () => {
    fc.assert(
      fc.property(speeds, steps, fc.integer({ min: 101, max: 5000 }), (velocity, step, rest) => {
        expect(velocityOf(evenly(velocity, step), 1000 + rest)).toBe(0);
      }),
    );
    expect(velocityOf([{ t: 1000, x: 5 }], 1000)).toBe(0);
    expect(velocityOf(evenly(0, 8), 1000)).toBe(0);
    expect(velocityOf([], 1000)).toBe(0);
  });

  it('forgets how the movement began', () => {
    fc.assert(
      fc.property(speeds, fc.double({ min: -500, max: 500, noNaN: true }), (velocity, x) => {
        const samples = [{ t: 100, x }, { t: 200, x: -x }, ...evenly(velocity, 5)];
        expect(velocityOf(samples, 1000)).toBeCloseTo(velocity, 9);
      }),
    );
  });

  it('is a number within bounds, whatever the samples', () => {
    const sample = fc.record({ t: fc.integer({ min: 0, max: 1000 }), x: fc.double({ noNaN: true }) });
    fc.assert(
      fc.property(fc.array(sample), (samples) => {
        samples.sort((a, b) => a.t - b.t);
        expect(Math.abs(velocityOf(samples, 1000))).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('a glide', () => {
  const times = fc.double({ min: 0, max: 3000, noNaN: true });

  it('loses all but 1/e of what is left in each time constant', () => {
    fc.assert(
      fc.property(speeds, times, (velocity, ms) => {
        const left = (at: number) => velocity * DECAY - glideAt(velocity, at);
        expect(left(ms + DECAY)).toBeCloseTo(left(ms) / Math.E, 6);
      }),
    );
  });

  it('never turns round, and begins as fast as the finger was', () => {
    fc.assert(
      fc.property(speeds, times, times, (velocity, a, b) => {
        const way = glideAt(velocity, Math.max(a, b)) - glideAt(velocity, Math.min(a, b));
        expect(way * Math.sign(velocity)).toBeGreaterThanOrEqual(0);
        expect(glideAt(velocity, 0.01) / 0.01).toBeCloseTo(velocity, 3);
      }),
    );
  });

  it('ends where half a px is left, and not before', () => {
    fc.assert(
      fc.property(speeds, (velocity) => {
        const left = Math.abs(velocity * DECAY - glideAt(velocity, glideTime(velocity)));
        expect(left).toBeCloseTo(0.5, 6);
      }),
    );
    expect(glideTime(0)).toBe(0);
  });
});
