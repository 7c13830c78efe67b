/** Fingers on the glass, through Chromium’s own input: the browser scrolls, cancels and clicks as it would for a hand. */
import type { CDPSession, Page } from '@playwright/test';

export interface Finger {
  x: number;
  y: number;
}

export interface Touch {
  down: (...fingers: Finger[]) => Promise<void>;
  /** Moves all fingers evenly, in `steps`, to where they are wanted. */
  move: (steps: number, ...to: Finger[]) => Promise<void>;
  /** Lifts all fingers but the first `stay`. */
  up: (stay?: number) => Promise<void>;
  tap: (...fingers: Finger[]) => Promise<void>;
  /** Two taps, a tenth of a second apart by the clock of the events. */
  doubleTap: (finger: Finger) => Promise<void>;
  /** A quick stroke of one finger: by the clock of the events it is the same on a slow machine. */
  fling: (from: Finger, to: Finger) => Promise<void>;
}

/** ms between two moves of a fling: a frame. */
const FRAME = 16;

export async function touchOf(page: Page): Promise<Touch> {
  const session: CDPSession = await page.context().newCDPSession(page);
  let now: Finger[] = [];
  const send = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    fingers: Finger[],
    timestamp?: number,
    first = 0,
  ) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map(({ x, y }, i) => ({ x, y, id: first + i })),
      ...(timestamp !== undefined && { timestamp }),
    });
  const touch: Touch = {
    down: async (...fingers) => {
      now = [...now, ...fingers];
      await send('touchStart', now);
    },
    move: async (steps, ...to) => {
      const from = now;
      for (let i = 1; i <= steps; i++) {
        now = from.map(({ x, y }, k) => ({
          x: x + (((to[k]?.x ?? x) - x) * i) / steps,
          y: y + (((to[k]?.y ?? y) - y) * i) / steps,
        }));
        await send('touchMove', now);
      }
    },
    up: async (stay = 0) => {
      // Those that are named are lifted; no names, all are.
      const lifted = stay > 0 ? now.slice(stay) : [];
      await send('touchEnd', lifted, undefined, stay);
      now = now.slice(0, stay);
    },
    tap: async (...fingers) => {
      await touch.down(...fingers);
      await touch.up();
    },
    doubleTap: async (finger) => {
      const start = Date.now() / 1000;
      for (const after of [0, 0.14]) {
        await send('touchStart', [finger], start + after);
        await send('touchEnd', [], start + after + 0.04);
      }
    },
    fling: async (from, to) => {
      const start = Date.now();
      const steps = 6;
      const at = (i: number) => (start + i * FRAME) / 1000;
      await send('touchStart', [from], at(0));
      for (let i = 1; i <= steps; i++) {
        const share = i / steps;
        const finger = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        await send('touchMove', [finger], at(i));
      }
      await send('touchEnd', [], at(steps) + 0.004);
    },
  };
  return touch;
}
