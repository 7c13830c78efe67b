/**
 * The axis: the one scale of a frame, from time to CSS px on the stage and back. A value; pass it, never change it.
 * `along` counts px from the start of the stage in the direction time runs.
 */
import { placeOf, timeAt, type Warp } from '@/time/warp';

export interface Axis {
  t0: number;
  t1: number;
  /** Length of the stage in the direction of time, CSS px. */
  length: number;
  warp: Warp;
  /** How many stages long the whole story is: 1 = all of it is visible. */
  k: number;
  along: (t: number) => number;
  timeAt: (along: number) => number;
}

/** The axis of a visible window [t0, t1] on a stage of `length` px. */
export function makeAxis(warp: Warp, [t0, t1]: readonly [number, number], length: number): Axis {
  const u0 = placeOf(warp, t0);
  const k = 1 / Math.max(placeOf(warp, t1) - u0, 1e-12);
  return {
    t0,
    t1,
    length,
    warp,
    k,
    along: (t) => (placeOf(warp, t) - u0) * k * length,
    timeAt: (along) => timeAt(warp, u0 + along / (k * length)),
  };
}
