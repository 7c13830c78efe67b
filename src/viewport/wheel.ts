/** The wheel and the trackpad: sideways slides, with Ctrl or ⌘ (or a pinch, which says it is Ctrl) it zooms; else it is the page’s. */
import type { Attachment } from 'svelte/attachments';
import { drawnScale } from './drawn-scale';
import { stopFlight } from './fly-to';
import type { Viewport } from './viewport.svelte';

/** Attach it to the element that is turned over; `offset` is the px in front of the axis (the gutter). */
export function wheelZoom(viewport: Viewport, offset: () => number): Attachment<HTMLElement> {
  return (element) => {
    const turn = (event: WheelEvent) => {
      const zooms = event.ctrlKey || event.metaKey;
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!zooms && !sideways) return;
      // Sideways the browser would go back a page.
      event.preventDefault();
      stopFlight(viewport);
      const scale = drawnScale(element);
      if (zooms) {
        const { left } = element.getBoundingClientRect();
        const along = (event.clientX - left) / scale - offset();
        viewport.zoomBy(2 ** doublings(event), along / viewport.length);
      } else viewport.panBy(pixels(event.deltaX, event.deltaMode) / scale / viewport.length);
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
