/** The event before or after what is chosen: the buttons that do what a swipe from dot to dot would. */
import type { AppState } from '@/state/app-state.svelte';
import { bringIntoView } from '@/viewport/bring-into-view';

/** The neighbour in time on the traced thread, else of all events; from the edge of the window where none is chosen. */
export function eventBeside(app: AppState, step: -1 | 1): string | null {
  const { thread } = app.selection;
  const events = app.counts.events(thread);
  const { chosen } = app;
  if (chosen?.kind === 'event' && (thread === null || chosen.event.threads.includes(thread)))
    return events.next(chosen.event, step)?.id ?? null;
  const [t0, t1] = chosen ? [app.spanOf(chosen).t1, app.spanOf(chosen).t0] : app.viewport.window;
  return events.beside(step > 0 ? t0 : t1, step)?.id ?? null;
}

/** Chooses it, and brings it into view. */
export function stepEvent(app: AppState, step: -1 | 1): void {
  const id = eventBeside(app, step);
  const thing = id === null ? undefined : app.things.get(id);
  if (id === null || !thing) return;
  app.selection.select(id);
  bringIntoView(app.viewport, app.spanOf(thing));
}
