/**
 * What a view shows now, as numbers and as sentences: how much there is, where most of it is, when it was busiest.
 * Pure; the words come from outside. What it counts is what the table lists.
 */
import type { DatedInterval } from '@/i18n/date-words';
import type { Words } from '@/i18n/words';
import type { FlowLink, Interval, Story, StoryEvent } from '@/story/story';
import type { EventCounts, Period } from '@/story/event-counts';
import { drawnLinks, isOf, type StoryCounts } from '@/story/story-counts';

/** What a view shows of a story: a period, one thread or all, with or without what went to other meetings. */
export interface Scope {
  window: readonly [number, number];
  thread: string | null;
  others: boolean;
}

export interface Summary extends Interval {
  thread: string | null;
  events: number;
  summits: number;
  links: number;
  /** Threads that the events belong to. */
  threads: number;
  /** The thread of most events; null where none leads, or one is all that is asked for. */
  most: string | null;
  /** The link of most facts; null where none leads. */
  widest: FlowLink | null;
  /** The year, month or day of most events. */
  busiest: (DatedInterval & { events: number }) | null;
  /** The longest stretch without an event that is worth a word. */
  emptiest: DatedInterval | null;
}

const DAY = 864e5;
const touches = ({ t0, t1 }: Interval, [from, to]: readonly [number, number]) => t0 < to && t1 > from;

/** The links that a scope shows: both ends may be drawn, and what lies between them is in the period. */
export const linksIn = (story: Story, { window, thread, others }: Scope): FlowLink[] =>
  drawnLinks(story, thread, others).flatMap((each) => (touches(each, window) ? each.link : []));

/** The events that a scope shows. */
export const eventsIn = (story: Story, { window, thread }: Scope): StoryEvent[] =>
  story.events.filter((event) => isOf(thread, event) && touches(event, window));

/** Counts what a scope shows. */
export function summarise(counts: StoryCounts, { window, thread, others }: Scope): Summary {
  const events = counts.events(thread);
  const links = counts.links(thread, others);
  const threads = counts.story.threads.map(({ id }) => ({
    id,
    n: counts.events(thread, id).touching(window),
  }));
  return {
    t0: window[0],
    t1: window[1],
    thread,
    events: events.touching(window),
    // A summit belongs to no thread.
    summits: thread === null || thread === '' ? counts.summits.touching(window) : 0,
    links: links.touching(window),
    threads: threads.filter(({ n }) => n > 0).length,
    most: thread === null ? (leader(threads, ({ n }) => n)?.id ?? null) : null,
    widest: leader(links.widest(window), ({ weight }) => weight),
    busiest: busiestOf(events, window),
    emptiest: emptiestOf(events, window),
  };
}

/** The one item that has more than every other. */
function leader<T>(items: readonly T[], size: (item: T) => number): T | null {
  const [first, second] = [...items].sort((a, b) => size(b) - size(a));
  return first !== undefined && size(first) > (second === undefined ? 0 : size(second)) ? first : null;
}

/** The year, month or day that an instant falls in, whichever suits the period; null where all is one day. */
function unitOf([from, to]: readonly [number, number]): ((t: number) => DatedInterval) | null {
  const length = to - from;
  if (length > 3 * 365 * DAY)
    return (t) => {
      const year = new Date(t).getUTCFullYear();
      return { t0: Date.UTC(year, 0), t1: Date.UTC(year + 1, 0), precision: 'year' };
    };
  if (length > 100 * DAY)
    return (t) => {
      const [year, month] = [new Date(t).getUTCFullYear(), new Date(t).getUTCMonth()];
      return { t0: Date.UTC(year, month), t1: Date.UTC(year, month + 1), precision: 'month' };
    };
  if (length <= 2 * DAY) return null;
  return (t) => {
    const day = Math.floor(t / DAY);
    return { t0: day * DAY, t1: (day + 1) * DAY, precision: 'day' };
  };
}

function busiestOf(events: EventCounts, window: Period): Summary['busiest'] {
  const unit = unitOf(window);
  if (!unit) return null;
  const best = leader(events.perUnit(window, unit), (each) => each.events);
  return best && best.events > 1 ? best : null;
}

/** Only a gap of two units and more is worth a word; the days around it are not part of it. */
function emptiestOf(events: EventCounts, window: Period): DatedInterval | null {
  const unit = unitOf(window);
  if (!unit || events.touching(window) === 0) return null;
  let best: DatedInterval | null = null;
  const { precision } = unit(window[0]);
  const least = 1.5 * DAY * (precision === 'year' ? 365 : precision === 'month' ? 28 : 1);
  for (const { t0: end, t1: start } of events.gaps(window, least)) {
    // Whole units: no event touches them, and the page has words for them.
    const t0 = unit(end).t0 === end ? end : unit(end).t1;
    const t1 = unit(start).t0;
    if (t1 - t0 > 1.5 * (unit(t0).t1 - t0) && (!best || t1 - t0 > best.t1 - best.t0))
      best = { ...unit(t0), t1 };
  }
  return best;
}

/** A message that goes on is not heard to its end. */
export const LONGEST = 120;

/** “1995 to 2005: 12 events in 5 threads, most in organized crime”, short enough to be spoken. */
export function shortSummary(summary: Summary, story: Story, words: Words): string {
  const most = summary.most === null ? null : labelOf(story, summary.most, words);
  const base = {
    period: words.period(summary.t0, summary.t1),
    events: words.t('trace.events', { n: summary.events }),
    threads: words.t('say.threads', { n: summary.threads }),
  };
  if (summary.events === 0) return words.t('summary.none', base);
  if (summary.thread)
    return words.t('summary.thread', { ...base, thread: labelOf(story, summary.thread, words) });
  // What only the group’s own life is made of lies on no thread.
  if (summary.threads === 0) return words.t('summary.no-thread', base);
  const whole = most === null ? null : words.t('summary.most', { ...base, most });
  return whole !== null && whole.length <= LONGEST ? whole : words.t('say.period', base);
}

/** What else there is to say, a sentence each. */
export function moreSummary(summary: Summary, story: Story, words: Words): string[] {
  const { summits, links, widest, busiest, emptiest } = summary;
  const labels = new Map(story.nodes.map((node) => [node.id, node.label]));
  const flow = {
    links: words.t('trace.links', { n: links }),
    source: labels.get(widest?.source ?? '') ?? '',
    target: labels.get(widest?.target ?? '') ?? '',
    facts: words.t('key.facts', { n: widest?.weight ?? 0 }),
  };
  return [
    busiest &&
      words.t('summary.busiest', {
        period: words.date(busiest),
        events: words.t('trace.events', { n: busiest.events }),
      }),
    emptiest && words.t('summary.emptiest', { period: words.date(emptiest) }),
    summits > 0 && words.t('summary.summits', { n: summits }),
    links > 0 && words.t(widest ? 'summary.flow-widest' : 'summary.flow', flow),
  ].filter((sentence) => typeof sentence === 'string');
}

/** The name of a thread as it stands within a sentence. */
function labelOf(story: Story, id: string, words: Words): string {
  const label = story.threads.find((thread) => thread.id === id)?.label ?? id;
  const [first = '', second = ''] = label;
  // “AI” stays as it is.
  return second === second.toLowerCase() ? first.toLocaleLowerCase(words.locale) + label.slice(1) : label;
}
