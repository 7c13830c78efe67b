/** What the panel tells: which card lies on top, and the title of what lies under it. */
import type { AppState } from '@/state/app-state.svelte';

export class Told {
  readonly #app: AppState;
  constructor(app: AppState) {
    this.#app = app;
  }

  chosen = $derived.by(() => this.#app.chosen);

  /** A question is asked while nothing else is chosen than what its picture points at. */
  asking = $derived.by(() => {
    const { checks } = this.#app;
    return checks.id !== null && this.#points(checks.points);
  });

  /** The step is told until the reader chooses something else. */
  step = $derived.by(() => {
    const { checks, steps } = this.#app;
    return checks.id === null && this.#points(steps.current?.select) ? steps.current : null;
  });

  /** Title of what a press of “back” leads to; null where nothing lies below. */
  under = $derived.by(() => this.#covered ?? this.#left);

  /** What the card of a person, term or source lies over. */
  #covered = $derived.by(() => {
    const { selection, words, neighbours } = this.#app;
    if (selection.reading === null) return null;
    if (selection.gathered.length > 0) return words.t('panel.gathered', { n: selection.gathered.length });
    if (this.asking) return words.t('step.check');
    return this.step ? this.step.title : this.chosen && neighbours.titleOf(this.chosen.id);
  });

  /** What the reader left for another thing: a question, or a step. */
  #left = $derived.by(() => {
    const { checks, steps, words } = this.#app;
    if (this.step || this.asking) return null;
    return checks.id === null ? (steps.current?.title ?? null) : words.t('step.check');
  });

  /** Whether nothing is chosen but what this picture points at. */
  #points(at: string | null | undefined): boolean {
    const { gathered, selected } = this.#app.selection;
    return gathered.length === 0 && [null, at].includes(selected);
  }
}
