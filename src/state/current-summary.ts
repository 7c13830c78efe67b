/** What the present view shows, as numbers: the camera’s period on the stage, the whole story down the page. */
import type { AppState } from './app-state.svelte';
import { summarise, type Scope, type Summary } from './summary';

/** The part of the story that the present view shows. */
export function currentScope(app: AppState): Scope {
  const listsAll = app.view === 'table' && !app.onlyShown;
  const seesPeriod = app.view === 'stage' || (app.view === 'table' && app.onlyShown);
  return {
    window: seesPeriod ? app.viewport.window : app.viewport.extent,
    thread: app.selection.thread,
    others: listsAll || app.othersShown,
  };
}

export const currentSummary = (app: AppState): Summary => summarise(app.counts, currentScope(app));
