/** Moves the camera no more than it must for an interval (ms UTC) to stand well inside the stage. */
import { placeOf, timeAt } from '@/time/warp';
import { flyTo } from './fly-to';
import type { Viewport } from './viewport.svelte';

const MARGIN = 0.12;

export function bringIntoView(viewport: Viewport, { t0, t1 }: { t0: number; t1: number }): void {
  const { axis, warp } = viewport;
  const [a, b] = [placeOf(warp, t0), placeOf(warp, t1)];
  const u0 = placeOf(warp, axis.t0);
  const length = 1 / axis.k;
  const margin = length * MARGIN;
  if (a >= u0 + margin && b <= u0 + length - margin) return;
  // What is longer than the stage is fitted to it; all else is slid to, at the zoom the reader chose.
  const wanted = Math.max(length, Math.min(1, (b - a) * 1.3));
  const start = Math.min(Math.max((a + b) / 2 - wanted / 2, 0), 1 - wanted);
  flyTo(viewport, [timeAt(warp, start), timeAt(warp, start + wanted)]);
}
