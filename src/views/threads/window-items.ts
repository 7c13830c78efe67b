/** Where in the list a window of the camera begins. Pure. */
import { placeOf, type Warp } from '@/time/warp';
import type { Item } from './folds';
import { timeOf } from './layout';

/** A written date may lie so much before what it stands for, as a share of the window (see url/period). */
const ROUNDED = 0.005;

export interface Seen {
  /** [t0, t1), ms UTC. */
  window: readonly [number, number];
  warp: Warp;
}

/**
 * The item to begin with. Several may stand at the start of a window: of one day, or so near that its rounded date
 * does not tell them apart. Then it is the first from which the last item of the window still fits on the screen.
 */
export function startOf<Any extends Item>(
  items: readonly Any[],
  { window: [t0, t1], warp }: Seen,
  fits: (first: string, last: string) => boolean,
): Any | undefined {
  const from = items.findIndex((item) => timeOf(item) >= t0);
  const first = items[from];
  if (!first) return items.at(-1);
  const latest = placeOf(warp, t0) + ROUNDED * (placeOf(warp, t1) - placeOf(warp, t0));
  const near = items.slice(from).filter((item) => timeOf(item) < t1);
  const last = near.at(-1);
  if (!last) return first;
  const could = near.filter(
    (item) => item === first || timeOf(item) === timeOf(first) || placeOf(warp, timeOf(item)) <= latest,
  );
  return could.find((item) => fits(item.id, last.id)) ?? first;
}
