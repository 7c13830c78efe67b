/** What a reader can do in the list, by key, finger or button. */
import { tick } from 'svelte';
import type { AppState } from '@/state/app-state.svelte';
import { crossOver, nodeOf } from './cross-over.svelte';
import type { Fold } from './folds';
import { threadsKey, type Order } from './keys';
import type { ListCamera } from './list-camera.svelte';
import type { ListPlace } from './list-place.svelte';
import type { Note } from './list-sight.svelte';
import type { ThreadsList } from './threads-list.svelte';

export class ListActs {
  #app: AppState;
  #list: ThreadsList;
  #place: ListPlace;
  #camera: ListCamera;

  constructor(app: AppState, list: ThreadsList, place: ListPlace, camera: ListCamera) {
    this.#app = app;
    this.#list = list;
    this.#place = place;
    this.#camera = camera;
  }

  choose = (id: string): void => {
    this.#list.focused = id;
    void this.#hold(() => this.#app.selection.toggle(id), this.#place.sight.note({ id }));
  };

  /** Opens a fold and goes to the first row it held, or folds it again. */
  toggle = async (fold: Fold): Promise<void> => {
    const first = fold.rows[0]?.id ?? null;
    await this.#hold(() => this.#app.fold.toggle(fold.id), this.#place.sight.note({ id: fold.id }));
    this.#list.focused = fold.open ? fold.id : first;
    await tick();
    this.#place.focus();
    if (this.#list.current !== null) this.#place.reveal(this.#list.current, 'nearest');
  };

  /** Tells so many levels more, or less (< 0), about what was noted. */
  tell = (levels: number, noted: Note | null = this.#place.sight.note()): Promise<void> =>
    this.#refold(() => this.#app.fold.by(levels), noted);

  /** Lets go of all that is traced. */
  free = (): void => {
    const { selection } = this.#app;
    void this.#hold(() => {
      selection.select(null);
      selection.thread = null;
    });
  };

  /** Shows what went to other meetings, or no longer. */
  toggleOthers = (): void => {
    void this.#hold(() => (this.#app.others = !this.#app.othersShown));
  };

  showSection = async (id: string): Promise<void> => {
    const first = this.#list.layout.sections.find((section) => section.id === id)?.items[0];
    if (!first) return;
    this.#list.focused = first.id;
    await tick();
    this.#camera.go(first.id, 'top');
  };

  onkeydown = (event: KeyboardEvent): void => {
    const order = threadsKey(event);
    if (!order) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#carryOut(order);
  };

  onfocusin = (event: FocusEvent): void => {
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset.id;
    if (id !== undefined) this.#list.focused = id;
  };

  async #carryOut(order: Order): Promise<void> {
    if (order === 'free') return this.#hold(() => this.#app.selection.free());
    if (order === 'usual') return this.#refold(this.#app.fold.reset, this.#place.sight.note());
    if (order === 'flow') return this.#crossOver();
    if (typeof order === 'object' && 'levels' in order) return this.tell(order.levels);
    if (!(order === 'back' ? this.#list.back() : this.#list.move(order.move))) return;
    await tick();
    this.#place.focus();
    if (this.#list.current !== null) this.#camera.go(this.#list.current);
  }

  #crossOver(): void {
    const item = this.#list.layout.items.find(({ id }) => id === this.#list.current);
    const row = item?.kind === 'fold' ? item.fold.rows[0] : item?.row;
    const node = row ? nodeOf(this.#app, row) : null;
    if (node !== null) crossOver(this.#app, node);
  }

  async #refold(change: () => boolean, noted: Note | null): Promise<void> {
    let changed = false;
    await this.#hold(() => (changed = change()), noted);
    if (!changed) return;
    const { shown, all } = this.#list.layout;
    this.#app.announcer.say(this.#app.words.t('threads.rows-shown', { n: shown, all }));
  }

  #hold = (change: () => void, noted: Note | null = this.#place.sight.note()): Promise<void> =>
    this.#place.hold(noted, change);
}
