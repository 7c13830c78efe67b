/**
 * A finger moves the sheet: by its head (pointer events; the head has `touch-action: none`), and by its content when
 * that stands at its top and is pulled down. There only touch events can be told to leave the scrolling to us, and
 * only with their very first move: whatever begins as a scroll stays one until the finger is lifted.
 */
import type { Attachment } from 'svelte/attachments';
import { decideStop, type SheetHeights } from './sheet-decision';
import type { SheetState } from './sheet-state.svelte';

/** What belongs to the head: the line of the handle, and the title. */
export const SHEET_HEAD = '[data-sheet-head], [data-panel] > header';

/** A finger trembles; less than this is a tap, px. */
const TREMBLE = 8;
/** The speed of a flick is that of its last moments, ms. */
const MOMENT = 100;

/** The heights of the three stops on this page, px, as the style sheet of the frame has them. */
function measure(frame: HTMLElement): SheetHeights {
  const top = frame.getBoundingClientRect().top;
  const bottoms = [...frame.querySelectorAll(SHEET_HEAD)].map((head) => head.getBoundingClientRect().bottom);
  const style = getComputedStyle(document.documentElement);
  const full = innerHeight * 0.92 - (parseFloat(style.getPropertyValue('--foot')) || 0);
  const rem = parseFloat(style.fontSize);
  const peek = Math.min(Math.max(...bottoms, top + 3 * rem) - top, full);
  return { peek, half: Math.max(peek + 1, Math.min(Math.max(innerHeight * 0.4, 12 * rem), full)), full };
}

/** Attach it to the frame of the sheet; `low` says whether that is a sheet now. */
export function sheetDrag(
  sheet: SheetState,
  low: () => boolean,
  onclose: () => void,
): Attachment<HTMLElement> {
  return (frame) => {
    const life = new AbortController();
    let grip: { y: number; height: number; heights: SheetHeights } | null = null;
    let trail: { y: number; t: number }[] = [];

    const isHead = (event: Event) => (event.target as Element).closest(SHEET_HEAD) !== null;
    const seize = (y: number, t: number) => {
      grip = { y, height: frame.offsetHeight, heights: measure(frame) };
      trail = [{ y, t }];
    };
    const move = (y: number, t: number): void => {
      if (!grip || (sheet.held === null && Math.abs(y - grip.y) < TREMBLE)) return;
      trail = [...trail.filter((each) => t - each.t < MOMENT), { y, t }];
      sheet.held = Math.min(Math.max(grip.height + grip.y - y, 0), grip.heights.full);
    };
    const release = (t: number): void => {
      if (grip && sheet.held !== null) {
        const recent = trail.filter((each) => t - each.t < MOMENT);
        const [first, last] = [recent[0], recent.at(-1)];
        const speed = first && last && last.t > first.t ? (first.y - last.y) / (last.t - first.t) : 0;
        const stop = decideStop(sheet.held, speed, grip.heights);
        sheet.held = null;
        swallowClick();
        if (stop === 'closed') onclose();
        else sheet.stop = stop;
        // What has the focus may be out of sight now.
        if (stop === 'peek' && !document.activeElement?.closest(SHEET_HEAD) && frame.matches(':focus-within'))
          frame.querySelector<HTMLElement>('[data-handle]')?.focus();
      }
      grip = null;
    };
    /** The end of a drag is no press of what lay under the finger. */
    const swallowClick = () => {
      const stop = (event: Event) => {
        event.preventDefault();
        event.stopPropagation();
      };
      frame.addEventListener('click', stop, { capture: true, once: true });
      setTimeout(() => frame.removeEventListener('click', stop, { capture: true }));
    };

    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
      options: AddEventListenerOptions = {},
    ) => frame.addEventListener(type, listener, { ...options, signal: life.signal });

    on('pointerdown', (event) => {
      if (low() && event.isPrimary && event.button === 0 && isHead(event))
        seize(event.clientY, event.timeStamp);
    });
    on('pointermove', (event) => {
      if (!grip || !event.isPrimary || pulling) return;
      move(event.clientY, event.timeStamp);
      if (sheet.held !== null) frame.setPointerCapture(event.pointerId);
    });
    on('pointerup', (event) => event.isPrimary && !pulling && release(event.timeStamp));
    on('pointercancel', (event) => event.isPrimary && !pulling && release(event.timeStamp));

    /** Where a finger came down on content that stands at its top; whether it pulls the sheet since. */
    let down: { x: number; y: number } | null = null;
    let pulling = false;
    on(
      'touchstart',
      (event) => {
        const [touch] = event.touches;
        const atTop = (frame.querySelector('[data-panel]')?.scrollTop ?? 0) <= 0;
        down = low() && touch && event.touches.length === 1 && atTop && !isHead(event) ? at(touch) : null;
      },
      { passive: true },
    );
    on(
      'touchmove',
      (event) => {
        const [touch] = event.touches;
        if (!down || !touch) return;
        const { x, y } = at(touch);
        if (!pulling) {
          if (y === down.y && x === down.x) return;
          if (y - down.y <= Math.abs(x - down.x) || !event.cancelable) {
            down = null;
            return;
          }
          pulling = true;
          seize(down.y, event.timeStamp);
        }
        event.preventDefault();
        move(y, event.timeStamp);
      },
      { passive: false },
    );
    const lift = (event: TouchEvent) => {
      if (pulling) release(event.timeStamp);
      pulling = false;
      down = null;
    };
    on('touchend', lift);
    on('touchcancel', lift);
    return () => life.abort();
  };
}

const at = ({ clientX: x, clientY: y }: Touch) => ({ x, y });
