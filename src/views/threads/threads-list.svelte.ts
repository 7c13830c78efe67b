/** The list as it stands: folded by the app’s state, with the one row that has the tab stop. Knows no px. */
import type { AppState } from '@/state/app-state.svelte';
import { frameThreads, itemOf, layoutThreads, type ThreadsLayout } from './layout';
import { rowsOf, type Row } from './rows';
import { walk, type Move } from './walk';
import { rowWords, type RowWords } from './row-words';

/** So many moves can be taken back. */
const LONGEST_TRAIL = 500;

/** How a row stands out, or recedes. */
export interface Look {
  chosen: boolean;
  found: boolean;
  /** On the traced path; true where nothing is traced. */
  lit: boolean;
}

export class ThreadsList {
  #app: AppState;
  /** The row or fold the reader was on last, or the topmost in sight. */
  focused = $state<string | null>(null);
  /** The section in sight. */
  section = $state<string | null>(null);
  /** The lane that → and ← follow. */
  #lane: number | null = null;
  #trail: string[] = [];
  #before: ThreadsLayout | undefined;

  constructor(app: AppState) {
    this.#app = app;
  }

  #frame = $derived.by(() => frameThreads(this.#app.story, rowsOf(this.#app.story, this.#app.othersShown)));
  lanes = $derived(this.#frame.lanes);
  #found: ReadonlySet<string> = $derived.by(() => new Set(this.#app.found));
  #always = $derived.by(() => {
    const { lockedTrace: trace, selection } = this.#app;
    return new Set([
      ...this.#found,
      ...(selection.selected === null ? [] : [selection.selected]),
      ...(trace ? [...trace.events, ...trace.summits, ...trace.nodes] : []),
    ]);
  });
  layout: ThreadsLayout = $derived.by(() => {
    const { fold, selection } = this.#app;
    const folding = {
      level: fold.level,
      opened: fold.opened,
      thread: selection.thread,
      always: this.#always,
    };
    // Hundreds of rows are as they were: what draws them is not told that they changed.
    return (this.#before = layoutThreads(this.#frame, folding, this.#before));
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

  /** What a row says. Dates take long to put in words: it is done once a language. */
  wordsOf = $derived.by(() => {
    const { story, words } = this.#app;
    const { lanes } = this;
    const known = new WeakMap<Row, RowWords>();
    return (row: Row): RowWords => {
      const said = known.get(row) ?? rowWords(row, lanes, story, words);
      known.set(row, said);
      return said;
    };
  });

  lookOf = $derived.by(() => {
    const { lockedTrace: trace, selection } = this.#app;
    const { selected } = selection;
    const found = this.#found;
    return ({ id, kind }: Row): Look => ({
      chosen: id === selected,
      found: found.has(id),
      lit: trace === null || id === selected || trace[`${kind}s`].has(id),
    });
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
