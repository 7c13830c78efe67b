/** The wheel and the trackpad: sideways slides, with Ctrl or ⌘ (or a pinch, which says it is Ctrl) it zooms; else it is the page’s. */
import type { Attachment } from 'svelte/attachments';
import { drawnScale } from './drawn-scale';
import { run, still } from './fly-to';
import type { Viewport } from './viewport.svelte';

/** A wheel that stays still for this long has done what it was turned for, ms. */
const REST = 150;
/** A turn of so many px at once is a notch of a mouse; a trackpad sends many small ones, and is its own glide. */
const NOTCH = 50;
/** In this time half of what is left of a notch is done, ms. */
const HALF = 35;
/** Fewer doublings than this cannot be seen. */
const END = 0.002;
/** Whoever turns out to within so little of the whole story means all of it, in lengths of the stage. */
const WHOLE = 1.002;

/** Attach it to the element that is turned over; `offset` is the px in front of the axis (the gutter). */
export function wheelZoom(viewport: Viewport, offset: () => number): Attachment<HTMLElement> {
  return (element) => {
    /** Doublings that are asked for: at once, and in a glide; and about which share of the stage. */
    let near = 0;
    let far = 0;
    let anchor = 0;
    /** px that are asked for sideways. */
    let slide = 0;
    let last = 0;
    /** When the last frame was, ms since the movement began; and in how many nothing was asked: one that took long is no rest. */
    let before = 0;
    let idle = 0;
    /** Aborted when the movement is over, or somebody else leads the camera. */
    let over: AbortSignal | null = null;

    const turn = (event: WheelEvent) => {
      const zooms = event.ctrlKey || event.metaKey;
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!zooms && !sideways) return;
      // Sideways the browser would go back a page.
      event.preventDefault();
      if (over === null || over.aborted) {
        near = far = slide = before = idle = 0;
        over = run(viewport, follow);
      }
      const scale = drawnScale(element);
      if (zooms) {
        const px = pixels(event.deltaY, event.deltaMode);
        if (Math.abs(px) < NOTCH) near -= px * 0.012;
        else far -= px * 0.005;
        const along = (event.clientX - element.getBoundingClientRect().left) / scale - offset();
        anchor = along / viewport.length;
      } else slide += pixels(event.deltaX, event.deltaMode) / scale;
      last = performance.now();
    };

    /** One change of the camera a frame, and a movement until the wheel rests. */
    const follow = (elapsed: number) => {
      const done = still() || Math.abs(far) < END ? 1 : 1 - 0.5 ** ((elapsed - before) / HALF);
      before = elapsed;
      const zoom = near + far * done;
      idle = zoom === 0 && slide === 0 ? idle + 1 : 0;
      far -= far * done;
      if (zoom !== 0) {
        const { window } = viewport;
        viewport.zoomBy(2 ** zoom, anchor);
        if (zoom < 0 && viewport.axis.k < WHOLE) viewport.fit();
        // At a limit nothing is kept that a turn back would have to undo first.
        if (viewport.window === window) far = 0;
      }
      if (slide !== 0) viewport.panBy(slide / viewport.length);
      near = slide = 0;
      return idle > 2 && performance.now() - last > REST ? 'landed' : 'on';
    };

    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  };
}

/** A turn of the wheel in px, whether the browser counts px, lines or pages. */
const pixels = (delta: number, mode: number): number => delta * (mode === 1 ? 20 : mode === 2 ? 400 : 1);
