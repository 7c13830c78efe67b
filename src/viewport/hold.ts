/**
 * What fingers have taken hold of, and the window that keeps it under them. Reckoned from where they took hold, not
 * from step to step: past an end of the story and back again, the picture is under the fingers as before. Pure.
 */
import type { Warp } from '@/time/warp';
import { panBy, zoomBy, type Window } from './constrain';

/** A pointer on the page, CSS px. */
export interface Point {
  x: number;
  y: number;
}

export interface Hold {
  window: Window;
  warp: Warp;
  /** Middle of the fingers, px along the axis. */
  middle: number;
  /** How far apart two fingers are, px; null for one. */
  apart: number | null;
}

/** Fingers closer than this jitter more than they move, px. */
const CLOSEST = 16;

/** Middle and distance of one or two fingers; `left`: where the axis starts on the page, px. */
export function spanOf(fingers: readonly Point[], left: number): Pick<Hold, 'middle' | 'apart'> {
  const [a, b] = fingers;
  if (!a) return { middle: 0, apart: null };
  if (!b) return { middle: a.x - left, apart: null };
  const apart = Math.max(Math.hypot(a.x - b.x, a.y - b.y), CLOSEST);
  return { middle: (a.x + b.x) / 2 - left, apart };
}

/** The window that keeps the place under the middle of the fingers there; `length` of the axis, px. */
export function heldWindow(hold: Hold, now: Pick<Hold, 'middle' | 'apart'>, length: number): Window {
  const { window, warp, middle, apart } = hold;
  const factor = apart !== null && now.apart !== null ? now.apart / apart : 1;
  const zoomed = factor === 1 ? window : zoomBy(window, warp, factor, middle / length);
  return panBy(zoomed, warp, (middle - now.middle) / length);
}
