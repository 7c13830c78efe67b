/** The one rule for legal windows: inside the story, no narrower than `minimum`, never empty. Pure. */
import { placeOf, timeAt, type Warp } from '@/time/warp';

/** The visible period, ms UTC. */
export type Window = readonly [number, number];

/**
 * Three hours: finer than anything the sources know, and wide enough that window → px → window still agrees to the
 * millisecond in double arithmetic (1.6e12 ms needs 41 bits; 12 bits are left for the px).
 */
export const NARROWEST = 3 * 36e5;

/** The nearest legal window: slides back inside the extent first, and only then shrinks. */
export function constrain([a, b]: Window, [e0, e1]: Window, minimum = NARROWEST): Window {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return [e0, e1];
  const shortest = Math.min(minimum, e1 - e0);
  let t0 = Math.min(a, b);
  let t1 = Math.max(a, b);
  // Kept apart from its ends: of the largest numbers, no sum and no small difference is right.
  let length = t1 - t0;
  if (length < shortest) {
    t0 -= (shortest - length) / 2;
    length = shortest;
    t1 = t0 + length;
  }
  if (length >= e1 - e0) return [e0, e1];
  if (t0 < e0) return [e0, e0 + length];
  if (t1 > e1) return [e1 - length, e1];
  return [t0, t1];
}

/** Slides the window by a share of its own length, measured on the stage: the picture moves as one. */
export function panBy(window: Window, warp: Warp, share: number): Window {
  const [u0, u1] = places(window, warp);
  const length = u1 - u0;
  const start = Math.min(Math.max(u0 + share * length, 0), Math.max(0, 1 - length));
  return [timeAt(warp, start), timeAt(warp, Math.min(1, start + length))];
}

/** Zooms by `factor` (2 = twice as close) and keeps `anchor` (0 = left edge, 1 = right edge) under the pointer. */
export function zoomBy(
  window: Window,
  warp: Warp,
  factor: number,
  anchor = 0.5,
  minimum = NARROWEST,
): Window {
  const [u0, u1] = places(window, warp);
  const fixed = u0 + (u1 - u0) * anchor;
  const length = Math.min(1, (u1 - u0) / factor);
  const start = Math.min(Math.max(fixed - anchor * length, 0), 1 - length);
  const next: Window = [timeAt(warp, start), timeAt(warp, start + length)];
  return next[1] - next[0] < minimum && factor > 1 ? narrowest(window, warp, anchor, minimum) : next;
}

/** The closest legal window around the anchor: so that a zoom beyond the limit stops at it without a jump. */
function narrowest(window: Window, warp: Warp, anchor: number, minimum: number): Window {
  if (window[1] - window[0] <= minimum) return window;
  const [u0, u1] = places(window, warp);
  const fixed = timeAt(warp, u0 + (u1 - u0) * anchor);
  return [fixed - anchor * minimum, fixed + (1 - anchor) * minimum];
}

const places = ([t0, t1]: Window, warp: Warp): [number, number] => [placeOf(warp, t0), placeOf(warp, t1)];
