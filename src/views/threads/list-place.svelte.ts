/** Where the list stands on the screen: what changes in it leaves the row one looks at where it is. */
import { tick, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { AppState } from '@/state/app-state.svelte';
import { itemOf } from './layout';
import { ListSight, sheetHeight, type Note } from './list-sight.svelte';
import { ReaderScroll } from './reader-scroll.svelte';
import type { ThreadsList } from './threads-list.svelte';

/** px between an item and the edge of what is in sight. */
const AIR = 8;
/** A sheet that takes more of the screen is read, not the list behind it. */
const MOST_SHEET = 0.6;

export class ListPlace {
  readonly sight = new ListSight();
  readonly scroll = new ReaderScroll();
  #app: AppState;
  #list: ThreadsList;
  /** What the reader looked at when nothing moved. */
  #seen: Note | null = null;
  #holding = false;
  /** The choice that the list already stands for. */
  chosen: string | null = null;

  constructor(app: AppState, list: ThreadsList) {
    this.#app = app;
    this.#list = list;
  }

  /** Attach it to the view, after `sight`. */
  attach: Attachment<HTMLElement> = (root) => {
    // The sheet has opened or grown: what is chosen stays clear of it.
    const sheet = new MutationObserver(() => {
      const { selected } = this.#app.selection;
      if (selected !== null && sheetHeight() < innerHeight * MOST_SHEET) this.reveal(selected, 'nearest');
    });
    sheet.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    // Other words, another width, letters that come late: the row one looks at stays.
    const size = new ResizeObserver(() => {
      if (!this.scroll.underWay) this.#stay();
    });
    size.observe(root);
    return () => {
      sheet.disconnect();
      size.disconnect();
    };
  };

  /** Attach it after that: what changes the rows from elsewhere (search, a thread) moves nothing in sight. */
  keep: Attachment = () => {
    void this.#list.layout.items;
    if (this.#holding) return;
    untrack(() => {
      this.#stay();
      this.look();
    });
  };

  /** Makes a change and puts what was noted back where it was. */
  async hold(noted: Note | null, change: () => void): Promise<void> {
    const focused = this.sight.hasFocus();
    this.#holding = true;
    change();
    // What is chosen here is in sight already.
    this.chosen = this.#app.selection.selected;
    await tick();
    this.#holding = false;
    if (noted) this.putBack(noted);
    // The row that had the focus is folded: its fold takes it.
    if (focused && !this.sight.hasFocus()) this.focus();
    this.look();
  }

  /** Puts the focus on the tab stop. */
  focus(): void {
    const id = this.#list.current;
    if (id !== null) this.sight.element(id)?.querySelector('button')?.focus({ preventScroll: true });
  }

  /** Scrolls as little as it must until an item is in full sight; from outside, to the middle or the top. */
  reveal(id: string, where: 'nearest' | 'middle' | 'top'): void {
    const box = this.sight.element(id)?.getBoundingClientRect();
    if (!box) return;
    const { top, bottom } = this.sight.edges();
    const over = box.top - top - AIR;
    const under = box.bottom - bottom + AIR;
    if (where === 'top') this.scroll.by(box.top - this.sight.stuck());
    else if (over >= 0 && under <= 0) return;
    else if (where === 'middle') this.scroll.by((box.top + box.bottom - this.sight.stuck() - bottom) / 2);
    else this.scroll.by(over < 0 || box.height > bottom - top ? over : under);
    untrack(() => this.look());
  }

  /** Scrolls an item, or what stands for it now, to where it was noted. */
  putBack({ id, top }: Note): void {
    const items = this.#list.layout.items;
    const item = itemOf(items, id) ?? items[0];
    const now = item && this.sight.topOf(item.id);
    if (now !== undefined) this.scroll.by(now - top);
  }

  /** Remembers what is in sight, for the tab stop, the chapters and the next change. */
  look(): void {
    const { selected } = this.#app.selection;
    const inSight = this.sight.inSight();
    const [first] = inSight;
    this.#seen = this.sight.note({ id: selected !== null && inSight.includes(selected) ? selected : first });
    if (first === undefined) return;
    const { sections } = this.#list.layout;
    this.#list.section = sections.find(({ items }) => items.some(({ id }) => id === first))?.id ?? null;
    if (!this.sight.hasFocus()) this.#list.focused = this.sight.atTop() ? null : first;
  }

  /** At the top of the page all may move: that is where the reader begins. */
  #stay(): void {
    if (this.#seen && !this.sight.atTop()) this.putBack(this.#seen);
  }
}
