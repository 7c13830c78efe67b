/** Tells the reader’s own scrolling of the page from ours, and when it has settled. */
import type { Attachment } from 'svelte/attachments';

/** A scrolling that begins so long after a finger, wheel or key moved is not the reader’s, ms. */
const AT_ONCE = 150;
/** A scrolling has settled when nothing moved for so long, ms. */
const SETTLED = 160;
const INPUTS = ['wheel', 'touchmove', 'keydown', 'mousedown', 'mousemove'];
const KEYS = new Set([' ', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']);

export interface ScrollListener {
  /** The reader scrolls, or what the reader gave a swing still goes on. */
  onmove: () => void;
  onsettle: () => void;
  /** The page was scrolled neither by the reader nor by us. */
  onother: () => void;
}

export class ReaderScroll {
  /** Where we ourselves scrolled to last. */
  #mine = NaN;
  #byReader = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get underWay(): boolean {
    return this.#timer !== undefined;
  }

  /** Scrolls the page; nobody is told. */
  by(px: number): void {
    if (Math.abs(px) < 0.5) return;
    scrollBy({ top: px, behavior: 'instant' });
    this.#mine = scrollY;
  }

  /** What the reader does now counts as settled: nobody will be told. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  listen =
    (listener: ScrollListener): Attachment =>
    () => {
      const off = new AbortController();
      const { signal } = off;
      const input = (event: Event) => {
        if (moves(event)) this.#byReader = event.timeStamp;
      };
      for (const type of INPUTS) addEventListener(type, input, { signal, passive: true });
      addEventListener('scroll', ({ timeStamp }) => this.#scrolled(timeStamp, listener), { signal });
      return () => {
        off.abort();
        this.end();
      };
    };

  #scrolled(now: number, { onmove, onsettle, onother }: ScrollListener): void {
    // After a scrolling of ours all has been seen to; the rows may have changed again since.
    if (Math.abs(scrollY - this.#mine) < 1) return;
    if (now - this.#byReader > AT_ONCE && !this.underWay) return onother();
    // The rest of a swing still is the reader’s.
    this.#byReader = now;
    this.#mine = NaN;
    onmove();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      onsettle();
    }, SETTLED);
  }
}

/** Whether an input can scroll the page. A mouse without a button scrolls nothing; with one it may hold the scrollbar. */
function moves(event: Event): boolean {
  if (event instanceof KeyboardEvent) return !event.altKey && !event.metaKey && KEYS.has(event.key);
  return event.type !== 'mousemove' || (event as MouseEvent).buttons !== 0;
}
