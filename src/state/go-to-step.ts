/** Shows the picture of a step or of a question: period, thread, and what is pointed at. */
import type { Picture, StoryStep } from '@/story/story';
import { flyTo, stopFlight } from '@/viewport/fly-to';
import type { AppState } from './app-state.svelte';
import { tells, viewOfStep } from './steps.svelte';

/** `how`: the camera flies there, or is there `at-once`, as when an address is opened. */
export function goToStep(app: AppState, step: StoryStep, how: 'fly' | 'at-once' = 'fly'): void {
  app.checks.id = null;
  app.steps.id = step.id;
  showPicture(app, step, how);
}

/** The same for any picture; what is told beside it stays. */
export function showPicture(app: AppState, picture: Picture, how: 'fly' | 'at-once' = 'fly'): void {
  const { viewport, selection } = app;
  stopFlight(viewport);
  selection.hovered = null;
  selection.thread = picture.thread;
  selection.select(picture.select);
  if (!tells(app.view, picture)) app.showView(viewOfStep(picture, app.usual));
  viewport.scale = 'story';
  viewport.evenness = 0;
  const window = app.windowOf(picture);
  if (how === 'fly') flyTo(viewport, window);
  else viewport.show(window);
}
