/** To the other view of the flow, onto one node: the view may still have to be loaded. */
import type { AppState } from '@/state/app-state.svelte';
import { bringFocus } from '@/viewport/bring-near';
import type { Row } from './rows';

/** The node a row leads to: itself, the first that tells the same, or the nearest in time, of its threads if it can. */
export function nodeOf(app: AppState, row: Row): string | null {
  if (row.kind === 'node') return row.id;
  const own = (row.kind === 'event' ? row.event : row.summit).nodes[0];
  if (own !== undefined) return own;
  const nodes = app.story.nodes.filter((node) => app.othersShown || !node.offstage);
  const related = nodes.filter(({ threads }) => threads.some((id) => row.threads.includes(id)));
  const [nearest] = (related.length > 0 ? related : nodes).toSorted(
    (a, b) => Math.abs(a.t - row.t) - Math.abs(b.t - row.t),
  );
  return nearest?.id ?? null;
}

/** A view that has not come after so long is not coming, ms. */
const PATIENCE = 10_000;

export function crossOver(app: AppState, id: string): void {
  app.showView('flow');
  const focus = (): boolean => {
    const mark = document.querySelector<HTMLElement>(`[data-view="flow"] [data-id="${CSS.escape(id)}"]`);
    bringFocus(mark);
    return mark !== null;
  };
  const watch = new MutationObserver(() => {
    if (focus()) watch.disconnect();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), PATIENCE);
}
