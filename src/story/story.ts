/**
 * The story in one language: what the page works with. Plain, immutable, serialisable values.
 * `Story` is what the first picture needs; long texts, facts and sources come when asked for (story-detail.ts).
 * All times are milliseconds UTC; an interval includes t0 and excludes t1.
 */
import type { EventKind } from '@/dataset/format/events';
import type { QuestionKind } from '@/dataset/format/steps';
import type { Precision } from '@/time/partial-date';

export type { EventKind, Precision, QuestionKind };

export interface Interval {
  t0: number;
  t1: number;
}

export interface Chapter extends Interval {
  id: string;
  label: string;
  /** Share of the width on the story scale; all shares add up to 1. */
  share: number;
}

export interface Thread {
  id: string;
  label: string;
  about: string;
  /** When the group first took the matter up: the start of its lane. */
  since: number;
}

export interface StoryEvent extends Interval {
  id: string;
  kind: EventKind;
  /** Where its mark stands, inside [t0, t1): events of one day are spread over it, for no hour is known. */
  t: number;
  precision: Precision;
  label: string;
  title: string;
  /** Empty for the life of the group itself. */
  threads: string[];
  importance: 1 | 2 | 3 | 4;
  /** Nodes of the flow that tell the same thing. */
  nodes: string[];
  /** Came after the story’s end. */
  next: boolean;
}

export interface Summit extends Interval {
  id: string;
  t: number;
  number: number;
  place: string;
  host: string;
  format: 'G6' | 'G7' | 'G8';
  held: boolean;
  nodes: string[];
}

export interface Column {
  id: string;
  label: string;
  t: number;
  undated: boolean;
  /** It carries the story: the names of its nodes are set a little heavier. */
  strong: boolean;
}

export interface FlowNode {
  id: string;
  column: string;
  /** Where it stands on the axis: its own date, else its column’s. */
  t: number;
  /** What its date says, if it has one of its own. */
  dated: (Interval & { precision: Precision }) | null;
  label: string;
  threads: string[];
  /** Belongs to other meetings; shown on demand. */
  offstage: boolean;
}

export interface FlowLink {
  id: string;
  source: string;
  target: string;
  threads: string[];
  /** The number of distinct documented facts a source ties to both ends; 0 if inferred. */
  weight: number;
  inferred: boolean;
}

export interface Story extends Interval {
  id: string;
  locale: string;
  languages: string[];
  title: string;
  subtitle: string;
  credit: string;
  licence: string;
  /** The name of the lane of events without a thread; empty if the story gives none. */
  group: string;
  widths: string;
  chapters: Chapter[];
  threads: Thread[];
  /** By `t`, then importance. */
  events: StoryEvent[];
  summits: Summit[];
  columns: Column[];
  nodes: FlowNode[];
  links: FlowLink[];
  steps: StoryStep[];
  /** Ids of its questions, in their order. */
  questions: string[];
  /** The flow’s order, where it was found when the page was built; else it is found when it is first drawn. */
  order?: FlowOrder;
}

/** What the camera shows, and what is pointed at. */
export interface Picture {
  /** The half to show where there is room for one only. */
  part: 'events' | 'flow';
  /** The period it shows; null for the whole story. */
  period: Interval | null;
  thread: string | null;
  select: string | null;
}

/** A step of the guided story, and its picture. Its words are long texts. */
export interface StoryStep extends Picture {
  id: string;
  title: string;
  /** Whether a class is asked something before it is shown. */
  asks: boolean;
}

/** Something that is offered as an answer. */
export interface Offer {
  /** Of the thing it is; where there is none, any. */
  id: string;
  text: string;
  /** What is said of it once it is answered: when it was, how many facts make it wide, what happened then. */
  when?: Interval & { precision: Precision };
  weight?: number;
  what?: string;
}

/** A check for understanding. All of it comes when it is asked for, and the answer with it. */
export interface Question {
  id: string;
  kind: QuestionKind;
  ask: string;
  why: string;
  /** The right one first; where an order is asked, all in their right order. */
  offers: Offer[];
  /** Who says what is asked: publisher, date and place. */
  says: { publisher: string; date: (Interval & { precision: Precision }) | null; at: string }[];
  /** The step at which a class is asked it. */
  step: string | null;
  /** Where the answer is to be seen. */
  picture: Picture;
}

/** Which vertex of each column stands where: places in the columns as the graph of the flow first lists them. */
export interface FlowOrder {
  columns: number[][];
  /** How many links it was found for. */
  links: number;
  crossings: number;
}

/** Anything the reader can choose; ids are unique across all kinds. */
export type Thing =
  | { kind: 'thread'; id: string; thread: Thread }
  | { kind: 'event'; id: string; event: StoryEvent }
  | { kind: 'summit'; id: string; summit: Summit }
  | { kind: 'node'; id: string; node: FlowNode }
  | { kind: 'link'; id: string; link: FlowLink };

/** Every thing of a story by its id (a Map: ids such as `__proto__` are only ids). */
export function indexStory(story: Story): Map<string, Thing> {
  const things = new Map<string, Thing>();
  for (const thread of story.threads) things.set(thread.id, { kind: 'thread', id: thread.id, thread });
  for (const event of story.events) things.set(event.id, { kind: 'event', id: event.id, event });
  for (const summit of story.summits) things.set(summit.id, { kind: 'summit', id: summit.id, summit });
  for (const node of story.nodes) things.set(node.id, { kind: 'node', id: node.id, node });
  for (const link of story.links) things.set(link.id, { kind: 'link', id: link.id, link });
  return things;
}
