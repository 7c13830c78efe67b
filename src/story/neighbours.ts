/** What stands beside a thing: on its threads, in the flow, in the other half, and who cites a source. */
import type { FlowLink, Story, StoryEvent, Summit, Thing } from './story';
import type { StoryDetail } from './story-detail';

export interface Beside<T> {
  before: T | null;
  after: T | null;
}

export interface Neighbours {
  /** The name a reader knows a thing by; the id itself if there is no such thing. */
  titleOf: (id: string) => string;
  /** The events before and after one, on each of its threads; `thread` is null for the life of the group itself. */
  eventsBeside: (event: StoryEvent) => (Beside<StoryEvent> & { thread: string | null })[];
  summitsBeside: (summit: Summit) => Beside<Summit>;
  /** Ids of the events whose days fall on the days of a summit. */
  eventsDuring: (summit: Summit) => string[];
  /** Ids of the events and summits that tell a node of the flow, in time order. */
  tellersOf: (node: string) => string[];
  /** What came into a node and what went out of it, widest first. */
  flowsOf: (node: string) => { came: FlowLink[]; went: FlowLink[] };
  /** Ids of the events of a thread, in time order. */
  eventsOn: (thread: string) => string[];
  /** Ids of all that cites a source, itself or by one of its facts: events, summits, nodes, links, in story order. */
  citedBy: (detail: StoryDetail, source: string) => string[];
}

export function storyNeighbours(story: Story, things: ReadonlyMap<string, Thing>): Neighbours {
  const titleOf = (id: string): string => {
    const thing = things.get(id);
    if (!thing) return id;
    if (thing.kind === 'thread') return thing.thread.label;
    if (thing.kind === 'event') return thing.event.title;
    if (thing.kind === 'summit') return thing.summit.place;
    if (thing.kind === 'node') return thing.node.label;
    return `${titleOf(thing.link.source)} → ${titleOf(thing.link.target)}`;
  };
  return {
    titleOf,
    eventsBeside(event) {
      const lanes: (string | null)[] = event.threads.length > 0 ? event.threads : [null];
      return lanes.map((thread) => ({ thread, ...beside(eventsOn(story, thread), event) }));
    },
    summitsBeside: (summit) => beside(story.summits, summit),
    eventsDuring: ({ t0, t1 }) => ids(story.events.filter((event) => event.t0 >= t0 && event.t1 <= t1)),
    tellersOf: (node) =>
      ids(
        [...story.events, ...story.summits]
          .filter(({ nodes }) => nodes.includes(node))
          .sort((a, b) => a.t - b.t),
      ),
    flowsOf: (node) => ({
      came: widestFirst(story.links.filter(({ target }) => target === node)),
      went: widestFirst(story.links.filter(({ source }) => source === node)),
    }),
    eventsOn: (thread) => ids(eventsOn(story, thread)),
    citedBy: (detail, source) => citedBy(story, detail, source),
  };
}

const ids = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);
const widestFirst = (links: FlowLink[]) => links.sort((a, b) => b.weight - a.weight);

/** `null`: the events that belong to no thread. */
const eventsOn = (story: Story, thread: string | null): StoryEvent[] =>
  story.events.filter(({ threads }) => (thread === null ? threads.length === 0 : threads.includes(thread)));

function beside<T extends { id: string }>(line: readonly T[], one: T): Beside<T> {
  const at = line.findIndex(({ id }) => id === one.id);
  return { before: line[at - 1] ?? null, after: at < 0 ? null : (line[at + 1] ?? null) };
}

interface Told {
  sources: { source: string }[];
  facts: string[];
}

function citedBy(story: Story, detail: StoryDetail, source: string): string[] {
  const cites = (told: Told | undefined) =>
    told !== undefined &&
    (told.sources.some((citation) => citation.source === source) ||
      told.facts.some((fact) => detail.facts[fact]?.places.some((place) => place.source === source)));
  return ids([
    ...story.events.filter(({ id }) => cites(detail.events[id])),
    ...story.summits.filter(({ id }) => cites(detail.summits[id])),
    ...story.nodes.filter(({ id }) => cites(detail.nodes[id])),
    ...story.links.filter(({ id }) => cites(detail.links[id])),
  ]);
}
