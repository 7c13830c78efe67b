/** Which node the reader stands at, and the way there. It follows the choice, whoever made it. */
import type { AppState } from '@/state/app-state.svelte';
import { followTrail } from './trail';

export class Walked {
  #app: AppState;
  #last: readonly string[] = [];
  #left = $state(0);

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Ids of nodes, the present one last; empty while the whole flow is shown. */
  // A fold over the choices so far: it must keep what it said before, and no one else reads that.
  ids: readonly string[] = $derived.by(() => {
    void this.#left;
    const { story, chosen, things } = this.#app;
    const linked = (a: string, b: string) =>
      story.links.some(
        ({ source, target }) => (source === a && target === b) || (source === b && target === a),
      );
    return (this.#last = followTrail(
      this.#last.filter((id) => things.has(id)),
      chosen,
      linked,
    ));
  });
  here = $derived(this.ids.at(-1) ?? null);

  /** Back to the whole flow; a chosen node is let go, or it would be walked to again. */
  leave = (): void => {
    this.#last = [];
    this.#left++;
    if (this.#app.chosen?.kind === 'node' || this.#app.chosen?.kind === 'link')
      this.#app.selection.select(null);
  };
}
