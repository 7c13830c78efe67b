/**
 * The camera. Its truth is the visible window [t0, t1]; axis, zoom, level, minimap, address and the spoken
 * sentence all follow from it. Only its own methods change it, and every change passes `constrain`.
 */
import { blendWarps, evenWarp, placeOf, storyWarp, type Segment } from '@/time/warp';
import { makeAxis, slidingAxis } from './axis';
import { constrain, NARROWEST, panBy, zoomBy, type Window } from './constrain';

export type ScaleId = 'story' | 'even';

export class Viewport {
  #extent = $state.raw<Window>([0, 1]);
  #segments = $state.raw<readonly Segment[]>([]);
  #window = $state.raw<Window>([0, 1]);

  /** The scale that was chosen; `evenness` follows it, at once or in an animated switch. */
  scale = $state<ScaleId>('story');
  /** 0 = story scale, 1 = even scale; in between while the switch is animated. */
  evenness = $state(0);
  /** Size of the time axis on the stage, CSS px (the gutter is not part of it). */
  length = $state(1);
  /** True while a movement is under way (a drag, an animation): what is said or written waits for its end. */
  moving = $state(false);
  /** Where a flight under way will end; null while the camera stands, or is led by hand. */
  heading = $state.raw<Window | null>(null);

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
    this.#extent = [segments[0]?.t0 ?? 0, segments.at(-1)?.t1 ?? 1];
    this.#window = this.#extent;
  }

  #story = $derived(storyWarp(this.#segments));
  warp = $derived(blendWarps(this.#story, evenWarp(this.#story), this.evenness));
  /** The warp of the chosen scale, also while a switch is under way: what layouts measure with. */
  settledWarp = $derived(this.scale === 'even' ? evenWarp(this.#story) : this.#story);
  axis = $derived(slidingAxis(makeAxis(this.warp, this.#window, this.length)));
  /** Whole zoom level on the chosen scale: layout is redone when it changes, not at every step or within a switch. */
  level = $derived.by(() => {
    const [t0, t1] = this.#window;
    const share = placeOf(this.settledWarp, t1) - placeOf(this.settledWarp, t0);
    return Math.max(0, Math.floor(Math.log2(1 / Math.max(share, 1e-12)) + 1e-6));
  });
  narrowest = $derived(this.#window[1] - this.#window[0] <= NARROWEST * 1.001);
  whole = $derived(this.#window[0] <= this.#extent[0] && this.#window[1] >= this.#extent[1]);

  get extent(): Window {
    return this.#extent;
  }
  get window(): Window {
    return this.#window;
  }

  /** Shows a period (ms UTC), made legal. */
  show = (window: Window): void => {
    const next = constrain(window, this.#extent);
    if (next[0] !== this.#window[0] || next[1] !== this.#window[1]) this.#window = next;
  };
  /** Slides by a share of the visible stage: 0.5 = half a stage later. */
  panBy = (share: number): void => this.show(panBy(this.#window, this.warp, share));
  /** Zooms by a factor about `anchor` (0 = start of the stage, 1 = its end). */
  zoomBy = (factor: number, anchor = 0.5): void => this.show(zoomBy(this.#window, this.warp, factor, anchor));
  fit = (): void => this.show(this.#extent);
}
