/**
 * The list and the camera. The camera follows the reader’s own scrolling, never a scrolling of ours (so a turn of
 * the phone, which shows the list for a while, does not move it); the list follows the camera when others move it.
 */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { AppState } from '@/state/app-state.svelte';
import { itemOf, timeOf } from './layout';
import type { ListPlace } from './list-place.svelte';
import type { ThreadsList } from './threads-list.svelte';
import { startOf } from './window-items';

const DAY = 864e5;

export class ListCamera {
  #app: AppState;
  #list: ThreadsList;
  #place: ListPlace;
  /** The window that the list already stands for. */
  #window: readonly [number, number] | null = null;

  constructor(app: AppState, list: ThreadsList, place: ListPlace) {
    this.#app = app;
    this.#list = list;
    this.#place = place;
  }

  /** Attach it to the view: moves the camera with the reader. */
  attach: Attachment<HTMLElement> = (root) => {
    const { scroll } = this.#place;
    const stop = scroll.listen({
      onmove: () => (this.#app.viewport.moving = true),
      onsettle: this.settle,
      onother: () => this.#place.look(),
    })(root);
    return () => {
      if (scroll.underWay) this.#app.viewport.moving = false;
      stop?.();
    };
  };

  /** Attach it last: follows the camera and the choice when others move them. */
  follow: Attachment = () => {
    const { selection, viewport } = this.#app;
    const { moving, window } = viewport;
    const { selected } = selection;
    if (moving) return;
    untrack(() => {
      const place = this.#place;
      const chosen = selected !== null && selected !== place.chosen && place.sight.element(selected) !== null;
      const turned = window !== this.#window;
      place.chosen = selected;
      this.#window = window;
      if (chosen) place.reveal(selected, 'middle');
      else if (turned) this.#showWindow();
    });
  };

  /** The reader went to an item by key or button: it comes into sight, and the camera with it. */
  go(id: string, where: 'nearest' | 'top' = 'nearest'): void {
    this.#place.reveal(id, where);
    this.settle();
  }

  /** The reader has arrived somewhere: the camera shows what is in sight. */
  settle = (): void => {
    const { fold, viewport } = this.#app;
    const { scroll, sight } = this.#place;
    scroll.end();
    const { items } = this.#list.layout;
    const inSight = sight.inSight();
    const [first, last] = [inSight[0], inSight.at(-1)].map((id) => items.find((item) => item.id === id));
    if (first && last) {
      const from = first === items[0] ? viewport.extent[0] : timeOf(first);
      const to = last === items.at(-1) ? viewport.extent[1] : Math.floor(timeOf(last) / DAY + 1) * DAY;
      viewport.show(sight.atTop() ? viewport.extent : [from, to]);
      fold.place = { window: viewport.window, id: first.id, top: sight.topOf(first.id) ?? 0 };
    }
    this.#window = viewport.window;
    viewport.moving = false;
    this.#place.look();
  };

  /** The camera was moved elsewhere, or this view has just opened. */
  #showWindow(): void {
    const { fold, selection, viewport } = this.#app;
    const { sight } = this.#place;
    const { items } = this.#list.layout;
    const [t0, t1] = viewport.window;
    const chosen = selection.selected === null ? undefined : itemOf(items, selection.selected);
    const place = fold.place?.window === viewport.window ? itemOf(items, fold.place.id) : undefined;
    if (chosen && timeOf(chosen) >= t0 && timeOf(chosen) < t1) this.#place.reveal(chosen.id, 'middle');
    else if (viewport.whole) {
      if (!sight.atTop() && items[0]) this.#place.reveal(items[0].id, 'top');
    } else if (place && fold.place) this.#place.putBack({ id: place.id, top: fold.place.top });
    else {
      const { top, bottom } = sight.edges();
      const middle = (id: string) => {
        const box = sight.element(id)?.getBoundingClientRect();
        return box ? (box.top + box.bottom) / 2 : 0;
      };
      const fits = (first: string, last: string) => middle(last) - (sight.topOf(first) ?? 0) <= bottom - top;
      const first = startOf(items, viewport, fits);
      if (first) this.#place.reveal(first.id, 'top');
    }
    this.#place.look();
  }
}
