/**
 * The events in px for one frame: layout × axis, culled. x runs along time (of lanes: on the stage; of all else: as
 * drawn, see `Axis.shift`), y across, from the top of the half.
 */
import { drawnAt, type Axis } from '@/viewport/axis';
import type { StoryEvent, Summit } from '@/story/story';
import { BLEED, reachOf, type Reach } from './slide';
import { headlineMarks, type HeadlineMark } from './headline-marks';
import type { Headline } from './headlines';
import type { Cluster, Lane, TimelineLayout } from './layout';

/** Where the rows of the upper half lie, px from its top. */
export interface UpperRoom {
  shelves: number;
  shelfHeight: number;
  laneHeight: number;
  /** Top of the first lane’s row. */
  lanesTop: number;
  /** px of a lane’s row that its name takes, above the lane; 0 where names stand in front. */
  nameHeight: number;
  /** Where the ticks of the summits stand. */
  summitsTop: number;
  height: number;
}

export interface EventMark {
  event: StoryEvent;
  x: number;
  /** One y a lane. */
  ys: number[];
  rows: number[];
  /** Visible part of its duration, px; null where it is no longer than its dot. */
  bar: { x0: number; x1: number } | null;
}

export interface ClusterMark {
  cluster: Cluster;
  x: number;
  y: number;
  /** Where the first and the last of those that it holds would stand, px. */
  ends: [number, number];
}

export interface LaneMark {
  lane: Lane;
  y: number;
  /** Where the lane begins on the stage, px; beyond it the thread has not begun. */
  from: number;
}

export interface SummitMark {
  summit: Summit;
  x: number;
  label: string;
}

export interface TimelineScene {
  lanes: readonly LaneMark[];
  events: readonly EventMark[];
  clusters: readonly ClusterMark[];
  headlines: readonly HeadlineMark[];
}

/** px a duration must have to be drawn; a single day needs more, for its bar says only “some time that day”. */
const SHORTEST_BAR = 16;
const SHORTEST_DAY = 180;
/** px from a mark to its count. */
const COUNT_GAP = 9;
/** px of a count’s words: a plus and its digits. */
export const countWidth = (count: number): number =>
  count > 99 ? 7 + 8 * String(count).length : count > 9 ? 22 : 15;

/** What stands still on its picture while that slides: every mark of the layout, in view or not. */
export interface TimelineMarks {
  events: EventMark[];
  clusters: ClusterMark[];
}

/** Marks that were placed already for this level, axis and room: each is the same value whenever it is asked for. */
export interface Placed {
  events: WeakMap<StoryEvent, EventMark>;
  clusters: WeakMap<Cluster, ClusterMark>;
}

/** Places every mark; the same for all windows of one zoom. */
export function placeTimeline(
  layout: TimelineLayout,
  axis: Axis,
  room: UpperRoom,
  placed: Placed = { events: new WeakMap(), clusters: new WeakMap() },
): TimelineMarks {
  const put = (t: number) => drawnAt(axis, axis.along(t));
  const laneY = laneCentre(room);
  const events = layout.shown.map(({ event, rows }): EventMark => {
    const before = placed.events.get(event);
    if (before) return before;
    const [x0, x1] = [put(event.t0), put(event.t1)];
    const shortest = event.t1 - event.t0 > 864e5 ? SHORTEST_BAR : SHORTEST_DAY;
    const bar = x1 - x0 > shortest ? { x0, x1 } : null;
    const mark = { event, x: put(event.t), ys: rows.map(laneY), rows, bar };
    placed.events.set(event, mark);
    return mark;
  });
  const clusters = layout.clusters.map((cluster): ClusterMark => {
    const before = placed.clusters.get(cluster);
    if (before) return before;
    // In time order, and places rise with time.
    const ends = [cluster.events[0], cluster.events.at(-1)].map((event) => put(event?.t ?? cluster.t));
    const mark: ClusterMark = {
      cluster,
      x: put(cluster.t) + COUNT_GAP,
      y: laneY(cluster.row) - 6,
      ends: [ends[0] ?? 0, ends[1] ?? 0],
    };
    placed.clusters.set(cluster, mark);
    return mark;
  });
  return { events, clusters };
}

/**
 * The frame: what of it is within `reach` (px as drawn), with the headlines that fit. `kept`: ids that stay drawn
 * beyond it too.
 */
export function timelineScene(
  layout: TimelineLayout,
  headlines: readonly Headline[],
  axis: Axis,
  room: UpperRoom,
  kept: ReadonlySet<string>,
  marks: TimelineMarks = atRest(layout, axis, room),
  reach: Reach = reachOf(axis, null),
): TimelineScene {
  const laneY = laneCentre(room);
  const lanes = layout.lanes.map((lane) => ({
    lane,
    y: laneY(lane.row),
    from: Math.min(Math.max(axis.along(lane.since), 0), axis.length),
  }));
  const within = (x0: number, x1: number) => x1 >= reach[0] && x0 <= reach[1];
  const events = marks.events.filter(
    ({ event, x, bar }) => (bar && within(bar.x0, bar.x1)) || within(x, x) || kept.has(event.id),
  );
  const clusters = marks.clusters.filter(
    ({ cluster, ends }) => within(ends[0] + BLEED, ends[1] - BLEED) || kept.has(cluster.id),
  );
  return { lanes, events, clusters, headlines: headlineMarks(headlines, axis, room, laneY) };
}

/**
 * Marks with their counts as they stand at the ends of a stage, [from, to] in px as drawn. As long as one of those that a
 * count holds would be in view it waits at the edge: they would be neither shown nor counted. At the far one it stands on
 * the other side of its mark.
 */
export function waitAtEdges(
  { events, clusters }: TimelineMarks,
  [from, to]: readonly [number, number],
): TimelineMarks {
  const waiting = clusters.map((mark) => {
    const own = mark.x - COUNT_GAP;
    const x = mark.ends[0] <= to && mark.ends[1] >= from ? Math.min(Math.max(own, from), to) : own;
    const wide = COUNT_GAP + Math.max(22, countWidth(mark.cluster.events.length)) + 2;
    if (x <= to && x + wide > to) return { ...mark, x: x - wide };
    return x === own ? mark : { ...mark, x: x + COUNT_GAP };
  });
  return { events, clusters: waiting };
}

const atRest = (layout: TimelineLayout, axis: Axis, room: UpperRoom): TimelineMarks =>
  waitAtEdges(placeTimeline(layout, axis, room), [axis.shift, axis.shift + axis.length]);

const laneCentre = (room: UpperRoom) => (row: number) =>
  room.lanesTop + row * room.laneHeight + (room.laneHeight + room.nameHeight) / 2;

/** Ticks of the summits, each with as much of a name as there is room for before the next. */
export function placeSummits(
  summits: readonly Summit[],
  axis: Axis,
  label: (summit: Summit, room: number) => SummitLabel,
): (SummitMark & { end: number })[] {
  const places = summits.map((summit) => drawnAt(axis, axis.along(summit.t)));
  return summits.map((summit, i) => {
    const x = places[i] ?? 0;
    const { text, width } = label(summit, (places[i + 1] ?? Infinity) - x);
    return { summit, x, label: text, end: x + width };
  });
}

export interface SummitLabel {
  text: string;
  /** px */
  width: number;
}

/** Those in view; a name that the edge would cut stays silent. */
export function summitsInView(
  marks: readonly (SummitMark & { end: number })[],
  axis: Axis,
  kept: ReadonlySet<string>,
): SummitMark[] {
  const [from, to] = [axis.shift, axis.shift + axis.length];
  return marks.flatMap((mark) => {
    if ((mark.x < from || mark.x > to) && !kept.has(mark.summit.id)) return [];
    return mark.end > to ? [{ ...mark, label: '' }] : [mark];
  });
}
