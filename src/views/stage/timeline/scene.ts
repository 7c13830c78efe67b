/**
 * The events in px for one frame: layout × axis, culled. x runs along time (of lanes: on the stage; of all else: as
 * drawn, see `Axis.shift`), y across, from the top of the half.
 */
import { drawnAt, type Axis } from '@/viewport/axis';
import type { StoryEvent, Summit } from '@/story/story';
import type { Headline } from './headlines';
import type { Cluster, Lane, TimelineLayout } from './layout';

/** Where the rows of the upper half lie, px from its top. */
export interface UpperRoom {
  shelves: number;
  shelfHeight: number;
  laneHeight: number;
  /** Top of the first lane’s row. */
  lanesTop: number;
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
}

export interface HeadlineMark {
  headline: Headline;
  /** Start of the text, or its end if it is set to the left of its leader. */
  x: number;
  end: boolean;
  y: number;
  leader: { x: number; y0: number; y1: number } | null;
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
  lanes: LaneMark[];
  events: EventMark[];
  clusters: ClusterMark[];
  headlines: HeadlineMark[];
}

/** px a duration must have to be drawn; a single day needs more, for its bar says only “some time that day”. */
const SHORTEST_BAR = 16;
const SHORTEST_DAY = 180;
/** px of the widest count. */
const COUNT_WIDTH = 24;

export function timelineScene(
  layout: TimelineLayout,
  headlines: readonly Headline[],
  axis: Axis,
  room: UpperRoom,
  kept: ReadonlySet<string>,
): TimelineScene {
  const laneY = (row: number) => room.lanesTop + (row + 0.5) * room.laneHeight;
  const clamp = (x: number) => Math.min(Math.max(x, -axis.length), 2 * axis.length);
  const put = (x: number) => drawnAt(axis, x);
  const lanes = layout.lanes.map((lane) => ({
    lane,
    y: laneY(lane.row),
    from: Math.min(Math.max(axis.along(lane.since), 0), axis.length),
  }));

  const events: EventMark[] = [];
  for (const { event, rows } of layout.shown) {
    const x = axis.along(event.t);
    const [b0, b1] = [axis.along(event.t0), axis.along(event.t1)];
    const shortest = event.t1 - event.t0 > 864e5 ? SHORTEST_BAR : SHORTEST_DAY;
    const bar =
      b1 - b0 > shortest && b1 > 0 && b0 < axis.length ? { x0: put(clamp(b0)), x1: put(clamp(b1)) } : null;
    if (!bar && !on(axis, x) && !kept.has(event.id)) continue;
    events.push({ event, x: put(x), ys: rows.map(laneY), rows, bar });
  }
  const clusters: ClusterMark[] = [];
  for (const cluster of layout.clusters) {
    const x = axis.along(cluster.t);
    if (on(axis, x) || kept.has(cluster.id)) {
      // At the far edge the count stands on the other side of its mark.
      const beyond = x + 9 + COUNT_WIDTH > axis.length;
      clusters.push({ cluster, x: put(beyond ? x - 9 - COUNT_WIDTH : x + 9), y: laneY(cluster.row) - 6 });
    }
  }
  return { lanes, events, clusters, headlines: headlineMarks(headlines, axis, room, laneY) };
}

/** Headlines in view; one that would be cut at the edge is set to the left of its leader, or stays silent. */
function headlineMarks(
  headlines: readonly Headline[],
  axis: Axis,
  room: UpperRoom,
  laneY: (row: number) => number,
): HeadlineMark[] {
  const marks: HeadlineMark[] = [];
  const boxes: { shelf: number; x0: number; x1: number; leader: number }[] = [];
  const inView = headlines
    .map((headline) => ({ headline, x: axis.along(headline.t), x1: axis.along(headline.t1) }))
    .filter(
      ({ headline, x, x1 }) => on(axis, x) || (axis.along(headline.t0) < 0 && x1 > headline.width + 24),
    );
  // Those set to the right keep clear of each other by layout; only those that must turn can clash.
  const turned = ({ headline, x }: { headline: Headline; x: number }) => x + 5 + headline.width > axis.length;
  for (const entry of [...inView.filter((e) => !turned(e)), ...inView.filter(turned).reverse()]) {
    const { headline } = entry;
    const sticky = entry.x < 0;
    const x = sticky ? 0 : entry.x;
    const end = turned({ headline, x });
    const box = {
      shelf: headline.shelf,
      x0: end ? x - headline.width - 5 : x,
      x1: end ? x : x + 5 + headline.width,
      leader: x,
    };
    if (box.x0 < 0 || box.x1 > axis.length) continue;
    if ((end || sticky) && boxes.some((other) => clash(box, other))) continue;
    boxes.push(box);
    const y = room.lanesTop - 3 - (headline.shelf + 1) * room.shelfHeight;
    marks.push({
      headline,
      x: drawnAt(axis, end ? x - 5 : x + 5),
      end,
      y,
      leader: sticky ? null : { x: drawnAt(axis, x), y0: y + 2, y1: laneY(headline.row) - 5 },
    });
  }
  return marks.sort((a, b) => a.headline.t - b.headline.t);
}

interface HeadlineBox {
  shelf: number;
  x0: number;
  x1: number;
  leader: number;
}

const clash = (a: HeadlineBox, b: HeadlineBox): boolean =>
  a.shelf === b.shelf ? a.x0 - 10 < b.x1 && b.x0 - 10 < a.x1 : Math.abs(a.leader - b.leader) < 6;

const on = (axis: Axis, x: number): boolean => x >= 0 && x <= axis.length;

/** Ticks of the summits, with as much of a name as there is room for before the next. */
export function summitMarks(
  summits: readonly Summit[],
  axis: Axis,
  kept: ReadonlySet<string>,
  label: (summit: Summit, room: number) => string,
): SummitMark[] {
  return summits.flatMap((summit, i) => {
    const x = axis.along(summit.t);
    if (!on(axis, x) && !kept.has(summit.id)) return [];
    const next = summits[i + 1];
    const end = Math.min(next ? axis.along(next.t) : axis.length, axis.length);
    return [{ summit, x: drawnAt(axis, x), label: label(summit, end - x) }];
  });
}
