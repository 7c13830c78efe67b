/** What the words of a step name, for the picture to light up: so the class finds it. Pure. */
import { readProse } from '@/dataset/prose';
import type { StoryStep, Thing } from '@/story/story';
import type { Trace } from '@/story/trace';

const NONE: ReadonlySet<string> = new Set();

/** Null where the step follows a thread, tells the flow, or names no event: then its picture is lit as on the page. */
export function toldEvents(step: StoryStep, text: string, things: ReadonlyMap<string, Thing>): Trace | null {
  if (step.part !== 'events' || step.thread !== null) return null;
  const named = readProse(text).flatMap((part) => (typeof part === 'string' ? [] : [part.id]));
  const events = [...named, ...(step.select === null ? [] : [step.select])].flatMap((id) => {
    const thing = things.get(id);
    return thing?.kind === 'event' ? [thing.event] : [];
  });
  if (events.length === 0) return null;
  return {
    events: new Set(events.map(({ id }) => id)),
    threads: new Set(events.flatMap(({ threads }) => threads)),
    ...{ summits: NONE, nodes: NONE, links: NONE },
  };
}
