/**
 * Wheel and pointers as input devices of the camera: they ask it to slide or to zoom, and it decides. One finger
 * across pans, two pinch; up and down are left to the page (`touch-action: pan-y`), and so is a plain wheel.
 */
import type { Attachment } from 'svelte/attachments';
import { placeOf } from '@/time/warp';
import { stopFlight } from './fly-to';
import type { Viewport } from './viewport.svelte';

/** A pointer that moved no farther than this clicked, px. */
const CLICK_DISTANCE = 6;

/** Attach it to the element that takes the gestures; `offset` is the px in front of the axis (the gutter). */
export function panZoom(viewport: Viewport, offset: () => number): Attachment<HTMLElement> {
  return (element) => {
    /** Pointers that are down, with the px along the axis where each is now. */
    const pointers = new Map<number, number>();
    /** The place on the line (0…1) that was taken hold of. */
    let held = 0;
    let start = 0;
    let dragging = false;

    /** Where the axis starts on the page: asked once a gesture, for asking makes the browser lay the page out. */
    let left = 0;
    const findLeft = () => (left = element.getBoundingClientRect().left + offset());
    const alongOf = (event: MouseEvent) => event.clientX - left;
    const placeAt = (along: number) => placeOf(viewport.warp, viewport.axis.timeAt(along));

    const down = (event: PointerEvent) => {
      if (!takes(event)) return;
      stopFlight(viewport);
      findLeft();
      start = alongOf(event);
      held = placeAt(start);
      pointers.set(event.pointerId, start);
      dragging = pointers.size > 1;
    };

    const move = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const along = alongOf(event);
      if (!dragging && Math.abs(along - start) <= CLICK_DISTANCE) return;
      if (!viewport.moving) {
        viewport.moving = true;
        element.setPointerCapture(event.pointerId);
      }
      dragging = true;
      pointers.set(event.pointerId, along);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other === undefined) viewport.panBy((held - placeAt(along)) * viewport.axis.k);
      else pinch(viewport, [before, other], [along, other]);
    };

    const up = (event: PointerEvent) => {
      if (!pointers.delete(event.pointerId)) return;
      const [left] = pointers.values();
      if (left === undefined) viewport.moving = false;
      else held = placeAt(left);
    };

    /** The click that ends a drag chose nothing. */
    const click = (event: MouseEvent) => {
      if (dragging) event.stopPropagation();
      dragging = false;
    };

    const wheel = (event: WheelEvent) => {
      const zooms = event.ctrlKey || event.metaKey;
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!zooms && !sideways) return;
      event.preventDefault();
      stopFlight(viewport);
      findLeft();
      if (zooms) viewport.zoomBy(2 ** doublings(event), alongOf(event) / viewport.length);
      else viewport.panBy(pixels(event.deltaX, event.deltaMode) / viewport.length);
    };

    const off = new AbortController();
    const { signal } = off;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', up, { signal });
    element.addEventListener('click', click, { signal, capture: true });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    return () => off.abort();
  };
}

/** Zooms by how the fingers' distance changed, about their middle, which stays under them. */
function pinch(viewport: Viewport, before: [number, number], after: [number, number]): void {
  const middle = (pair: [number, number]) => (pair[0] + pair[1]) / 2;
  const apart = (pair: [number, number]) => Math.max(Math.abs(pair[0] - pair[1]), 10);
  viewport.panBy((middle(before) - middle(after)) / viewport.length);
  viewport.zoomBy(apart(after) / apart(before), middle(after) / viewport.length);
}

/** Which pointers drag: fingers and pens, and the main button without Ctrl (which opens a menu on some systems). */
const takes = ({ pointerType, button, ctrlKey }: PointerEvent): boolean =>
  pointerType !== 'mouse' || (button === 0 && !ctrlKey);

/** A turn of the wheel in px, whether the browser counts px, lines or pages. */
const pixels = (delta: number, mode: number): number => delta * (mode === 1 ? 20 : mode === 2 ? 400 : 1);

/** Doublings for a turn of the wheel: a trackpad pinch sends many small steps, a mouse wheel few large ones. */
function doublings({ deltaY, deltaMode }: WheelEvent): number {
  const px = pixels(deltaY, deltaMode);
  return -px * (Math.abs(px) < 50 ? 0.012 : 0.005);
}
