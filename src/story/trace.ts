/**
 * The path of a thing through both halves: every event, node and link it is tied to, upstream and downstream.
 * A path keeps to its threads: it walks on from a link to the next only if both carry a common thread, or if the
 * next carries none (the life of the group itself belongs to every path). So "migrant smuggling" goes into the
 * communiqué and does not come out of it as cybercrime.
 */
import type { FlowLink, Story, StoryEvent, Thing } from './story';

export interface Trace {
  events: ReadonlySet<string>;
  summits: ReadonlySet<string>;
  nodes: ReadonlySet<string>;
  links: ReadonlySet<string>;
  threads: ReadonlySet<string>;
}

type Way = 'up' | 'down';

/** The trace of a thing by its id; null if there is no such thing. */
export function traceOf(story: Story, things: ReadonlyMap<string, Thing>, id: string | null): Trace | null {
  const thing = id === null ? undefined : things.get(id);
  if (!thing) return null;
  const path = new Path(story);
  const events = new Set<string>();
  const summits = new Set<string>();
  let threads: readonly string[] = [];
  const tied = (event: { nodes: readonly string[] }) => event.nodes.some((node) => path.nodes.has(node));

  if (thing.kind === 'thread') {
    threads = [thing.id];
    path.thread(thing.id);
  } else if (thing.kind === 'node') {
    threads = thing.node.threads;
    path.node(thing.id, threads);
  } else if (thing.kind === 'link') {
    threads = thing.link.threads;
    path.link(thing.link);
  } else {
    const { nodes, threads: own } =
      thing.kind === 'event' ? thing.event : { nodes: thing.summit.nodes, threads: [] };
    threads = own;
    for (const node of nodes) path.node(node, own);
    if (nodes.length === 0) for (const thread of own) path.thread(thread);
    (thing.kind === 'event' ? events : summits).add(thing.id);
  }
  const wanted = new Set(threads);
  for (const event of story.events) if (sharesThread(event, wanted) || tied(event)) events.add(event.id);
  for (const summit of story.summits) if (tied(summit)) summits.add(summit.id);
  return { events, summits, nodes: path.nodes, links: path.links, threads: wanted };
}

const sharesThread = (event: StoryEvent, threads: ReadonlySet<string>) =>
  event.threads.some((id) => threads.has(id));

/** Collects nodes and links while it walks the flow. */
class Path {
  readonly nodes = new Set<string>();
  readonly links = new Set<string>();
  readonly #walked = new Set<string>();

  constructor(private readonly story: Story) {}

  thread(id: string): void {
    for (const node of this.story.nodes)
      if (node.threads.length === 1 && node.threads[0] === id) this.nodes.add(node.id);
    for (const link of this.story.links) if (link.threads.includes(id)) this.link(link, [id]);
  }

  node(id: string, threads: readonly string[]): void {
    this.nodes.add(id);
    this.#walk(id, threads, 'up');
    this.#walk(id, threads, 'down');
  }

  link(link: FlowLink, threads: readonly string[] = link.threads): void {
    this.#take(link);
    this.#walk(link.source, threads, 'up');
    this.#walk(link.target, threads, 'down');
  }

  #take(link: FlowLink): void {
    this.links.add(link.id);
    this.nodes.add(link.source);
    this.nodes.add(link.target);
  }

  /** `threads` empty = the path keeps to none and takes every link. */
  #walk(node: string, threads: readonly string[], way: Way): void {
    const here = `${way}|${node}|${threads.join()}`;
    if (this.#walked.has(here)) return;
    this.#walked.add(here);
    for (const link of this.story.links) {
      if ((way === 'up' ? link.target : link.source) !== node) continue;
      const free = threads.length === 0 || link.threads.length === 0;
      const common = free ? [...threads] : threads.filter((id) => link.threads.includes(id));
      if (!free && common.length === 0) continue;
      this.#take(link);
      const next = threads.length === 0 ? link.threads : common;
      this.#walk(way === 'up' ? link.source : link.target, next, way);
    }
  }
}
