/** The part of the flow that a thread takes: its path and nothing else, so that it has the page to itself. */
import type { Story, Thing } from '@/story/story';
import { traceOf } from '@/story/trace';

/** The story with only the path of `thread` in its flow, and the link `chosen` if it lies beside it; all without a thread. */
export function partOf(
  story: Story,
  things: ReadonlyMap<string, Thing>,
  thread: string | null,
  chosen: string | null,
): Story {
  const trace = traceOf(story, things, thread);
  if (!trace) return story;
  const links = story.links.filter(({ id }) => trace.links.has(id) || id === chosen);
  const ends = new Set([...trace.nodes, ...links.flatMap(({ source, target }) => [source, target])]);
  return { ...story, links, nodes: story.nodes.filter(({ id }) => ends.has(id)) };
}

/** Ids of the links on the path of a thread; null without one. */
export const pathOf = (
  story: Story,
  things: ReadonlyMap<string, Thing>,
  thread: string | null,
): ReadonlySet<string> | null => traceOf(story, things, thread)?.links ?? null;
