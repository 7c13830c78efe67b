/** A story read once so that every window of it can be summed up at once: by thread, with or without other meetings. */
import type { FlowLink, Interval, Story } from './story';
import { EventCounts, Spans, type Period } from './event-counts';

/** Links that may be drawn, and when. */
class LinkCounts {
  #spans: Spans;
  /** Widest first. */
  #links: (Interval & { link: FlowLink })[];

  constructor(links: (Interval & { link: FlowLink })[]) {
    this.#spans = new Spans(links);
    this.#links = links.sort((a, b) => b.link.weight - a.link.weight);
  }

  touching(period: Period): number {
    return this.#spans.touching(period);
  }

  /** The two widest that touch a period, the widest first. */
  widest([from, to]: Period): FlowLink[] {
    const found: FlowLink[] = [];
    for (const { link, t0, t1 } of this.#links) {
      if (t0 < to && t1 > from) found.push(link);
      if (found.length === 2) break;
    }
    return found;
  }
}

export class StoryCounts {
  readonly story: Story;
  readonly summits: Spans;
  #events = new Map<string, EventCounts>();
  #links = new Map<string, LinkCounts>();

  constructor(story: Story) {
    this.story = story;
    this.summits = new Spans(story.summits);
  }

  /** Events of a thread; of no thread for the empty id; of all for null. `also`: those of this thread too. */
  events(thread: string | null, also: string | null = null): EventCounts {
    const key = JSON.stringify([thread, also]);
    let counts = this.#events.get(key);
    if (!counts) {
      counts = new EventCounts(this.story.events.filter((event) => isOf(thread, event) && isOf(also, event)));
      this.#events.set(key, counts);
    }
    return counts;
  }

  /** Links of a thread (as above) between nodes that may be drawn: those of other meetings only if asked for. */
  links(thread: string | null, others: boolean): LinkCounts {
    const key = JSON.stringify([thread, others]);
    let counts = this.#links.get(key);
    if (!counts) {
      counts = new LinkCounts(drawnLinks(this.story, thread, others));
      this.#links.set(key, counts);
    }
    return counts;
  }
}

export const isOf = (thread: string | null, { threads }: { threads: readonly string[] }): boolean =>
  thread === null || (thread === '' ? threads.length === 0 : threads.includes(thread));

/** The links that a scope may show, in the story’s order, each with the time between its ends. */
export function drawnLinks(
  story: Story,
  thread: string | null,
  others: boolean,
): (Interval & { link: FlowLink })[] {
  const nodes = new Map(story.nodes.map((node) => [node.id, node]));
  return story.links.flatMap((link) => {
    const [source, target] = [nodes.get(link.source), nodes.get(link.target)];
    if (!source || !target || (!others && (source.offstage || target.offstage))) return [];
    return isOf(thread, link) ? [{ link, t0: source.t, t1: target.t + 1 }] : [];
  });
}
