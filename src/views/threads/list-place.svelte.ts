/**
 * Where the list stands on the screen. Two rules: what changes in the list leaves the row one looks at where it is;
 * and the camera follows the reader’s own scrolling, never a scrolling of ours (so a turn of the phone, which shows
 * the list for a while, does not move the camera).
 */
import { tick, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { AppState } from '@/state/app-state.svelte';
import { itemOf, timeOf } from './layout';
import type { ThreadsList } from './threads-list.svelte';

/** An item and where its top was, px from the top of the screen. */
export interface Note {
  id: string;
  top: number;
}

/** A scrolling that begins so long after a finger, wheel or key moved is not the reader’s, ms. */
const AT_ONCE = 150;
/** A scrolling has settled when nothing moved for so long, ms. */
const SETTLED = 160;
const DAY = 864e5;
/** px between an item and the edge of what is in sight. */
const AIR = 8;
const SCROLLING_KEYS = new Set([' ', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']);

export class ListPlace {
  #app: AppState;
  #list: ThreadsList;
  #root: HTMLElement | null = null;
  /** What the reader looked at when nothing moved. */
  #seen: Note | null = null;
  #holding = false;
  /** The window and the choice that the list already stands for. */
  #window: readonly [number, number] | null = null;
  #selected: string | null = null;
  /** Where we ourselves scrolled to last. */
  #mine = NaN;
  #byReader = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(app: AppState, list: ThreadsList) {
    this.#app = app;
    this.#list = list;
  }

  /** Attach it to the view. */
  attach: Attachment<HTMLElement> = (root) => {
    this.#root = root;
    const off = new AbortController();
    const input = (event: Event) => {
      const key = event instanceof KeyboardEvent ? event : null;
      if (key && (key.altKey || key.metaKey || !SCROLLING_KEYS.has(key.key))) return;
      this.#byReader = event.timeStamp;
    };
    for (const type of ['wheel', 'touchmove', 'keydown', 'mousedown', 'mousemove'])
      addEventListener(type, (event) => (!isIdle(event) ? input(event) : undefined), {
        signal: off.signal,
        passive: true,
      });
    addEventListener('scroll', (event) => this.#scrolled(event.timeStamp), { signal: off.signal });
    // The sheet has opened or grown: what is chosen stays clear of it.
    const sheet = new MutationObserver(() => this.#clearSheet());
    sheet.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    // Other words, another width, letters that come late: the row one looks at stays.
    const size = new ResizeObserver(() => {
      if (this.#timer === undefined && this.#seen && !this.#atTop()) this.#putBack(this.#seen);
    });
    size.observe(root);
    return () => {
      off.abort();
      sheet.disconnect();
      size.disconnect();
      clearTimeout(this.#timer);
      if (this.#timer !== undefined) this.#app.viewport.moving = false;
      this.#root = null;
    };
  };

  /** Attach it after `attach`: what changes the rows from elsewhere (search, a thread) moves nothing in sight. */
  keep: Attachment = () => {
    void this.#list.layout.items;
    if (this.#holding) return;
    untrack(() => {
      if (this.#seen && !this.#atTop()) this.#putBack(this.#seen);
      this.#look();
    });
  };

  /** Attach it last: follows the camera and the choice when others move them. */
  follow: Attachment = () => {
    const { selection, viewport } = this.#app;
    const { moving, window } = viewport;
    const { selected } = selection;
    if (moving) return;
    untrack(() => {
      const chosen = selected !== null && selected !== this.#selected && this.#element(selected) !== null;
      const turned = window !== this.#window;
      this.#selected = selected;
      this.#window = window;
      if (chosen) this.reveal(selected, 'middle');
      else if (turned) this.#showWindow();
    });
  };

  /** Where an item is now; without an id the one under `y`, or the focused one in sight, or the topmost. */
  note(at: { id?: string | null; y?: number } = {}): Note | null {
    const items = this.#elements();
    const { top, bottom } = this.#edges();
    const inSight = (item: HTMLElement | null | undefined) => {
      const box = item?.getBoundingClientRect();
      return box && box.bottom > top && box.top < bottom ? item : null;
    };
    const active = document.activeElement?.closest<HTMLElement>('[data-item]');
    const item =
      (at.id ? this.#element(at.id) : null) ??
      (at.y === undefined
        ? (inSight(active && this.#root?.contains(active) ? active : null) ??
          items.slice(firstBelow(items, top + 1)).find((each) => !each.querySelector('[data-count]')))
        : items[firstBelow(items, at.y)]) ??
      items.at(-1);
    return item?.dataset.item ? { id: item.dataset.item, top: item.getBoundingClientRect().top } : null;
  }

  /** Makes a change and puts what was noted back where it was. */
  async hold(noted: Note | null, change: () => void): Promise<void> {
    const focused = this.#root?.contains(document.activeElement) ?? false;
    this.#holding = true;
    change();
    // What is chosen here is in sight already.
    this.#selected = this.#app.selection.selected;
    await tick();
    this.#holding = false;
    if (noted && this.#root) this.#putBack(noted);
    // The row that had the focus is folded: its fold takes it.
    if (focused && !this.#root?.contains(document.activeElement)) this.focus();
    this.#look();
  }

  /** Puts the focus on the tab stop. */
  focus(): void {
    const id = this.#list.current;
    if (id !== null) this.#element(id)?.querySelector('button')?.focus({ preventScroll: true });
  }

  /** The reader went to an item by key or button: it comes into sight, and the camera with it. */
  go(id: string, where: 'nearest' | 'top' = 'nearest'): void {
    this.reveal(id, where);
    this.#settle();
  }

  /** Scrolls as little as it must until an item is in full sight; from outside, to the middle or the top. */
  reveal(id: string, where: 'nearest' | 'middle' | 'top'): void {
    const box = this.#element(id)?.getBoundingClientRect();
    if (!box) return;
    const { top, bottom } = this.#edges();
    if (where === 'top') return this.#scrollBy(box.top - this.#stuck());
    const over = box.top - top - AIR;
    const under = box.bottom - bottom + AIR;
    if (over >= 0 && under <= 0) return;
    if (where === 'middle') this.#scrollBy((box.top + box.bottom - this.#stuck() - bottom) / 2);
    else this.#scrollBy(over < 0 || box.height > bottom - top ? over : under);
  }

  /** The camera was moved elsewhere, or this view has just opened. */
  #showWindow(): void {
    const { fold, selection, viewport } = this.#app;
    const { items } = this.#list.layout;
    const [t0, t1] = viewport.window;
    const chosen = selection.selected === null ? undefined : itemOf(items, selection.selected);
    const place = fold.place?.window === viewport.window ? itemOf(items, fold.place.id) : undefined;
    if (chosen && timeOf(chosen) >= t0 && timeOf(chosen) < t1) this.reveal(chosen.id, 'middle');
    else if (viewport.whole) {
      if (!this.#atTop() && items[0]) this.reveal(items[0].id, 'top');
    } else if (place && fold.place) this.#putBack({ id: place.id, top: fold.place.top });
    else {
      const first = items.find((item) => item.kind === 'row' && timeOf(item) >= t0) ?? items.at(-1);
      if (first) this.reveal(first.id, 'top');
    }
    this.#look();
  }

  #scrolled(now: number): void {
    // After a scrolling of ours all has been seen to; the rows may have changed again since.
    if (Math.abs(scrollY - this.#mine) < 1) return;
    if (now - this.#byReader > AT_ONCE && this.#timer === undefined) return this.#look();
    // The rest of a swing still is the reader’s.
    this.#byReader = now;
    this.#mine = NaN;
    this.#app.viewport.moving = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), SETTLED);
  }

  /** The reader has arrived somewhere: the camera shows what is in sight. */
  #settle(): void {
    const { fold, viewport } = this.#app;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { items } = this.#list.layout;
    const inSight = this.#inSight();
    const [first, last] = [inSight[0], inSight.at(-1)].map((id) => items.find((item) => item.id === id));
    if (first && last) {
      const from = first === items[0] ? viewport.extent[0] : timeOf(first);
      const to = last === items.at(-1) ? viewport.extent[1] : Math.floor(timeOf(last) / DAY + 1) * DAY;
      viewport.show(this.#atTop() ? viewport.extent : [from, to]);
      const top = this.#element(first.id)?.getBoundingClientRect().top ?? 0;
      fold.place = { window: viewport.window, id: first.id, top };
    }
    this.#window = viewport.window;
    viewport.moving = false;
    this.#look();
  }

  /** Ids of the items of which more than half is in sight. */
  #inSight(): string[] {
    const items = this.#elements();
    const { top, bottom } = this.#edges();
    const ids: string[] = [];
    for (let i = firstBelow(items, top); i < items.length; i++) {
      const item = items[i] as HTMLElement;
      const box = item.getBoundingClientRect();
      const middle = (box.top + box.bottom) / 2;
      if (middle >= bottom) break;
      if (middle > top && item.dataset.item !== undefined) ids.push(item.dataset.item);
    }
    return ids;
  }

  /** Remembers what is in sight, for the tab stop, the chapters and the next change. */
  #look(): void {
    const { selected } = this.#app.selection;
    const inSight = this.#inSight();
    const [first] = inSight;
    this.#seen = this.note({ id: selected !== null && inSight.includes(selected) ? selected : first });
    if (first === undefined) return;
    const { sections } = this.#list.layout;
    this.#list.section = sections.find(({ items }) => items.some(({ id }) => id === first))?.id ?? null;
    if (!this.#root?.contains(document.activeElement)) this.#list.focused = this.#atTop() ? null : first;
  }

  #clearSheet(): void {
    const { selected } = this.#app.selection;
    // A sheet that takes most of the screen is read, not the list behind it.
    if (selected !== null && sheetHeight() < innerHeight * 0.6) this.reveal(selected, 'nearest');
  }

  #putBack({ id, top }: Note): void {
    const items = this.#list.layout.items;
    const item = itemOf(items, id) ?? items[0];
    const now = item && this.#element(item.id)?.getBoundingClientRect().top;
    if (now !== undefined) this.#scrollBy(now - top);
  }

  #scrollBy(px: number): void {
    if (Math.abs(px) < 0.5) return;
    scrollBy({ top: px, behavior: 'instant' });
    this.#mine = scrollY;
    // Else the next change of size would put the list back where it was before.
    this.#look();
  }

  /** Whether nothing of the list has left the screen at the top. */
  #atTop(): boolean {
    const first = this.#elements()[0]?.getBoundingClientRect();
    return !first || first.top >= this.#edges().top - 1;
  }

  /** The part of the screen where rows are in sight, px. */
  #edges(): { top: number; bottom: number } {
    const bar = this.#root?.querySelector('[data-bar]')?.getBoundingClientRect();
    return { top: Math.max(0, bar?.top ?? 0) + this.#stuck(), bottom: innerHeight - sheetHeight() };
  }

  /** Height of what sticks to the top of the screen once the list has been scrolled to, px. */
  #stuck(): number {
    const height = (name: string) => this.#root?.querySelector(name)?.getBoundingClientRect().height ?? 0;
    return height('[data-bar]') + height('h3');
  }

  #elements = (): HTMLElement[] => [...(this.#root?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  #element = (id: string): HTMLElement | null =>
    this.#root?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`) ?? null;
}

/** A mouse that moves without a button scrolls nothing; with one it may hold the scrollbar. */
const isIdle = (event: Event): boolean => event.type === 'mousemove' && (event as MouseEvent).buttons === 0;

const sheetHeight = (): number =>
  parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--sheet')) || 0;

/** The first of the items, which stand below each other, whose bottom lies below `y`. */
function firstBelow(items: readonly HTMLElement[], y: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.getBoundingClientRect().bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}
