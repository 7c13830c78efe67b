/**
 * d3-zoom as an input device of the camera: it reads wheel and drag, and the camera decides. The only file that
 * knows d3-zoom and d3-selection. Its transform lives on the line of places u ∈ [0, 1] stretched to the stage.
 * Touch is left to the page here: one finger must always scroll it.
 */
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import type { Attachment } from 'svelte/attachments';
import { placeOf } from '@/time/warp';
import { stopFlight } from './fly-to';
import type { Viewport } from './viewport.svelte';

/** Marks the writes that come from the camera itself: d3 may report them with the reader’s last wheel event. */
const OWN = Symbol('own');
/** Two transforms that differ by less than this many px are the same. */
const TOLERANCE = 0.01;
/** A mouse that moved no farther than this clicked, px. */
const CLICK_DISTANCE = 6;

/** Attach it to the element that takes the gestures; `offset` is the px in front of the axis (the gutter). */
export function panZoom(viewport: Viewport, offset: () => number): Attachment<HTMLElement> {
  return (element) => {
    const target = select(element);
    const gesture = zoom<HTMLElement, unknown>()
      .filter((event: Event) => allows(event))
      .touchable(false)
      .clickDistance(CLICK_DISTANCE)
      .wheelDelta(wheelStep)
      .extent(() => [
        [offset(), 0],
        [offset() + viewport.length, 1],
      ])
      .on('start', () => {
        if (own) return;
        stopFlight(viewport);
        viewport.moving = true;
      })
      .on('end', () => {
        if (!own) viewport.moving = false;
      })
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown> & { sourceEvent: MouseEvent | undefined }) => {
        if (own) return;
        const { k, x } = event.transform;
        if (event.sourceEvent?.type === 'wheel') {
          const along = event.sourceEvent.clientX - element.getBoundingClientRect().left - offset();
          viewport.zoomBy(k / viewport.axis.k, along / viewport.length);
          return;
        }
        const u0 = (offset() - x) / (k * viewport.length);
        viewport.panBy((u0 - placeOf(viewport.warp, viewport.window[0])) * k);
      });
    let own: typeof OWN | null = null;

    /** d3’s transform follows the camera, so that the next gesture starts from what is shown. */
    const follow = () => {
      const { axis, warp } = viewport;
      gesture.scaleExtent([1, Math.max(axis.k, 1) * 1e6]);
      const x = offset() - placeOf(warp, axis.t0) * axis.k * axis.length;
      const wanted = zoomIdentity.translate(x, 0).scale(axis.k);
      const now = target.node() && currentTransform(element);
      if (now && Math.abs(now.k - wanted.k) < 1e-9 * wanted.k && Math.abs(now.x - wanted.x) < TOLERANCE)
        return;
      own = OWN;
      gesture.transform(target, wanted);
      own = null;
    };

    target.call(gesture).on('dblclick.zoom', null);
    const sideways = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey || Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
      event.preventDefault();
      stopFlight(viewport);
      viewport.panBy((event.deltaX * (event.deltaMode === 1 ? 20 : 1)) / viewport.length);
    };
    element.addEventListener('wheel', sideways, { passive: false });
    $effect(follow);
    return () => {
      target.on('.zoom', null);
      element.removeEventListener('wheel', sideways);
    };
  };
}

/** Doublings for a turn of the wheel: a trackpad pinch sends many small steps, a mouse wheel few large ones. */
function wheelStep({ deltaY, deltaMode }: WheelEvent): number {
  const px = deltaY * (deltaMode === 1 ? 20 : deltaMode === 2 ? 400 : 1);
  return -px * (Math.abs(px) < 50 ? 0.012 : 0.005);
}

/** The whole gesture policy: Ctrl/⌘ + wheel and trackpad pinch zoom, the main button drags, all else is the page’s. */
export function allows(event: Event): boolean {
  if (event.type === 'wheel') return (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey;
  if (event.type !== 'mousedown') return false;
  const { button, ctrlKey } = event as MouseEvent;
  return button === 0 && !ctrlKey;
}

const currentTransform = (element: HTMLElement) =>
  (element as HTMLElement & { __zoom?: { k: number; x: number } }).__zoom;
