/** What keys mean in the flow down the page. */
import type { AppState } from '@/state/app-state.svelte';
import { bringFocus } from '@/viewport/bring-near';
import type { Move } from './walk';

export type Order = { move: Move } | 'open' | 'free' | 'back' | 'cross';

const ORDERS: Record<string, Order> = {
  ArrowLeft: { move: 'left' },
  ArrowRight: { move: 'right' },
  ArrowUp: { move: 'up' },
  ArrowDown: { move: 'down' },
  Home: { move: 'first' },
  End: { move: 'last' },
  Enter: 'open',
  ' ': 'open',
  Escape: 'free',
  Backspace: 'back',
  f: 'cross',
};

/** The order a key gives; null for keys that are not ours (with Ctrl, ⌘ or Alt they belong to the browser). */
export function flowKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Order | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return Object.hasOwn(ORDERS, event.key) ? (ORDERS[event.key] as Order) : null;
}

/** ms until a view that is still on its way is no longer waited for. */
const PATIENCE = 10_000;

/** Leaves for the usual view, to the event that tells a thing of the flow, else the one nearest in time. */
export function crossOver(app: AppState, id: string | null, root: HTMLElement): void {
  const thing = id === null ? undefined : app.things.get(id);
  const node = thing?.kind === 'link' ? app.things.get(thing.link.source) : thing;
  const t = node?.kind === 'node' ? node.node.t : app.story.t0;
  const teller = node ? app.neighbours.tellersOf(node.id)[0] : undefined;
  const near = [...app.story.events].sort((a, b) => Math.abs(a.t - t) - Math.abs(b.t - t))[0];
  const event = teller ?? near?.id;
  const place = root.parentElement;
  app.showView(app.usual);
  if (event === undefined || !place) return;
  // The other view may still have to come over the network.
  const look = () => {
    const mark = place.querySelector<HTMLElement>(`[data-view] [data-id="${CSS.escape(event)}"]`);
    const first = place.querySelector<HTMLElement>('[data-view] [data-id][tabindex="0"]');
    if (place.querySelector('[data-view="flow"]') || !(mark ?? first)) return;
    bringFocus(mark ?? first);
    stop();
  };
  const watch = new MutationObserver(look);
  const stop = () => {
    watch.disconnect();
    clearTimeout(patience);
  };
  const patience = setTimeout(stop, PATIENCE);
  watch.observe(place, { childList: true, subtree: true });
}
