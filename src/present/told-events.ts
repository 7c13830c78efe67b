/** What the words of a step name, for the picture to light up: so the class finds it. Pure. */
import { readProse } from '@/dataset/prose';
import type { Story, StoryStep, Thing } from '@/story/story';
import type { Trace } from '@/story/trace';

const NONE: ReadonlySet<string> = new Set();

/** Null where the step tells the flow, or names no event: then its picture is lit as on the page. */
export function toldEvents(
  step: StoryStep,
  text: string,
  things: ReadonlyMap<string, Thing>,
  story: Pick<Story, 'events'>,
): Trace | null {
  if (step.part !== 'events') return null;
  const named = readProse(text).flatMap((part) => (typeof part === 'string' ? [] : [part.id]));
  const told = [...named, ...(step.select === null ? [] : [step.select])].flatMap((id) => {
    const thing = things.get(id);
    return thing?.kind === 'event' ? [thing.event] : [];
  });
  // Of a thread, all that is its own: not the life of the group, which is on the way of every thread.
  const own = story.events.filter(({ threads }) => step.thread !== null && threads.includes(step.thread));
  const events = [...told, ...own];
  if (events.length === 0) return null;
  return {
    events: new Set(events.map(({ id }) => id)),
    threads: new Set(step.thread === null ? events.flatMap(({ threads }) => threads) : [step.thread]),
    ...{ summits: NONE, nodes: NONE, links: NONE },
  };
}
