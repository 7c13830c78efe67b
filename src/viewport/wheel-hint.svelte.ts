/**
 * Says for a moment how to zoom, to a reader who seems to ask for it by the wheel alone: in an embed that one is the
 * article’s. Who only scrolls by has not moved the pointer in the picture, and is told nothing.
 */
import type { Attachment } from 'svelte/attachments';

/** How long it stands, ms. */
const STANDS = 1400;
/** Not more often in a visit. */
const TIMES = 2;
/** A wheel that turns so long after its last turn begins anew, ms. */
const ANEW = 400;
/** The pointer was moved in the picture so lately, ms, and so often. */
const LATELY = 2000;
const MOVES = 3;

export class WheelHint {
  shown = $state(false);
  #left = TIMES;

  /** Attach it to what the wheel would zoom. */
  attach: Attachment<HTMLElement> = (element) => {
    let moves = 0;
    let moved = -Infinity;
    let turned = -Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const off = new AbortController();
    const on = { signal: off.signal, passive: true };
    element.addEventListener('pointerleave', () => (moves = 0), on);
    element.addEventListener(
      'pointermove',
      ({ timeStamp, pointerType }) => {
        if (pointerType !== 'mouse') return;
        moves++;
        moved = timeStamp;
      },
      on,
    );
    element.addEventListener(
      'wheel',
      ({ timeStamp, deltaX, deltaY, ctrlKey, metaKey }) => {
        const begins = timeStamp - turned > ANEW;
        turned = timeStamp;
        const zooms = ctrlKey || metaKey || Math.abs(deltaX) > Math.abs(deltaY);
        if (zooms || !begins || moves < MOVES || timeStamp - moved > LATELY || this.#left === 0) return;
        this.#left--;
        this.shown = true;
        clearTimeout(timer);
        timer = setTimeout(() => (this.shown = false), STANDS);
      },
      on,
    );
    return () => {
      clearTimeout(timer);
      off.abort();
    };
  };
}
