/** The list as it stands: folded by the app’s state, with the one row that has the tab stop. Knows no px. */
import type { AppState } from '@/state/app-state.svelte';
import { itemOf, layoutThreads, type ThreadsLayout } from './layout';
import { rowsOf } from './rows';
import { walk, type Move } from './walk';

/** So many moves can be taken back. */
const LONGEST_TRAIL = 500;

export class ThreadsList {
  #app: AppState;
  /** The row or fold the reader was on last, or the topmost in sight. */
  focused = $state<string | null>(null);
  /** The section in sight. */
  section = $state<string | null>(null);
  /** The lane that → and ← follow. */
  #lane: number | null = null;
  #trail: string[] = [];

  constructor(app: AppState) {
    this.#app = app;
  }

  #rows = $derived.by(() => rowsOf(this.#app.story, this.#app.othersShown));
  #always = $derived.by(() => {
    const { found, lockedTrace: trace, selection } = this.#app;
    return new Set([
      ...found,
      ...(selection.selected === null ? [] : [selection.selected]),
      ...(trace ? [...trace.events, ...trace.summits, ...trace.nodes] : []),
    ]);
  });
  layout: ThreadsLayout = $derived.by(() => {
    const { fold, selection, story } = this.#app;
    const { level, opened } = fold;
    return layoutThreads(story, this.#rows, {
      level,
      opened,
      thread: selection.thread,
      always: this.#always,
    });
  });
  /** Id of the item with the tab stop. */
  current: string | null = $derived.by(() => {
    const { items } = this.layout;
    const wanted = [this.focused, this.#app.selection.selected];
    for (const id of wanted) {
      const item = id === null ? undefined : itemOf(items, id);
      if (item) return item.id;
    }
    return items[0]?.id ?? null;
  });

  /** Moves the tab stop; returns whether there was anywhere to go. */
  move = (move: Move): boolean => {
    if (this.current === null) return false;
    const to = walk(this.layout, { id: this.current, lane: this.#lane }, move);
    if (!to || to.id === this.current) return false;
    this.#trail = [...this.#trail.slice(1 - LONGEST_TRAIL), this.current];
    this.#lane = to.lane;
    this.focused = to.id;
    return true;
  };

  /** Back to where the last move came from. */
  back = (): boolean => {
    const last = this.#trail.pop();
    if (last === undefined) return false;
    this.focused = last;
    return true;
  };
}
