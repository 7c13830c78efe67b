/** What keys mean in the list. */
import type { Move } from './walk';

export type Order = { move: Move } | { levels: number } | 'usual' | 'flow' | 'free' | 'back';

const ORDERS: Record<string, Order> = {
  ArrowDown: { move: 'next' },
  ArrowUp: { move: 'previous' },
  ArrowRight: { move: 'along' },
  ArrowLeft: { move: 'back-along' },
  Home: { move: 'first' },
  End: { move: 'last' },
  PageDown: { move: 'next-section' },
  PageUp: { move: 'previous-section' },
  '+': { levels: 1 },
  '=': { levels: 1 },
  '-': { levels: -1 },
  '−': { levels: -1 },
  '0': 'usual',
  f: 'flow',
  Escape: 'free',
  Backspace: 'back',
};

/** The order a key gives; null for keys that are not ours (Enter and Space belong to the button they are on). */
export function threadsKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): Order | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return Object.hasOwn(ORDERS, event.key) ? (ORDERS[event.key] as Order) : null;
}
