/**
 * Pointers as an input device of the camera: they ask it to slide or to zoom, and it decides. One finger across pans
 * and glides on, two pinch, two that tap zoom out. Up and down belong to the page (`touch-action: pan-y`), and the
 * outer edge of the window to the system.
 */
import type { Attachment } from 'svelte/attachments';
import type { Window } from './constrain';
import { drawnScale } from './drawn-scale';
import { caughtGlide, flyZoom, glide, stopFlight } from './fly-to';
import { heldWindow, spanOf, type Hold, type Point } from './hold';
import { velocityOf, type Sample } from './momentum';
import type { Viewport } from './viewport.svelte';

/** A pointer that moved no farther than this tapped, px: fingers roll. */
const TAP_DISTANCE = { mouse: 6, other: 8 };
/** From here to the edge of the window a finger means to go back, px. */
const SYSTEM_EDGE = 24;
/** A finger that stays longer than this does not tap, ms: nothing is under a long press. */
const LONG_PRESS = 600;
/** Two fingers that come and go within this time tapped, ms. */
const TWO_TAP = 300;

/** Attach it to the element that takes the gestures; `offset` is the px in front of the axis (the gutter). */
export function panZoom(viewport: Viewport, offset: () => number): Attachment<HTMLElement> {
  return (element) => {
    /** Pointers that are down: where they are now. */
    const fingers = new Map<number, Point>();
    /** Where they came down. */
    const starts = new Map<number, Point>();
    let hold: Hold | null = null;
    /** Where the camera was before the first of them. */
    let before: Window | null = null;
    let since = 0;
    /** Where two fingers came down, px along the axis; null while there was only one. */
    let pair: number | null = null;
    let samples: Sample[] = [];
    /** Whether the camera follows. */
    let dragging = false;
    /** Whether the click that ends all this chooses nothing. */
    let spent = false;
    let frame = 0;
    /** Where the axis starts on the page: asked once a gesture, for asking makes the browser lay the page out. */
    let left = 0;
    /** And how many px of the page one of its own is. */
    let scale = 1;

    const span = () => spanOf([...fingers.values()], left);
    const grip = () => {
      hold = { window: viewport.window, warp: viewport.warp, ...span() };
      samples = [];
    };
    /** One change of the camera a frame, however many fingers moved in it. */
    const follow = () => {
      if (frame !== 0) cancelAnimationFrame(frame);
      frame = 0;
      if (dragging && hold) viewport.show(heldWindow(hold, span(), viewport.length));
    };

    const down = (event: PointerEvent) => {
      // A pointer that went away unseen must not count as a finger.
      if (event.isPrimary) fingers.clear();
      if (!takes(event)) return;
      if (fingers.size === 0) {
        spent = caughtGlide(event);
        if (isSystems(event) || event.button !== 0) return;
        stopFlight(viewport);
        scale = drawnScale(element);
        left = element.getBoundingClientRect().left / scale + offset();
        before = viewport.window;
        since = event.timeStamp;
        pair = null;
        dragging = false;
      } else {
        follow();
        spent = true;
      }
      const point = { x: event.clientX / scale, y: event.clientY / scale };
      fingers.set(event.pointerId, point);
      starts.set(event.pointerId, point);
      grip();
      if (fingers.size === 2) pair = span().middle;
    };

    const move = (event: PointerEvent) => {
      if (!fingers.has(event.pointerId)) return;
      // The button went up where we could not see it.
      if (event.pointerType === 'mouse' && event.buttons === 0) return up(event);
      const point = { x: event.clientX / scale, y: event.clientY / scale };
      fingers.set(event.pointerId, point);
      if (!dragging && !begins(event, point)) return;
      if (!dragging) {
        dragging = viewport.moving = true;
        for (const id of fingers.keys()) capture(element, id);
      }
      if (fingers.size === 1) samples.push({ t: event.timeStamp, x: point.x });
      if (frame === 0) frame = requestAnimationFrame(follow);
    };

    const begins = ({ pointerId, pointerType }: PointerEvent, { x, y }: Point): boolean => {
      const start = starts.get(pointerId) ?? { x, y };
      const [across, along] = [Math.abs(x - start.x), Math.abs(y - start.y)];
      const limit = pointerType === 'mouse' ? TAP_DISTANCE.mouse : TAP_DISTANCE.other;
      if (Math.hypot(across, along) <= limit) return false;
      spent = true;
      return fingers.size > 1 || (across > limit && (pointerType === 'mouse' || across >= along));
    };

    const up = (event: PointerEvent) => {
      if (!fingers.has(event.pointerId)) return;
      follow();
      fingers.delete(event.pointerId);
      const touch = event.pointerType !== 'mouse';
      if (touch && event.timeStamp - since > LONG_PRESS) spent = true;
      if (fingers.size > 0) return grip();
      if (dragging) glide(viewport, touch ? velocityOf(samples, event.timeStamp) : 0);
      else if (pair !== null && event.timeStamp - since < TWO_TAP)
        flyZoom(viewport, 0.5, pair / viewport.length);
      dragging = false;
    };

    /** As if it had never begun: the browser took the finger for itself, or Escape said so. */
    const cancel = () => {
      if (fingers.size === 0) return;
      cancelAnimationFrame(frame);
      frame = 0;
      fingers.clear();
      if (dragging && before) {
        viewport.show(before);
        viewport.moving = false;
      }
      dragging = false;
      spent = true;
    };

    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || fingers.size === 0) return;
      event.stopPropagation();
      cancel();
    };

    /** The click that ends a drag chose nothing. One that no pointer made (a screen reader’s) always does. */
    const click = (event: MouseEvent) => {
      if (spent && event.detail > 0) event.stopPropagation();
      spent = false;
    };

    /** With two fingers down nothing is the page’s: else it would scroll, and take them away in mid-pinch. */
    const touch = (event: TouchEvent) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    };

    const off = new AbortController();
    const { signal } = off;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', cancel, { signal });
    element.addEventListener('click', click, { signal, capture: true });
    element.addEventListener('touchstart', touch, { signal, passive: false });
    addEventListener('keydown', escape, { signal, capture: true });
    return () => {
      off.abort();
      cancelAnimationFrame(frame);
    };

    /** Two fingers at most; of a mouse the main button without Ctrl (which opens a menu on some systems). */
    function takes({ pointerType, ctrlKey }: PointerEvent): boolean {
      return fingers.size < 2 && !(pointerType === 'mouse' && ctrlKey);
    }
  };
}

const isSystems = ({ pointerType, clientX }: PointerEvent): boolean =>
  pointerType === 'touch' && (clientX < SYSTEM_EDGE || clientX > innerWidth - SYSTEM_EDGE);

/** So that a drag goes on outside of the element. */
function capture(element: HTMLElement, id: number): void {
  try {
    element.setPointerCapture(id);
  } catch {
    // It was lifted meanwhile: its `pointerup` is on the way.
  }
}
