/** The pointer over the stage: what it points at, where it is while it points at something, and what a click means. */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import type { AppState } from '@/state/app-state.svelte';
import { drawnScale } from '@/viewport/drawn-scale';
import type { Hit } from '@/viewport/taps';
import { act } from './keys';
import { nearMark } from './near-mark';

/** The thing whose mark or headline an event met. */
export const idAt = (event: Event): string | null =>
  (event.target as Element).closest<SVGElement>('[data-kind][data-id]')?.dataset.id ??
  (event.target as Element).closest<SVGElement>('[data-headline]')?.dataset.headline ??
  null;

export class StagePointer {
  readonly #app: AppState;
  readonly #pick: (id: string) => void;
  /** px from the start and the top of the stage; null where nothing is pointed at. */
  at = $state.raw<{ x: number; y: number } | null>(null);

  /** `pick`: chooses a mark. */
  constructor(app: AppState, pick: (id: string) => void) {
    this.#app = app;
    this.#pick = pick;
  }

  attach: Attachment<HTMLElement> = (stage) => {
    /** Where the stage starts on the page: asked when the pointer comes, not when it moves. */
    let origin = { x: 0, y: 0 };
    let scale = 1;
    const enter = () => {
      scale = drawnScale(stage);
      const { left, top } = stage.getBoundingClientRect();
      origin = { x: left + scrollX, y: top + scrollY };
    };
    /** Fingers do not hover: what they would leave behind would stay. */
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const id = this.#app.viewport.moving ? null : idAt(event);
      this.at =
        id === null ? null : { x: (event.pageX - origin.x) / scale, y: (event.pageY - origin.y) / scale };
      this.#app.selection.hovered = id;
    };
    const leave = () => {
      this.#app.selection.hovered = null;
      this.at = null;
    };
    const off = [
      on(stage, 'pointerenter', enter),
      on(stage, 'pointermove', move),
      on(stage, 'pointerleave', leave),
      // The wheel moves the picture away under a pointer that lies still.
      on(stage, 'wheel', () => this.#app.viewport.moving && leave()),
    ];
    return () => off.forEach((end) => end());
  };

  /** What a click means: a finger hits what is nearest to it, unless it is on words. */
  hit = (event: MouseEvent, touch: boolean): Hit | null => {
    const app = this.#app;
    const target = event.target as Element;
    if (target.closest('button')) return null;
    const { band, stub } = target.closest<SVGElement>('[data-band], [data-stub]')?.dataset ?? {};
    if (stub !== undefined) return { id: stub, act: () => act.fetchColumn(app, stub) };
    // Its ticks are near; but it is a target of its own, and a large one.
    if (band !== undefined) return { id: touch ? null : band, act: () => act.openChapter(app, band) };
    const own = idAt(event);
    const aims = touch && (own === null || target.closest('.mark'));
    const stage = target.closest('[data-stage]');
    const id = (aims && stage ? nearMark(stage, event.clientX, event.clientY) : null) ?? own;
    if (id !== null) return { id, act: () => this.#pick(id) };
    return { id: null, act: () => app.selection.free() };
  };
}
