/** Animated moves of the camera. One at a time a camera; at once where the reader wants no motion. */
import { placeOf, timeAt } from '@/time/warp';
import { constrain, panBy, type Window } from './constrain';
import { glideAt, glideTime } from './momentum';
import type { ScaleId, Viewport } from './viewport.svelte';

/** What ends a flight that is under way. */
const flights = new WeakMap<Viewport, () => void>();
/** Presses that stopped a glide: they meant just that. */
const catches = new WeakSet<Event>();
const DURATION = 450;
/** Slow at both ends: a cubic curve from 0 to 1. */
const ease = (share: number): number => (share < 0.5 ? 4 * share ** 3 : 1 - 4 * (1 - share) ** 3);

/** Whether the reader wants no motion. */
export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Ends a flight where it is: the reader has taken over. */
export function stopFlight(viewport: Viewport): void {
  flights.get(viewport)?.();
}

/**
 * Calls `frame` with the ms since it began, once a frame until it says that it has landed; `moving` is on until then.
 * The signal is aborted when it is over: landed, or stopped by another movement.
 */
export function run(viewport: Viewport, frame: (elapsed: number) => 'on' | 'landed'): AbortSignal {
  stopFlight(viewport);
  viewport.moving = true;
  const start = performance.now();
  const over = new AbortController();
  const end = () => {
    cancelAnimationFrame(next);
    flights.delete(viewport);
    over.abort();
    viewport.moving = false;
    viewport.heading = null;
  };
  const step = (now: number) => {
    if (frame(Math.max(0, now - start)) === 'landed') end();
    else next = requestAnimationFrame(step);
  };
  let next = requestAnimationFrame(step);
  flights.set(viewport, end);
  return over.signal;
}

/** Runs `step` from 0 to 1 over the frames of a flight. */
function fly(viewport: Viewport, step: (share: number) => void): void {
  if (still()) {
    stopFlight(viewport);
    step(1);
    return;
  }
  run(viewport, (elapsed) => {
    const share = Math.min(1, elapsed / DURATION);
    step(ease(share));
    return share < 1 ? 'on' : 'landed';
  });
}

/**
 * Lets the picture glide on after a pan that ended with `velocity` (px per ms, rightwards): in places, so that it runs
 * evenly over the bends of the scale. It ends at the ends of the story, and with the next press, key or turn of the wheel.
 */
export function glide(viewport: Viewport, velocity: number): void {
  if (velocity === 0 || still()) {
    viewport.moving = false;
    return;
  }
  const { window: from, warp } = viewport;
  const time = glideTime(velocity);
  const over = run(viewport, (elapsed) => {
    viewport.show(panBy(from, warp, -glideAt(velocity, Math.min(elapsed, time)) / viewport.length));
    const [t0, t1] = viewport.window;
    const atEnd = velocity > 0 ? t0 <= viewport.extent[0] + 1 : t1 >= viewport.extent[1] - 1;
    return elapsed >= time || atEnd ? 'landed' : 'on';
  });
  const stop = (event: Event) => {
    catches.add(event);
    stopFlight(viewport);
  };
  for (const type of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(type, stop, { capture: true, passive: true, signal: over });
}

/** Whether this press stopped a glide. */
export const caughtGlide = (event: Event): boolean => catches.has(event);

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
  if (viewport.moving) viewport.heading = target;
}

/** Makes a change of the camera (a step of zoom, a slide) as a move. */
function flyBy(viewport: Viewport, change: () => void): void {
  const before = viewport.window;
  change();
  const after = viewport.window;
  viewport.show(before);
  flyTo(viewport, after);
}

/** Zooms by a factor about `anchor` (0 = start of the stage, 1 = its end), as a move. */
export const flyZoom = (viewport: Viewport, factor: number, anchor = 0.5): void =>
  flyBy(viewport, () => viewport.zoomBy(factor, anchor));

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
