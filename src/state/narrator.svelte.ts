/** Says in short sentences what the picture shows, once a movement has settled and when a trace is locked. A bridge. */
import { untrack } from 'svelte';
import type { AppState } from './app-state.svelte';
import { currentScope } from './current-summary';
import { LONGEST, shortSummary, summarise } from './summary';

/** Starts to speak through the app’s announcer; the returned function ends it. */
export function startNarrator(app: AppState): () => void {
  return $effect.root(() => {
    let first = true;
    $effect(() => {
      if (app.viewport.moving) return;
      const [t0, t1] = app.viewport.window;
      // What the page opens on is read with the page; only changes are spoken.
      if (!first) untrack(() => app.announcer.say(periodSentence(app, t0, t1)));
      first = false;
    });
    let before: string | null = null;
    $effect(() => {
      const id = app.selection.selected ?? app.selection.thread;
      if (id === before) return;
      before = id;
      untrack(() => app.announcer.say(id === null ? app.words.t('say.free') : traceSentence(app, id)));
    });
  });
}

/** “1995 to 2005: 12 events in 5 threads”: of the period in sight, also where the view itself holds the whole story. */
function periodSentence(app: AppState, t0: number, t1: number): string {
  const summary = summarise(app.counts, { ...currentScope(app), window: [t0, t1] });
  return shortSummary(summary, app.story, app.words);
}

function traceSentence(app: AppState, id: string): string {
  const { words, lockedTrace } = app;
  const say = (name: string) =>
    words.t('say.traced', {
      name,
      events: words.t('trace.events', { n: lockedTrace?.events.size ?? 0 }),
      links: words.t('trace.links', { n: lockedTrace?.links.size ?? 0 }),
    });
  const name = app.neighbours.titleOf(id);
  const excess = say(name).length - LONGEST;
  return excess > 0 ? say(`${name.slice(0, -excess - 1).trimEnd()}…`) : say(name);
}
