/** What a tap means, after the one before it. Pure: the clock and the ground are told. */

export interface Tap {
  /** ms */
  t: number;
  /** CSS px */
  x: number;
  y: number;
  /** What was hit: an id, or null for free ground. */
  id: string | null;
}

/**
 * `act`: at once. `wait`: act if no second tap comes. `zoom`: it was the second one on free ground.
 * `nothing`: it was the second one where the first chose a thing, whatever the picture has slid there since.
 */
export type Meaning = 'act' | 'wait' | 'zoom' | 'nothing';

/** Two taps within this time, and this near to each other, are a double tap: ms, px. */
export const DOUBLE_TIME = 300;
const DOUBLE_REACH = 24;

/** What is chosen is chosen at once; only free ground waits, so that a double tap zooms and does nothing else. */
export function readTap(last: Tap | null, tap: Tap): Meaning {
  const again =
    last !== null &&
    tap.t - last.t <= DOUBLE_TIME &&
    Math.hypot(tap.x - last.x, tap.y - last.y) <= DOUBLE_REACH;
  if (again && last.id !== null) return 'nothing';
  if (tap.id === null) return again ? 'zoom' : 'wait';
  return 'act';
}
