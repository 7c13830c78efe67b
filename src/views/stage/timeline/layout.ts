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

/**
 * A story’s events on their lanes and their places on one scale: what every level is found from. What a level asks of
 * each event stands in arrays of numbers, by its place among the events: to look into 100 000 objects takes many times as long.
 */
export interface TimelineIndex {
  /** By `t`. */
  events: readonly StoryEvent[];
  /** Place of an event among `events`, by its id. */
  number: ReadonlyMap<string, number>;
  lanes: readonly Lane[];
  /** The rows of event i, rising: `rows` from `rowsAt[i]` up to `rowsAt[i + 1]`. */
  rows: Int32Array;
  rowsAt: Int32Array;
  /** The events of each row, in time order. */
  inRow: readonly Int32Array[];
  /** Places on the line of length 1. */
  places: Float64Array;
  importance: Uint8Array;
  /** Of each event, ms UTC: where its mark stands, and when it starts and ends. */
  t: Float64Array;
  t0: Float64Array;
  t1: Float64Array;
}

/** Reads a story once for all its levels on one scale. */
export function indexTimeline(story: Story, warp: Warp): TimelineIndex {
  const { events } = story;
  const lanes = lanesOf(story);
  const rowOf = new Map(lanes.map((lane) => [lane.id, lane.row]));
  const rowsAt = new Int32Array(events.length + 1);
  const rows: number[] = [];
  const inRow = lanes.map((): number[] => []);
  const importance = new Uint8Array(events.length);
  const numbers = () => new Float64Array(events.length);
  const [t, t0, t1, places] = [numbers(), numbers(), numbers(), numbers()];
  const number = new Map<string, number>();
  events.forEach((event, i) => {
    for (const row of rowsOf(event, rowOf)) {
      rows.push(row);
      inRow[row]?.push(i);
    }
    rowsAt[i + 1] = rows.length;
    [t[i], t0[i], t1[i]] = [event.t, event.t0, event.t1];
    places[i] = placeOf(warp, event.t);
    importance[i] = event.importance;
    number.set(event.id, i);
  });
  return {
    ...{ events, number, lanes, rowsAt, places, importance, t, t0, t1 },
    rows: new Int32Array(rows),
    inRow: inRow.map((all) => new Int32Array(all)),
  };
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
