/** What of the list is in sight, by the boxes of its elements. Only reads; px from the top of the screen. */
import type { Attachment } from 'svelte/attachments';

/** An item and where its top was. */
export interface Note {
  id: string;
  top: number;
}

export class ListSight {
  #root: HTMLElement | null = null;

  /** Attach it to the view, before what asks it. */
  attach: Attachment<HTMLElement> = (root) => {
    this.#root = root;
    return () => {
      this.#root = null;
    };
  };

  /** The element of an item. */
  element = (id: string): HTMLElement | null =>
    this.#root?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`) ?? null;

  /** Where the top of an item is. */
  topOf = (id: string): number | undefined => this.element(id)?.getBoundingClientRect().top;

  hasFocus = (): boolean => this.#root?.contains(document.activeElement) ?? false;

  /** Where an item is now; without an id the one under `y`, or the focused one in sight, or the topmost row. */
  note({ id, y }: { id?: string | null; y?: number } = {}): Note | null {
    const items = this.#elements();
    const item =
      (id ? this.element(id) : null) ??
      (y === undefined ? this.#lookedAt(items) : items[firstBelow(items, y)]) ??
      items.at(-1);
    return item?.dataset.item ? { id: item.dataset.item, top: item.getBoundingClientRect().top } : null;
  }

  /** Ids of the items of which more than half is in sight. */
  inSight(): string[] {
    const items = this.#elements();
    const { top, bottom } = this.edges();
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

  /** Whether nothing of the list has left the screen at the top. */
  atTop(): boolean {
    const first = this.#root?.querySelector('[data-item]')?.getBoundingClientRect();
    return !first || first.top >= this.edges().top - 1;
  }

  /** The part of the screen where rows are in sight. */
  edges(): { top: number; bottom: number } {
    const bar = this.#root?.querySelector('[data-bar]')?.getBoundingClientRect();
    return { top: Math.max(0, bar?.top ?? 0) + this.stuck(), bottom: innerHeight - sheetHeight() };
  }

  /** Height of what sticks to the top of the screen once the list has been scrolled to. */
  stuck(): number {
    const height = (name: string) => this.#root?.querySelector(name)?.getBoundingClientRect().height ?? 0;
    return height('[data-bar]') + height('h3');
  }

  #elements = (): HTMLElement[] => [...(this.#root?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];

  #lookedAt(items: readonly HTMLElement[]): HTMLElement | undefined {
    const { top, bottom } = this.edges();
    const focused = this.hasFocus() ? document.activeElement?.closest<HTMLElement>('[data-item]') : null;
    const box = focused?.getBoundingClientRect();
    if (focused && box && box.bottom > top && box.top < bottom) return focused;
    return items.slice(firstBelow(items, top + 1)).find((item) => !item.querySelector('[data-count]'));
  }
}

/** Height of what covers the lower end of the screen, the sheet and the foot of an embed, px. */
export function sheetHeight(): number {
  const style = getComputedStyle(document.documentElement);
  const height = (name: string) => parseFloat(style.getPropertyValue(name)) || 0;
  return height('--sheet') + height('--foot');
}

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
