/**
 * What all parts of the picture of a frame share: the room and the axis, what is in the page while it slides, and the mark
 * that has the keyboard’s focus, with the way that led to it. Of these two it is the only keeper.
 */
import { untrack } from 'svelte';
import type { AppState } from '@/state/app-state.svelte';
import type { ViewSize } from '@/viewport/view-size.svelte';
import { placeNames, stageRoom, type Half } from './room';
import { reachOf, type Reach } from './timeline/slide';
import type { Trail } from './trail';

export const NOTHING: ReadonlySet<string> = new Set();

export class StageFrame {
  readonly app: AppState;
  readonly #size: ViewSize;
  readonly #half: () => Half | null;
  /** The mark that has, or would have, the keyboard’s focus. */
  focused = $state<string | null>(null);
  /** The steps of the keys that led there. */
  trail = $state.raw<Trail>([]);

  /** `half`: the one that has the whole stage, where both do not fit. */
  constructor(app: AppState, size: ViewSize, half: () => Half | null) {
    this.app = app;
    this.#size = size;
    this.#half = half;
  }

  story = $derived.by(() => this.app.story);
  measure = $derived.by(() => this.#size.measure);
  axis = $derived.by(() => this.app.viewport.axis);
  /**
   * The axis that marks are placed by: one for all windows of a zoom and a stretch, so that a slide places nothing
   * anew. It is any of their axes, for a drawn coordinate is the same in all of them.
   */
  standing = $derived.by(() => {
    // Of the axis, not of the room: between the two a moment may pass in which they differ.
    void [this.#zoom, this.#stretch, this.app.viewport.warp, this.length];
    return untrack(() => this.axis);
  });
  // Sliding changes k in its last digits only.
  #zoom = $derived.by(() => Number(this.axis.k.toPrecision(9)));
  #stretch = $derived.by(() => this.axis.stretch);
  length = $derived.by(() => this.axis.length);

  /**
   * `Axis.shift` of the picture as it is painted: in a movement that of its start, and of each new zoom or stretch.
   * In an object, which is another one each time: a derived value that comes out equal is found anew with the next
   * change of anything, and so the first step of a movement would be painted too.
   */
  #painted = $derived.by(() => {
    if (!this.app.viewport.moving) return { shift: this.axis.shift };
    void this.standing;
    return { shift: untrack(() => this.axis.shift) };
  });
  origin = $derived.by(() => this.#painted.shift);
  /** px by which the painted picture has slid since. */
  slid = $derived.by(() => this.origin - this.axis.shift);

  kept = $derived.by(() => (this.focused === null ? NOTHING : new Set([this.focused])));
  /** A locked trace chooses whose headlines and names are shown; a preview only lights and dims. */
  locked = $derived.by(() => this.app.lockedTrace);

  room = $derived.by(() => {
    const own = this.story.events.some((event) => event.threads.length === 0) ? 1 : 0;
    const { words } = this.app;
    const names = [
      ...this.story.threads.map(({ label }) => label),
      ...(own > 0 ? [this.story.group || words.t('stage.group')] : []),
    ];
    const others = this.story.summits.length > 0 ? [words.t('stage.summits')] : [];
    const { width, height } = this.#size;
    const half = this.#half();
    if (half !== null) return half.room(half.part, { width, height }, names, others, this.measure);
    const placed = placeNames(names, others, width, this.measure);
    return stageRoom(width, height, placed, this.story.nodes.length > 0);
  });

  /** What is in the page: it grows while the picture slides, and is cut back when that rests. */
  reach: Reach = $derived.by(() => {
    const { of, reach } = this.#lastReach;
    const before = this.app.viewport.moving && of === this.standing ? reach : null;
    this.#lastReach = { of: this.standing, reach: reachOf(this.axis, before) };
    return this.#lastReach.reach;
  });
  #lastReach: { of: unknown; reach: Reach } = { of: null, reach: [0, 0] };
}
