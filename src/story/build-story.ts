/** Makes the story of one language out of a checked dataset. Pure: no clock, no change to what comes in. */
import type { Dataset } from '@/dataset/format';
import { columnTime, nodeTime, standOf } from '@/time/stand';
import { parsePartialDate, parseRange, type DatedInterval } from '@/time/partial-date';
import { sayIn, type Say } from './choose-text';
import { spreadOverDays } from './spread';
import { weightsOf } from './weights';
import type {
  Chapter,
  Column,
  FlowLink,
  FlowNode,
  Interval,
  Picture,
  Story,
  StoryEvent,
  StoryStep,
  Summit,
  Thread,
} from './story';

/** Builds what the first picture needs. `locale` is a language code; texts fall back to the first language. */
export function buildStory(dataset: Dataset, locale: string): Story {
  const say = sayIn(locale, dataset.languages);
  const events = buildEvents(dataset, say);
  const summits = buildSummits(dataset, say);
  const columns: Column[] = dataset.columns.map(({ id, label, date, undated, strong }) => ({
    id,
    label: say(label),
    t: columnTime(date) ?? 0,
    undated: undated === true,
    strong: strong === true,
  }));
  const nodes = buildNodes(dataset, columns, say);
  const chapters = buildChapters(dataset, [...events, ...summits, ...stands([...columns, ...nodes])], say);
  const extent = { t0: chapters[0]?.t0 ?? 0, t1: chapters.at(-1)?.t1 ?? 1 };
  return {
    ...extent,
    id: dataset.id,
    locale,
    languages: [...dataset.languages],
    title: say(dataset.title),
    subtitle: say(dataset.subtitle),
    credit: say(dataset.credit),
    licence: say(dataset.licence),
    group: say(dataset.group),
    widths: say(dataset.widths),
    chapters,
    threads: buildThreads(dataset, events, nodes, extent.t0, say),
    events,
    summits,
    columns,
    nodes,
    links: buildLinks(dataset),
    steps: buildSteps(dataset, extent, say),
    questions: (dataset.questions ?? []).map(({ id }) => id),
  };
}

/** The interval a date means; a date that cannot be read (the check lets none pass) is the year 1975. */
export function intervalOf(from: string, to?: string): DatedInterval {
  return parseRange(from, to) ?? parsePartialDate('1975') ?? { t0: 0, t1: 1, precision: 'year' };
}

function buildEvents(dataset: Dataset, say: Say): StoryEvent[] {
  const dated = dataset.events.map((event) => ({
    event,
    id: event.id,
    ...intervalOf(event.date, event.end),
    threads: event.threads,
    orderInDay: event.orderInDay ?? 0,
  }));
  const spread = spreadOverDays(dated);
  return dated
    .map(({ event, t0, t1, precision }): StoryEvent => ({
      id: event.id,
      kind: event.kind,
      t0,
      t1,
      t: spread.get(event.id) ?? standOf({ t0, t1, precision }),
      precision,
      label: say(event.label),
      title: say(event.title),
      threads: [...event.threads],
      importance: event.importance,
      nodes: [...(event.nodes ?? [])],
      next: event.next === true,
    }))
    .sort((a, b) => a.t - b.t || a.importance - b.importance || (a.id < b.id ? -1 : 1));
}

function buildSummits(dataset: Dataset, say: Say): Summit[] {
  return dataset.summits
    .map((summit): Summit => {
      const { t0, t1, precision } = intervalOf(summit.date, summit.end);
      const { id, number, format, held } = summit;
      const nodes = [...(summit.nodes ?? [])];
      return {
        id,
        t0,
        t1,
        t: standOf({ t0, t1, precision }),
        number,
        place: say(summit.place),
        host: say(summit.host),
        format,
        held,
        nodes,
      };
    })
    .sort((a, b) => a.t - b.t || a.number - b.number);
}

function buildNodes(dataset: Dataset, columns: readonly Column[], say: Say): FlowNode[] {
  const at = new Map(columns.map(({ id, t }) => [id, t]));
  return dataset.nodes.map((node) => ({
    id: node.id,
    column: node.column,
    t: nodeTime(node, at.get(node.column) ?? 0),
    dated: node.date === undefined ? null : intervalOf(node.date, node.end),
    label: say(node.label),
    threads: [...node.threads],
    offstage: node.offstage === true,
  }));
}

function buildLinks(dataset: Dataset): FlowLink[] {
  const weights = weightsOf(dataset);
  return dataset.links.map(({ id, source, target, threads, inferred }) => ({
    id,
    source,
    target,
    threads: [...threads],
    weight: weights.get(id) ?? 0,
    inferred: inferred === true,
  }));
}

function buildThreads(
  dataset: Dataset,
  events: readonly StoryEvent[],
  nodes: readonly FlowNode[],
  otherwise: number,
  say: Say,
): Thread[] {
  const since = new Map<string, number>();
  for (const { t, threads } of [...events, ...nodes])
    for (const thread of threads) since.set(thread, Math.min(t, since.get(thread) ?? Infinity));
  return dataset.threads.map(({ id, label, about }) => ({
    id,
    label: say(label),
    about: say(about),
    since: since.get(id) ?? otherwise,
  }));
}

function buildSteps({ steps = [] }: Dataset, extent: Interval, say: Say): StoryStep[] {
  return steps.map((step) => ({
    id: step.id,
    title: say(step.title),
    asks: step.ask !== undefined,
    ...pictureOf(step, extent),
  }));
}

type Shown = Pick<NonNullable<Dataset['steps']>[number], 'part' | 'from' | 'to' | 'thread' | 'select'>;

/** Where only one end of a period is given, the story gives the other. */
export function pictureOf({ part, from, to, thread, select }: Shown, extent: Interval): Picture {
  const start = from === undefined ? null : intervalOf(from);
  const end = to === undefined ? null : intervalOf(to);
  return {
    part,
    period: start || end ? { t0: start?.t0 ?? extent.t0, t1: end?.t1 ?? extent.t1 } : null,
    thread: thread ?? null,
    select: select ?? null,
  };
}

/** The chapters as given, their shares adding up to 1; where there are none, one that holds everything. */
function buildChapters(dataset: Dataset, things: readonly Interval[], say: Say): Chapter[] {
  if (dataset.chapters.length === 0)
    return [{ id: 'all', label: say(dataset.title), share: 1, ...around(things) }];
  const whole = dataset.chapters.reduce((sum, { share }) => sum + share, 0);
  return dataset.chapters.map(({ id, label, from, to, share }) => ({
    id,
    label: say(label),
    t0: intervalOf(from).t0,
    t1: intervalOf(to).t0,
    share: share / whole,
  }));
}

/** The extent of all things with a margin of 2 % (at least a day); 1975 to 2026 where there is nothing. */
function around(things: readonly Interval[]): Interval {
  if (things.length === 0) return { t0: intervalOf('1975').t0, t1: intervalOf('2026').t0 };
  const t0 = things.reduce((least, thing) => Math.min(least, thing.t0), Infinity);
  const t1 = things.reduce((most, thing) => Math.max(most, thing.t1), -Infinity);
  const margin = Math.max(864e5, (t1 - t0) / 50);
  return { t0: t0 - margin, t1: t1 + margin };
}

function stands(things: readonly { t: number }[]): Interval[] {
  return things.map(({ t }) => ({ t0: t, t1: t }));
}
