/**
 * A warp maps time to a place on a line of length 1: monotone and piecewise linear, so exact both ways.
 * The story scale gives each chapter its share of the line; the even scale gives each day the same length.
 * Both bend at the same times, so that the one can be blended into the other.
 */
import { bisectRight } from 'd3-array';

export interface Warp {
  /** Times of the bends (ms UTC), strictly rising; at least two. */
  ts: readonly number[];
  /** Places of the bends, strictly rising from 0 to 1. */
  us: readonly number[];
}

export interface Segment {
  t0: number;
  t1: number;
  /** Share of the line, all adding up to 1. */
  share: number;
}

/** The story scale: consecutive segments with their shares. */
export function storyWarp(segments: readonly Segment[]): Warp {
  const ts = [segments[0]?.t0 ?? 0];
  const us = [0];
  const total = segments.reduce((sum, segment) => sum + segment.share, 0);
  let u = 0;
  for (const segment of segments) {
    u += segment.share / total;
    ts.push(segment.t1);
    us.push(u);
  }
  us[us.length - 1] = 1;
  return { ts, us };
}

/** The even scale with the bends of another warp. */
export function evenWarp({ ts }: Warp): Warp {
  const t0 = ts[0] ?? 0;
  const length = (ts.at(-1) ?? 1) - t0;
  return { ts, us: ts.map((t) => (t - t0) / length) };
}

/** From `a` (at 0) to `b` (at 1); both must bend at the same times. */
export function blendWarps(a: Warp, b: Warp, share: number): Warp {
  if (share <= 0) return a;
  if (share >= 1) return b;
  return { ts: a.ts, us: a.us.map((u, i) => u + ((b.us[i] ?? u) - u) * share) };
}

/** The place of a time; goes on in a straight line beyond both ends. */
export const placeOf = (warp: Warp, t: number): number => through(warp.ts, warp.us, t);

/** The time at a place: the inverse of `placeOf`. */
export const timeAt = (warp: Warp, u: number): number => through(warp.us, warp.ts, u);

function through(from: readonly number[], to: readonly number[], value: number): number {
  const i = Math.min(Math.max(bisectRight(from, value) - 1, 0), from.length - 2);
  const [a, b, c, d] = [from[i] ?? 0, from[i + 1] ?? 1, to[i] ?? 0, to[i + 1] ?? 1];
  return c + ((value - a) / (b - a)) * (d - c);
}
