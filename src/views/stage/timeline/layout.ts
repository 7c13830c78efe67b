/**
 * The events of a level of detail: which lane, which are shown, which are counted. Everything is measured at the
 * level’s smallest zoom, so that nothing overlaps anywhere within the level and a pan changes nothing. The law:
 * every event is either shown or counted in exactly one cluster. A level is found once, in one pass over sorted
 * lanes (level.ts); a frame asks it only for the period in sight.
 */
import type { Story, StoryEvent } from '@/story/story';
import { placeOf, type Warp } from '@/time/warp';

export interface Lane {
  /** A thread’s id; null is the life of the group itself. */
  id: string | null;
  row: number;
  since: number;
}

export interface Shown {
  event: StoryEvent;
  /** Rows of its lanes, rising. */
  rows: number[];
}

export interface Cluster {
  id: string;
  events: StoryEvent[];
  row: number;
  /** Where its count stands on the axis: beside the mark that took the room. */
  t: number;
  /** From the first to the last thing it holds or stands beside, ms UTC. */
  t0: number;
  t1: number;
}

export interface TimelineLayout {
  lanes: readonly Lane[];
  shown: readonly Shown[];
  clusters: readonly Cluster[];
}

/** A story’s events on their lanes and their places on one scale: what every level is found from. */
export interface TimelineIndex {
  /** By `t`. */
  events: readonly StoryEvent[];
  /** Place of an event among `events`, by its id. */
  number: ReadonlyMap<string, number>;
  lanes: readonly Lane[];
  /** The rows of event i, rising: `rows` from `rowsAt[i]` up to `rowsAt[i + 1]`. */
  rows: Int32Array;
  rowsAt: Int32Array;
  /** Places on the line of length 1. */
  places: Float64Array;
}

/** Reads a story once for all its levels on one scale. */
export function indexTimeline(story: Story, warp: Warp): TimelineIndex {
  const { events } = story;
  const lanes = lanesOf(story);
  const rowOf = new Map(lanes.map((lane) => [lane.id, lane.row]));
  const rowsAt = new Int32Array(events.length + 1);
  const rows: number[] = [];
  const places = new Float64Array(events.length);
  const number = new Map<string, number>();
  events.forEach((event, i) => {
    for (const row of rowsOf(event, rowOf)) rows.push(row);
    rowsAt[i + 1] = rows.length;
    places[i] = placeOf(warp, event.t);
    number.set(event.id, i);
  });
  return { events, number, lanes, rows: Int32Array.from(rows), rowsAt, places };
}

function lanesOf(story: Story): Lane[] {
  const lanes: Lane[] = story.threads.map((thread, row) => ({ id: thread.id, row, since: thread.since }));
  const own = story.events.find((event) => event.threads.length === 0);
  if (own) lanes.push({ id: null, row: lanes.length, since: own.t });
  return lanes;
}

function rowsOf(event: StoryEvent, rowOf: ReadonlyMap<string | null, number>): number[] {
  const ids: (string | null)[] = event.threads.length > 0 ? event.threads : [null];
  return ids.flatMap((id) => rowOf.get(id) ?? []).sort((a, b) => a - b);
}
