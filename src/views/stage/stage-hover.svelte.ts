/** The pointer over the stage: what it points at, and where it is while it points at something. */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import type { AppState } from '@/state/app-state.svelte';
import { drawnScale } from '@/viewport/drawn-scale';
import { idAt } from './hits';

export class StageHover {
  readonly #app: AppState;
  /** px from the start and the top of the stage; null where nothing is pointed at. */
  at = $state.raw<{ x: number; y: number } | null>(null);

  constructor(app: AppState) {
    this.#app = app;
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
    ];
    return () => off.forEach((end) => end());
  };
}
