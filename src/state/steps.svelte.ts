/** The guided story: which step the reader is at, and what its picture is. Where the picture moves is go-to-step.ts. */
import type { Picture, Story, StoryStep } from '@/story/story';
import type { ViewId } from './app-state.svelte';

/** Which halves of the story a view tells. */
const TELLS: Record<ViewId, readonly StoryStep['part'][]> = {
  stage: ['events', 'flow'],
  threads: ['events'],
  flow: ['flow'],
  table: [],
};

export const tells = (view: ViewId, { part }: Picture): boolean => TELLS[view].includes(part);

/** The view that shows a step where the usual one of the width is `usual`. */
export const viewOfStep = (step: Picture, usual: ViewId): ViewId =>
  tells(usual, step) ? usual : step.part === 'flow' ? 'flow' : 'stage';

/** The thing that stands for a step where the page must scroll to it: what it points at, else the first it shows. */
export function anchorOf(
  step: StoryStep,
  { events, nodes }: Pick<Story, 'events' | 'nodes'>,
  [t0, t1]: readonly [number, number],
): string | null {
  const told = step.part === 'flow' ? nodes : events;
  const shown = told.filter(
    ({ t, threads }) => t >= t0 && t < t1 && (step.thread === null || threads.includes(step.thread)),
  );
  return step.select ?? [...shown].sort((a, b) => a.t - b.t)[0]?.id ?? null;
}

export class StepState {
  readonly #story: () => { steps: readonly StoryStep[] };
  /** The step the reader is at, wherever they have wandered since; null outside of the guided story. */
  id = $state<string | null>(null);

  constructor(story: () => { steps: readonly StoryStep[] }) {
    this.#story = story;
  }

  all = $derived.by(() => this.#story().steps);
  #index = $derived.by(() => this.all.findIndex(({ id }) => id === this.id));
  current: StoryStep | null = $derived(this.all[this.#index] ?? null);
  /** From 1. */
  number = $derived(this.#index + 1);
  previous: StoryStep | null = $derived(this.all[this.#index - 1] ?? null);
  next: StoryStep | null = $derived(this.current && (this.all[this.#index + 1] ?? null));
}
