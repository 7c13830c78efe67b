/**
 * Taps and clicks: what is hit is chosen on the way up, at once; two taps on free ground zoom one level there.
 * What was hit is for the view to say.
 */
import type { Attachment } from 'svelte/attachments';
import { drawnScale } from './drawn-scale';
import { flyZoom } from './fly-to';
import { DOUBLE_TIME, readTap, type Tap } from './tap';
import type { Viewport } from './viewport.svelte';

export interface Hit {
  /** What was hit; null for free ground. */
  id: string | null;
  /** Carries it out. */
  act: () => void;
}

interface Ways {
  /** px in front of the axis (the gutter). */
  offset: () => number;
  /** What is under a click; `touch`: a finger or a pen, which cannot aim. Null: it is none of our business. */
  hit: (event: MouseEvent, touch: boolean) => Hit | null;
}

/** Attach it to the element that is tapped. */
export function taps(viewport: Viewport, { offset, hit }: Ways): Attachment<HTMLElement> {
  return (element) => {
    let last: Tap | null = null;
    let waiting = 0;
    let touch = false;

    const zoom = (event: MouseEvent, factor: number) => {
      const { left } = element.getBoundingClientRect();
      const along = (event.clientX - left) / drawnScale(element) - offset();
      flyZoom(viewport, factor, Math.min(Math.max(along / viewport.length, 0), 1));
    };

    const click = (event: MouseEvent) => {
      const found = hit(event, touch && event.detail > 0);
      if (!found) return;
      // A click that no pointer made (a screen reader’s) never waits.
      if (!touch || event.detail === 0) {
        if (found.id === null && event.detail === 2) zoom(event, event.shiftKey ? 0.5 : 2);
        else found.act();
        return;
      }
      clearTimeout(waiting);
      const tap = { t: event.timeStamp, x: event.clientX, y: event.clientY, id: found.id };
      const meaning = readTap(last, tap);
      last = meaning === 'zoom' ? null : meaning === 'nothing' && last ? { ...tap, id: last.id } : tap;
      if (meaning === 'zoom') zoom(event, 2);
      else if (meaning === 'act') found.act();
      else if (meaning === 'wait') waiting = window.setTimeout(found.act, DOUBLE_TIME);
    };

    const off = new AbortController();
    const { signal } = off;
    // Some browsers do not say of a click what made it.
    const press = (event: PointerEvent) => (touch = event.pointerType !== 'mouse');
    element.addEventListener('pointerdown', press, { signal });
    element.addEventListener('click', click, { signal });
    return () => {
      off.abort();
      clearTimeout(waiting);
    };
  };
}
