/** Shows the picture of a step: period, thread, and what is pointed at. */
import type { StoryStep } from '@/story/story';
import { flyTo, stopFlight } from '@/viewport/fly-to';
import type { AppState } from './app-state.svelte';
import { tells, viewOfStep } from './steps.svelte';

/** `how`: the camera flies there, or is there `at-once`, as when an address is opened. */
export function goToStep(app: AppState, step: StoryStep, how: 'fly' | 'at-once' = 'fly'): void {
  const { viewport, selection, steps } = app;
  stopFlight(viewport);
  steps.id = step.id;
  selection.hovered = null;
  selection.thread = step.thread;
  selection.select(step.select);
  if (!tells(app.view, step)) app.showView(viewOfStep(step, app.usual));
  viewport.scale = 'story';
  viewport.evenness = 0;
  const window = app.windowOf(step);
  if (how === 'fly') flyTo(viewport, window);
  else viewport.show(window);
}
