/**
 * The picture of a frame, derived step by step: room → layouts (redone when the level, the story or the room
 * changes) → scenes (every frame). Holds no state of its own but the focused mark and the way that led to it.
 */
import { untrack } from 'svelte';
import type { AppState } from '@/state/app-state.svelte';
import { LINE, wrap, type Box } from '@/layout/text-box';
import type { Column, Summit } from '@/story/story';
import {
  bandMarks,
  borderMarks,
  headingMarks,
  placeTicks,
  ticksInView,
  type TicksInView,
} from './axis-marks';
import { layoutFlow, orderFlow, type FlowRoom } from '@/flow/layout';
import { blocksBy, labelNodes } from './node-labels';
import { flowScene, placeFlow, type FlowScene, type NodeMark, type RibbonMark } from '@/flow/scene';
import { placeNames, stageRoom, type Half } from './room';
import type { ViewSize } from '@/viewport/view-size.svelte';
import { HeadlineRuns } from './timeline/headline-runs';
import { indexTimeline, type TimelineLayout } from './timeline/layout';
import { findLevel, isCounted, shownAt, timelineIn, wholeLevel, type TimelineLevel } from './timeline/level';
import { tileAround, tileHolds, type Tile } from './timeline/tile';
import {
  placeSummits,
  placeTimeline,
  summitsInView,
  timelineScene,
  waitAtEdges,
  type Placed,
  type SummitLabel,
  type SummitMark,
  type TimelineScene,
} from './timeline/scene';
import { holdSame, reachOf, sameFields, type Reach } from './timeline/slide';
import type { Trail } from './trail';
import { summitRows, type Walkable } from './walk';

/** px a name is given before it is broken into lines, when the flow shares out its height. */
const LABEL_WIDTH = 140;
const NOTHING: ReadonlySet<string> = new Set();

export class StagePicture {
  #app: AppState;
  #size: ViewSize;
  /** The mark that has, or would have, the keyboard’s focus. */
  focused = $state<string | null>(null);
  /** The steps of the keys that led there. */
  trail = $state.raw<Trail>([]);

  #half: () => Half | null;

  /** `half`: the one that has the whole stage, where both do not fit. */
  constructor(app: AppState, size: ViewSize, half: () => Half | null = () => null) {
    this.#half = half;
    this.#app = app;
    this.#size = size;
  }

  #story = $derived.by(() => this.#app.story);
  measure = $derived.by(() => this.#size.measure);
  #axis = $derived.by(() => this.#app.viewport.axis);
  /**
   * The axis that marks are placed by: one for all windows of a zoom and a stretch, so that a slide places nothing
   * anew. It is any of their axes, for a drawn coordinate is the same in all of them.
   */
  #standing = $derived.by(() => {
    // Of the axis, not of the room: between the two a moment may pass in which they differ.
    void [this.#zoom, this.#stretch, this.#app.viewport.warp, this.#length];
    return untrack(() => this.#axis);
  });
  // Sliding changes k in its last digits only.
  #zoom = $derived.by(() => Number(this.#axis.k.toPrecision(9)));
  #stretch = $derived.by(() => this.#axis.stretch);
  #length = $derived.by(() => this.#axis.length);

  /** `Axis.shift` of the picture as it is painted: in a movement that of its start, and of each new zoom or stretch. */
  origin = $derived.by(() => {
    if (!this.#app.viewport.moving) return this.#axis.shift;
    void this.#standing;
    return untrack(() => this.#axis.shift);
  });
  /** px by which the painted picture has slid since. */
  slid = $derived.by(() => this.origin - this.#axis.shift);

  #kept = $derived(this.focused === null ? NOTHING : new Set([this.focused]));
  /** A locked trace chooses whose headlines and names are shown; a preview only lights and dims. */
  #locked = $derived.by(() => this.#app.lockedTrace);

  room = $derived.by(() => {
    const own = this.#story.events.some((event) => event.threads.length === 0) ? 1 : 0;
    const { words } = this.#app;
    const names = [
      ...this.#story.threads.map(({ label }) => label),
      ...(own > 0 ? [this.#story.group || words.t('stage.group')] : []),
    ];
    const others = this.#story.summits.length > 0 ? [words.t('stage.summits')] : [];
    const { width, height } = this.#size;
    const half = this.#half();
    if (half !== null) return half.room(half.part, { width, height }, names, others, this.measure);
    const placed = placeNames(names, others, width, this.measure);
    return stageRoom(width, height, placed, this.#story.nodes.length > 0);
  });

  #warp = $derived.by(() => this.#app.viewport.settledWarp);
  #levelRoom = $derived.by(() => ({
    warp: this.#warp,
    length: this.room.length,
    level: this.#app.viewport.level,
  }));

  // Of the scale alone: a story is not read again for each level.
  #index = $derived.by(() => indexTimeline(this.#story, this.#warp));
  /** Levels that were found already, by number: on the way back nothing is found anew. */
  #levels = $derived.by(() => {
    void [this.#index, this.room.length, this.#locked];
    return new Map<number, TimelineLevel>();
  });
  #level = $derived.by(() => {
    const [levels, room] = [this.#levels, this.#levelRoom];
    const found = levels.get(room.level) ?? findLevel(this.#index, room, this.#locked?.events ?? NOTHING);
    levels.set(room.level, found);
    return found;
  });

  /**
   * What would be gathered into a count while it has the focus stays: the focus must not fall off the stage. So does
   * the mark that the last step came from, for the way back leads there; but the focus goes first.
   */
  level = $derived.by(() => {
    const kept = [this.focused, this.trail.at(-1)?.from].filter((id) => isCounted(this.#level, id));
    if (kept.length === 0) return this.#level;
    const find = (ids: typeof kept) => {
      const first = new Set([...(this.#locked?.events ?? NOTHING), ...ids.map(String)]);
      return findLevel(this.#index, this.#levelRoom, first);
    };
    const both = find(kept);
    return isCounted(both, this.focused) ? find([this.focused]) : both;
  });

  /** The period that the level is asked for: the same value while the window stays within it. */
  #tile: Tile = $derived.by(() => {
    const [room, { window }] = [this.#levelRoom, this.#app.viewport];
    const { of, tile } = this.#lastTile;
    if (of === room && tileHolds(room, tile, window)) return tile;
    this.#lastTile = { of: room, tile: tileAround(room, window) };
    return this.#lastTile.tile;
  });
  #lastTile: { of: unknown; tile: Tile } = { of: null, tile: [0, 0] };
  /** What of the level stands about the window: it changes when the window has slid half a stage, not in every frame. */
  timeline: TimelineLayout = $derived.by(() => timelineIn(this.level, this.#tile, this.#kept));

  #runs = $derived.by(
    () =>
      new HeadlineRuns(
        this.level,
        {
          ...this.#levelRoom,
          shelves: this.room.upper.shelves,
          measure: this.measure,
          when: ({ event }, precision) => this.#app.words.date({ ...event, precision }),
        },
        this.#locked?.events ?? null,
      ),
  );
  #headlines = $derived.by(() => this.#runs.in(this.#tile));

  /** What is in the page: it grows while the picture slides, and is cut back when that rests. */
  #reach: Reach = $derived.by(() => {
    const { of, reach } = this.#lastReach;
    const before = this.#app.viewport.moving && of === this.#standing ? reach : null;
    this.#lastReach = { of: this.#standing, reach: reachOf(this.#axis, before) };
    return this.#lastReach.reach;
  });
  #lastReach: { of: unknown; reach: Reach } = { of: null, reach: [0, 0] };

  /** Marks have their places until the level, the zoom or the room changes. */
  #placed = $derived.by((): Placed => {
    void [this.level, this.#standing, this.room];
    return { events: new WeakMap(), clusters: new WeakMap() };
  });
  #placedMarks = $derived(placeTimeline(this.timeline, this.#standing, this.room.upper, this.#placed));
  #upperMarks = $derived(waitAtEdges(this.#placedMarks, [this.origin, this.origin + this.#length]));
  #upper: TimelineScene = $derived(
    timelineScene(
      this.timeline,
      this.#headlines,
      this.#axis,
      this.room.upper,
      this.#kept,
      this.#upperMarks,
      this.#reach,
    ),
  );

  #holdLanes = holdSame<TimelineScene['lanes'][number]>(sameFields);
  #holdEvents = holdSame<TimelineScene['events'][number]>();
  #holdClusters = holdSame<TimelineScene['clusters'][number]>();
  upper: TimelineScene = $derived({
    ...this.#upper,
    lanes: this.#holdLanes(this.#upper.lanes),
    events: this.#holdEvents(this.#upper.events),
    clusters: this.#holdClusters(this.#upper.clusters),
  });

  #summitMarks = $derived(
    placeSummits(this.#story.summits, this.#standing, (summit, room) => this.#summitLabel(summit, room)),
  );
  #holdSummits = holdSame<SummitMark>();
  summits = $derived(this.#holdSummits(summitsInView(this.#summitMarks, this.#axis, this.#kept)));

  #flowOrder = $derived.by(() => orderFlow(this.#story, this.#app.othersShown));
  flowLayout = $derived.by(() => {
    const room: FlowRoom = {
      height: this.room.flow.height,
      labelSize: ({ label }) => wrap(label, 'label', LABEL_WIDTH, 3, this.measure)?.height ?? LINE.label,
    };
    return layoutFlow(this.#story, this.#app.othersShown, room, this.#flowOrder);
  });

  #flowMarks = $derived(placeFlow(this.#story, this.flowLayout, this.#standing));
  #holdNodes = holdSame<NodeMark>();
  #holdRibbons = holdSame<RibbonMark>();
  flow: FlowScene = $derived.by(() => {
    const { nodes, ribbons } = flowScene(
      this.#story,
      this.flowLayout,
      this.#axis,
      this.#kept,
      this.#flowMarks,
      'right',
      this.#reach,
    );
    return { nodes: this.#holdNodes(nodes), ribbons: this.#holdRibbons(ribbons) };
  });

  #blocks = $derived(blocksBy(this.measure));
  nodeLabels = $derived.by(() => {
    const { shift } = this.#axis;
    const stage: Box = { x0: shift, y0: -2, x1: shift + this.room.length + 8, y1: this.room.flow.height + 6 };
    const lit = this.#locked?.nodes;
    const rank = (mark: NodeMark) => {
      if (mark.node.id === this.#app.selection.selected) return -1;
      if (lit && !lit.has(mark.node.id)) return null;
      return mark.strong ? 0 : 1;
    };
    return labelNodes(this.flow.nodes, stage, rank, this.measure, this.#blocks);
  });

  bands = $derived.by(() => bandMarks(this.#story, this.#axis, this.measure));
  #ticks = $derived.by(() => {
    const { words } = this.#app;
    return placeTicks(this.#story, this.#standing, (t, unit) => this.measure(words.tick(t, unit), 'small'));
  });
  #holdStrokes = holdSame<TicksInView['strokes'][number]>();
  #holdLabels = holdSame<TicksInView['labels'][number]>();
  ticks: TicksInView = $derived.by(() => {
    const { strokes, labels } = ticksInView(this.#ticks, this.#reach);
    return { strokes: this.#holdStrokes(strokes), labels: this.#holdLabels(labels) };
  });
  #holdBorders = holdSame<number>();
  borders = $derived(this.#holdBorders(borderMarks(this.#story, this.#axis, this.#reach)));

  #holdBefore = holdSame<Column>();
  #holdAfter = holdSame<Column>();
  headings = $derived.by(() => {
    const columns = this.#story.columns.flatMap((column: Column, i) => {
      const span = this.flowLayout.spans[i];
      return span ? [{ column, ...span }] : [];
    });
    const { on, before, after } = headingMarks(columns, this.#axis, this.measure, this.room.stubs.rows === 0);
    return { on, before: this.#holdBefore(before), after: this.#holdAfter(after) };
  });

  /** What the keys walk over. */
  stops: Walkable = $derived.by(() => {
    const { shown, clusters } = wholeLevel(this.level);
    const upper = [
      ...shown.map(({ event, rows }) => ({ id: event.id, t: event.t, rows })),
      ...clusters.map(({ id, t, row }) => ({ id, t: t + 1, rows: [row] })),
      ...this.#story.summits.map(({ id, t }) => ({ id, t, rows: summitRows })),
    ].sort((a, b) => a.t - b.t);
    const nodes = this.flowLayout.nodes.map(({ id, layer, across, size }) => ({
      id,
      layer,
      across: across + size / 2,
    }));
    const links = this.flowLayout.links.flatMap(({ id, way }) => {
      const link = this.#app.things.get(id);
      return link?.kind === 'link'
        ? [{ id, source: link.link.source, target: link.link.target, across: way.at(-1)?.across ?? 0 }]
        : [];
    });
    return { upper, nodes, links };
  });

  /** Which mark takes the one tab stop: the focused one, else the first in view. */
  current: string | null = $derived.by(() => {
    const { focused } = this;
    if (focused !== null && this.has(focused)) return focused;
    // Nobody tabs in mid-movement: what was the first at rest stays until the next.
    const last = this.#lastCurrent;
    if (this.#app.viewport.moving && last !== null && this.has(last)) return last;
    const { shift, length } = this.#axis;
    const inView = this.upper.events.find(({ x }) => x >= shift && x <= shift + length);
    const first = inView ?? this.upper.events[0];
    const id = first?.event.id ?? this.summits[0]?.summit.id ?? this.flow.nodes[0]?.node.id;
    return (this.#lastCurrent = id ?? null);
  });
  #lastCurrent: string | null = null;

  /** Whether it stands on the stage, in view or not. */
  has(id: string): boolean {
    if (shownAt(this.level, id) !== null || this.level.counts.find(id)) return true;
    return this.#app.things.get(id)?.kind === 'summit' || this.#inFlow.has(id);
  }
  #inFlow = $derived.by(
    () => new Set([...this.flowLayout.nodes, ...this.flowLayout.links].map(({ id }) => id)),
  );

  #summitLabel(summit: Summit, room: number): SummitLabel {
    const whole = this.#app.words.t('stage.summit-label', { number: summit.number, place: summit.place });
    const number = String(summit.number);
    const wide = this.measure(whole, 'small');
    if (wide + 12 < room) return { text: whole, width: wide };
    const width = this.measure(number, 'small');
    // Summits are a year apart, more or less: every tenth may use the room of the next few.
    const tenth = summit.number % 10 === 0 && width + 8 < room * 8;
    return width + 12 < room || tenth ? { text: number, width } : { text: '', width: 0 };
  }
}
