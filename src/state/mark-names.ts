/** What marks are called: for screen readers, and for the small card beside the pointer. */
import type { Words } from '@/i18n/words';
import type { FlowLink, FlowNode, Interval, Story, StoryEvent, Summit } from '@/story/story';

/** What a count holds, and over which period. */
export interface Gathered extends Interval {
  events: readonly unknown[];
}

export interface MarkNames {
  event: (event: StoryEvent) => string;
  cluster: (cluster: Gathered) => string;
  summit: (summit: Summit) => string;
  node: (node: FlowNode) => string;
  link: (link: FlowLink) => string;
}

/** More lanes than these are counted: a name that goes on is not heard to its end. */
const MOST_LANES = 2;

/** Names of the marks of a story, in its words. */
export function markNames(story: Story, words: Words): MarkNames {
  const threads = new Map(story.threads.map((thread) => [thread.id, thread.label]));
  const labels = new Map(story.nodes.map((node) => [node.id, node.label]));
  const columns = new Map(story.columns.map((column) => [column.id, column.label]));
  const laneNames = (ids: readonly string[]) => {
    if (ids.length === 0) return story.group || words.t('stage.group');
    if (ids.length > MOST_LANES) return words.t('say.threads', { n: ids.length });
    return words.list(ids.map((id) => threads.get(id) ?? id));
  };
  const sums = { source: sumsBy(story, 'source'), target: sumsBy(story, 'target') };
  const weigh = (node: string, end: 'source' | 'target') => sums[end].get(node) ?? 0;
  return {
    event: once((event) =>
      words.t('name.event', { title: event.title, date: words.date(event), lanes: laneNames(event.threads) }),
    ),
    cluster: once((cluster) =>
      words.t('name.cluster', { n: cluster.events.length, period: words.period(cluster.t0, cluster.t1) }),
    ),
    summit: once((summit) =>
      words.t(summit.held ? 'name.summit' : 'name.summit-not-held', {
        number: summit.number,
        place: summit.place,
        date: words.date({ ...summit, precision: 'day' }),
      }),
    ),
    node: once((node) =>
      words.t('name.node', {
        label: node.label,
        column: columns.get(node.column) ?? '',
        in: words.t('key.facts', { n: weigh(node.id, 'target') }),
        out: words.t('key.facts', { n: weigh(node.id, 'source') }),
      }),
    ),
    link: once((link) =>
      words.t(link.inferred ? 'name.link-inferred' : 'name.link', {
        source: labels.get(link.source) ?? link.source,
        target: labels.get(link.target) ?? link.target,
        n: link.weight,
        all: weigh(link.source, 'source'),
      }),
    ),
  };
}

/** Facts of the links at each node's end. */
function sumsBy({ links }: Story, end: 'source' | 'target'): Map<string, number> {
  const sums = new Map<string, number>();
  for (const link of links) sums.set(link[end], (sums.get(link[end]) ?? 0) + link.weight);
  return sums;
}

/** Says a name once a thing: a frame asks for all of them again. */
function once<T extends object>(say: (thing: T) => string): (thing: T) => string {
  const said = new WeakMap<T, string>();
  return (thing) => {
    let name = said.get(thing);
    if (name === undefined) said.set(thing, (name = say(thing)));
    return name;
  };
}
