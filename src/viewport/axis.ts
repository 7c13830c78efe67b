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
  /**
   * px that coordinates of drawn marks run ahead of the stage’s: while the picture slides they stay as they are and
   * only their group moves. Below SHIFT_STEP, for a browser keeps coordinates in 24 bits.
   */
  shift: number;
  /** Which stretch of SHIFT_STEP px the stage starts in: drawn coordinates hold for one zoom and one stretch. */
  stretch: number;
  along: (t: number) => number;
  timeAt: (along: number) => number;
}

export const SHIFT_STEP = 2048;

/** The same axis for a picture whose marks keep their coordinates while it slides. */
export function slidingAxis(axis: Axis): Axis {
  const offset = placeOf(axis.warp, axis.t0) * axis.k * axis.length;
  const stretch = Math.floor(offset / SHIFT_STEP);
  return { ...axis, stretch, shift: offset - stretch * SHIFT_STEP };
}

/** Where something at `x` px on the stage is drawn: to a tenth of a px, so that equal places are equal numbers. */
export const drawnAt = (axis: Axis, x: number): number => Math.round((x + axis.shift) * 10) / 10;

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
    shift: 0,
    stretch: 0,
    along: (t) => (placeOf(warp, t) - u0) * k * length,
    timeAt: (along) => timeAt(warp, u0 + along / (k * length)),
  };
}
