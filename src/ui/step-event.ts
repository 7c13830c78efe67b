/** The event before or after what is chosen: the buttons that do what a swipe from dot to dot would. */
import type { AppState } from '@/state/app-state.svelte';
import { bringIntoView } from '@/viewport/bring-into-view';

/** The neighbour in time on the traced thread, else of all events; from the edge of the window where none is chosen. */
export function eventBeside(app: AppState, step: -1 | 1): string | null {
  const { thread } = app.selection;
  const events = app.story.events
    .filter((event) => thread === null || event.threads.includes(thread))
    .sort((a, b) => a.t - b.t || (a.id < b.id ? -1 : 1));
  const { chosen } = app;
  const own = chosen?.kind === 'event' ? events.findIndex(({ id }) => id === chosen.event.id) : -1;
  if (own >= 0) return events[own + step]?.id ?? null;
  const [t0, t1] = chosen ? [app.spanOf(chosen).t1, app.spanOf(chosen).t0] : app.viewport.window;
  const beside = step > 0 ? events.find(({ t }) => t >= t0) : events.findLast(({ t }) => t < t1);
  return beside?.id ?? null;
}

/** Chooses it, and brings it into view. */
export function stepEvent(app: AppState, step: -1 | 1): void {
  const id = eventBeside(app, step);
  const thing = id === null ? undefined : app.things.get(id);
  if (id === null || !thing) return;
  app.selection.select(id);
  bringIntoView(app.viewport, app.spanOf(thing));
}
