/**
 * The period that a level is asked for: a few half stages that hold the window. It stays the same while the window
 * slides by up to half a stage, and so does all that follows from it.
 */
import { placeOf, timeAt, type Warp } from '@/time/warp';

/** [t0, t1), ms UTC. */
export type Tile = readonly [number, number];

/** What is drawn at the very edge may stand some px outside of it (of at least some 150 that a half stage has). */
const EDGE = 0.1;

/** Whether all that may be drawn of a window stands in a tile. */
export function tileHolds(
  { warp, level }: { warp: Warp; level: number },
  tile: Tile,
  [t0, t1]: readonly [number, number],
): boolean {
  const edge = EDGE * 2 ** -(level + 1);
  const [u0, u1] = [placeOf(warp, t0) - edge, placeOf(warp, t1) + edge];
  return u0 >= placeOf(warp, tile[0]) && u1 <= placeOf(warp, tile[1]);
}

/** The tile around a window at a whole zoom level of the scale `warp`. */
export function tileAround(
  { warp, level }: { warp: Warp; level: number },
  [t0, t1]: readonly [number, number],
): Tile {
  const half = 2 ** -(level + 1);
  const first = Math.floor(placeOf(warp, t0) / half - EDGE);
  const last = Math.max(Math.ceil(placeOf(warp, t1) / half + EDGE), first + 3);
  return [timeAt(warp, first * half), timeAt(warp, last * half)];
}
