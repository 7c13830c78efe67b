/** Two fingers, or Ctrl and the wheel, change how much the list tells. One finger is the page’s: it scrolls. */
import type { Attachment } from 'svelte/attachments';

/** The fingers’ distance grows by this factor a level. */
const STEP = 1.45;
/** px of the wheel a level, and px of a line where it counts those. */
const TURN = 40;
const LINE = 20;

export interface PinchOptions {
  /** Fingers or pointer stand at this height of the screen, px: what is there will be held. */
  onstart: (y: number) => void;
  /** So many levels more (or less, < 0) than at the last call. */
  onstep: (levels: number) => void;
}

export function pinch({ onstart, onstep }: PinchOptions): Attachment<HTMLElement> {
  return (element) => {
    const fingers = new Map<number, PointerEvent>();
    let apart = 0;
    let steps = 0;
    let turned = 0;

    const distance = (): number => {
      const [a, b] = [...fingers.values()];
      return a && b ? Math.max(Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), 20) : 0;
    };
    const down = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      fingers.set(event.pointerId, event);
      if (fingers.size !== 2) return;
      apart = distance();
      steps = 0;
      onstart([...fingers.values()].reduce((sum, { clientY }) => sum + clientY / 2, 0));
    };
    const move = (event: PointerEvent) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, event);
      if (fingers.size !== 2) return;
      const now = Math.round(Math.log(distance() / apart) / Math.log(STEP));
      if (now !== steps) onstep(now - steps);
      steps = now;
    };
    const up = (event: PointerEvent) => fingers.delete(event.pointerId);
    // A browser that may scroll takes two fingers that part up and down for a scroll.
    const touchmove = (event: TouchEvent) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      // A trackpad sends many small steps; a notch of a mouse’s wheel is one level, however far it says it turned.
      const px = event.deltaY * (event.deltaMode === 0 ? 1 : LINE);
      turned -= Math.sign(px) * Math.min(Math.abs(px), TURN);
      const levels = Math.trunc(turned / TURN);
      if (levels === 0) return;
      turned -= levels * TURN;
      onstart(event.clientY);
      onstep(levels);
    };

    const off = new AbortController();
    const { signal } = off;
    element.addEventListener('pointerdown', down, { signal });
    for (const type of ['pointerup', 'pointercancel'] as const) addEventListener(type, up, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('touchmove', touchmove, { signal, passive: false });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    return () => off.abort();
  };
}
