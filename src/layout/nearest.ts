/** Which of many things a finger meant: distances in px, so that a tap need not hit what is drawn. */
import type { Box } from './text-box';

export interface Candidate {
  id: string;
  /** px from the tap to what is drawn of it. */
  distance: number;
}

/** px from a point to a box; 0 inside. */
export const distanceTo = ({ x0, y0, x1, y1 }: Box, x: number, y: number): number =>
  Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));

/** The nearest within `reach` px; of equals the last, for it is drawn on top. */
export function nearest(candidates: Iterable<Candidate>, reach: number): string | null {
  let best: Candidate | null = null;
  for (const each of candidates)
    if (each.distance <= reach && (best === null || each.distance <= best.distance)) best = each;
  return best?.id ?? null;
}
