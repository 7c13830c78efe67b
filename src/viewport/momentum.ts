/** How a picture glides on once the finger has left it: slower and slower, like a page that was flung. Pure. */

/** Where a finger was, px, and when, ms. */
export interface Sample {
  t: number;
  x: number;
}

/** What the finger did longer ago than this says nothing about how it left, ms. */
const MEMORY = 100;
/** In this time a glide loses all but 1/e of its speed, ms: what phones’ own lists do. */
export const DECAY = 325;
/** Slower is a finger that came to rest; faster is a slip of the sensor. px per ms. */
const SLOWEST = 0.12;
const FASTEST = 4;
/** A glide with less than this before it has ended, px. */
const REST = 0.5;

/** Speed of a finger that was lifted at `now` (ms), px per ms; 0 if it rested before it left. */
export function velocityOf(samples: readonly Sample[], now: number): number {
  const recent = samples.filter(({ t }) => t <= now && now - t <= MEMORY);
  const first = recent[0];
  const last = recent.at(-1);
  if (!first || !last || last.t <= first.t) return 0;
  // Up to `now`, not to the last sample: a finger that holds still sends nothing.
  const velocity = (last.x - first.x) / (now - first.t);
  if (Math.abs(velocity) < SLOWEST) return 0;
  return Math.min(Math.max(velocity, -FASTEST), FASTEST);
}

/** px that a glide which began with `velocity` (px per ms) has come after `ms`. */
export const glideAt = (velocity: number, ms: number): number =>
  velocity * DECAY * (1 - Math.exp(-ms / DECAY));

/** ms until less than half a px is left of it. */
export const glideTime = (velocity: number): number =>
  Math.max(0, DECAY * Math.log((Math.abs(velocity) * DECAY) / REST));
