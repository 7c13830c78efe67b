/** Animated moves of the camera. One at a time a camera; at once where the reader wants no motion. */
import { easeCubicInOut } from 'd3-ease';
import { placeOf, timeAt } from '@/time/warp';
import { constrain, type Window } from './constrain';
import type { ScaleId, Viewport } from './viewport.svelte';

const flights = new WeakMap<Viewport, number>();
const DURATION = 450;

const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Ends a flight where it is: the reader has taken over. */
export function stopFlight(viewport: Viewport): void {
  const frame = flights.get(viewport);
  if (frame === undefined) return;
  cancelAnimationFrame(frame);
  flights.delete(viewport);
  viewport.moving = false;
}

/** Runs `step` from 0 to 1 over the frames of a flight; `moving` is on until it has landed. */
function fly(viewport: Viewport, step: (share: number) => void): void {
  stopFlight(viewport);
  if (still()) {
    step(1);
    return;
  }
  viewport.moving = true;
  const start = performance.now();
  const frame = (now: number) => {
    const share = Math.min(1, Math.max(0, (now - start) / DURATION));
    step(easeCubicInOut(share));
    if (share < 1) flights.set(viewport, requestAnimationFrame(frame));
    else {
      flights.delete(viewport);
      viewport.moving = false;
    }
  };
  flights.set(viewport, requestAnimationFrame(frame));
}

/** Moves the camera to a period (ms UTC), in places rather than in time, so that it glides over the bends of the scale. */
export function flyTo(viewport: Viewport, wanted: Window): void {
  const target = constrain(wanted, viewport.extent);
  const [a0, a1] = viewport.window.map((t) => placeOf(viewport.warp, t)) as [number, number];
  const [b0, b1] = target.map((t) => placeOf(viewport.warp, t)) as [number, number];
  const zoom = Math.log((b1 - b0) / (a1 - a0));
  fly(viewport, (share) => {
    if (share === 1) return viewport.show(target);
    // Length goes in even ratios; the edges follow in step, so that nothing overshoots.
    const done = Math.abs(zoom) < 1e-3 ? share : (Math.exp(zoom * share) - 1) / (Math.exp(zoom) - 1);
    viewport.show([
      timeAt(viewport.warp, a0 + (b0 - a0) * done),
      timeAt(viewport.warp, a1 + (b1 - a1) * done),
    ]);
  });
}

/** Makes a change of the camera (a step of zoom, a slide) as a move. */
function flyBy(viewport: Viewport, change: () => void): void {
  const before = viewport.window;
  change();
  const after = viewport.window;
  viewport.show(before);
  flyTo(viewport, after);
}

/** Zooms by a factor about the middle, as a move. */
export const flyZoom = (viewport: Viewport, factor: number): void =>
  flyBy(viewport, () => viewport.zoomBy(factor));

/** Slides by a share of the stage, as a move. */
export const flyPan = (viewport: Viewport, share: number): void =>
  flyBy(viewport, () => viewport.panBy(share));

/** Bends the axis from one scale to the other while the window stays. */
export function switchScale(viewport: Viewport, scale: ScaleId): void {
  const from = viewport.evenness;
  const to = scale === 'even' ? 1 : 0;
  viewport.scale = scale;
  fly(viewport, (share) => (viewport.evenness = from + (to - from) * share));
}
