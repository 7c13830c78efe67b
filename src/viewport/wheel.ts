/** The wheel and the trackpad: sideways slides, with Ctrl or ⌘ (or a pinch, which says it is Ctrl) it zooms; else it is the page’s. */
import type { Attachment } from 'svelte/attachments';
import { drawnScale } from './drawn-scale';
import { run } from './fly-to';
import type { Viewport } from './viewport.svelte';

/** A wheel that stays still for this long has done what it was turned for, ms. */
const REST = 150;

/** Attach it to the element that is turned over; `offset` is the px in front of the axis (the gutter). */
export function wheelZoom(viewport: Viewport, offset: () => number): Attachment<HTMLElement> {
  return (element) => {
    /** What was turned since the last frame: changes of the camera, in their order. */
    let turned: (() => void)[] = [];
    let last = 0;
    /** Frames in which nothing was turned: one that took long is no rest. */
    let still = 0;
    /** Aborted when the movement is over, or somebody else leads the camera. */
    let over: AbortSignal | null = null;

    const turn = (event: WheelEvent) => {
      const zooms = event.ctrlKey || event.metaKey;
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!zooms && !sideways) return;
      // Sideways the browser would go back a page.
      event.preventDefault();
      const scale = drawnScale(element);
      if (zooms) {
        const { left } = element.getBoundingClientRect();
        const along = (event.clientX - left) / scale - offset();
        turned.push(() => viewport.zoomBy(2 ** doublings(event), along / viewport.length));
      } else {
        const px = pixels(event.deltaX, event.deltaMode) / scale;
        turned.push(() => viewport.panBy(px / viewport.length));
      }
      last = performance.now();
      if (over === null || over.aborted) over = run(viewport, follow);
    };

    /** One change of the camera a frame, and a movement until the wheel rests. */
    const follow = () => {
      const now = turned;
      turned = [];
      for (const change of now) change();
      still = now.length === 0 ? still + 1 : 0;
      return still > 2 && performance.now() - last > REST ? 'landed' : 'on';
    };

    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  };
}

/** A turn of the wheel in px, whether the browser counts px, lines or pages. */
const pixels = (delta: number, mode: number): number => delta * (mode === 1 ? 20 : mode === 2 ? 400 : 1);

/** Doublings for a turn of the wheel: a trackpad pinch sends many small steps, a mouse wheel few large ones. */
function doublings({ deltaY, deltaMode }: WheelEvent): number {
  const px = pixels(deltaY, deltaMode);
  return -px * (Math.abs(px) < 50 ? 0.012 : 0.005);
}
