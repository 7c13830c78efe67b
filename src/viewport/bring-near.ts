/**
 * Scrolls to an element as `scrollIntoView` does, but never beyond our own page: in a frame the browser would scroll
 * the host’s too, and take its reader away from what is being read there.
 */

/** `start` puts it at the top, `nearest` scrolls no more than it must. Keeps clear of what `scroll-padding` says. */
export function bringNear(
  element: Element | null | undefined,
  block: ScrollLogicalPosition = 'nearest',
): void {
  if (!element) return;
  if (window.parent === window) {
    element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
    return;
  }
  const root = document.documentElement;
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (outer !== root && !scrolls(outer)) continue;
    const box = element.getBoundingClientRect();
    const room = outer === root ? { top: 0, bottom: innerHeight } : outer.getBoundingClientRect();
    const padding = parseFloat(getComputedStyle(outer).scrollPaddingBlockEnd) || 0;
    outer.scrollTop += distance(box, { top: room.top, bottom: room.bottom - padding }, block);
  }
}

/** So many frames a thing must stand still to have come to rest, and so many are waited for it. */
const CALM = 4;
const PATIENCE = 90;

/**
 * The same, until it stays there: another view may have to be loaded first, and a long list lays out what comes near the
 * screen only then. Whoever scrolls or presses meanwhile is not called back.
 */
export async function bringToStay(
  find: () => Element | null | undefined,
  block: ScrollLogicalPosition,
): Promise<void> {
  const over = new AbortController();
  for (const type of ['wheel', 'touchmove', 'keydown'])
    addEventListener(type, () => over.abort(), { passive: true, capture: true, signal: over.signal });
  const top = () => find()?.getBoundingClientRect().top;
  let before: number | undefined;
  for (let calm = 0, left = PATIENCE; calm < CALM && left > 0 && !over.signal.aborted; left--) {
    const now = top();
    calm = now !== undefined && now === before ? calm + 1 : 0;
    bringNear(find(), block);
    before = top();
    await new Promise((done) => requestAnimationFrame(done));
  }
  over.abort();
}

/** Takes the focus, and comes into sight on our own page. */
export function bringFocus(element: HTMLElement | SVGElement | null | undefined): void {
  if (window.parent === window) return element?.focus();
  element?.focus({ preventScroll: true });
  bringNear(element);
}

interface Edges {
  top: number;
  bottom: number;
}

/** How far to scroll for `box` to stand in `room`, px; more is down. */
export function distance(box: Edges, room: Edges, block: ScrollLogicalPosition): number {
  if (block === 'start') return box.top - room.top;
  if (block === 'end') return box.bottom - room.bottom;
  if (block === 'center') return (box.top + box.bottom - room.top - room.bottom) / 2;
  const [over, under] = [box.top - room.top, box.bottom - room.bottom];
  if (over >= 0 && under <= 0) return 0;
  if (over <= 0 && under >= 0) return 0;
  return Math.abs(over) < Math.abs(under) ? over : under;
}

const scrolls = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
