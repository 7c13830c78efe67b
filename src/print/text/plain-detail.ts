/** The long texts as they are printed for readers of about twelve: plain, where there are plain ones. Pure. */
import type { StoryDetail } from '@/story/story-detail';

export function plainDetail(detail: StoryDetail): StoryDetail {
  return {
    ...detail,
    steps: mapped(detail.steps, (step) => ({ ...step, text: step.plain || step.text })),
    events: mapped(detail.events, (event) => ({ ...event, summary: event.plain || event.summary })),
  };
}

const mapped = <T>(all: Record<string, T>, change: (each: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([id, each]) => [id, change(each)]));
