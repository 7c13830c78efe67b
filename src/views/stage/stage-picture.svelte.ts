/**
 * The picture of a frame, derived step by step: room → layouts (redone when the level, the story or the room
 * changes) → scenes (every frame). Holds no state of its own but the focused mark and the way that led to it.
 */
import { untrack } from 'svelte';
import type { AppState } from '@/state/app-state.svelte';
import { LINE, wrap, type Box } from '@/layout/text-box';
import type { Column, Summit } from '@/story/story';
import { bandMarks, headingMarks, placeTicks, ticksInView } from './axis-marks';
import { layoutFlow, orderFlow, type FlowRoom } from '@/flow/layout';
import { labelNodes } from './node-labels';
import { flowScene, placeFlow, type NodeMark } from '@/flow/scene';
import { placeNames, stageRoom } from './room';
import type { ViewSize } from '@/viewport/view-size.svelte';
import { HeadlineRuns } from './timeline/headline-runs';
import { indexTimeline, type TimelineLayout } from './timeline/layout';
import { findLevel, isCounted, shownAt, timelineIn, wholeLevel, type TimelineLevel } from './timeline/level';
import { tileAround, type Tile } from './timeline/tile';
import {
  placeSummits,
  placeTimeline,
  summitsInView,
  timelineScene,
  type SummitLabel,
} from './timeline/scene';
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

  constructor(app: AppState, size: ViewSize) {
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
    const placed = placeNames(names, others, this.#size.width, this.measure);
    return stageRoom(this.#size.width, this.#size.height, placed, this.#story.nodes.length > 0);
  });

  #levelRoom = $derived.by(() => {
    const { viewport } = this.#app;
    return { warp: viewport.settledWarp, length: this.room.length, level: viewport.level };
  });

  #index = $derived.by(() => indexTimeline(this.#story, this.#levelRoom.warp));
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
    const tile = tileAround(this.#levelRoom, this.#app.viewport.window);
    const [t0, t1] = this.#lastTile;
    return (this.#lastTile = tile[0] === t0 && tile[1] === t1 ? this.#lastTile : tile);
  });
  #lastTile: Tile = [0, 0];
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

  #upperMarks = $derived(placeTimeline(this.timeline, this.#standing, this.room.upper));
  upper = $derived(
    timelineScene(this.timeline, this.#headlines, this.#axis, this.room.upper, this.#kept, this.#upperMarks),
  );

  #summitMarks = $derived(
    placeSummits(this.#story.summits, this.#standing, (summit, room) => this.#summitLabel(summit, room)),
  );
  summits = $derived(summitsInView(this.#summitMarks, this.#axis, this.#kept));

  #flowOrder = $derived.by(() => orderFlow(this.#story, this.#app.othersShown));
  flowLayout = $derived.by(() => {
    const room: FlowRoom = {
      height: this.room.flow.height,
      labelSize: ({ label }) => wrap(label, 'label', LABEL_WIDTH, 3, this.measure)?.height ?? LINE.label,
    };
    return layoutFlow(this.#story, this.#app.othersShown, room, this.#flowOrder);
  });

  #flowMarks = $derived(placeFlow(this.#story, this.flowLayout, this.#standing));
  flow = $derived(flowScene(this.#story, this.flowLayout, this.#axis, this.#kept, this.#flowMarks));

  nodeLabels = $derived.by(() => {
    const { shift } = this.#axis;
    const stage: Box = { x0: shift, y0: -2, x1: shift + this.room.length + 8, y1: this.room.flow.height + 6 };
    const lit = this.#locked?.nodes;
    const rank = (mark: NodeMark) => {
      if (mark.node.id === this.#app.selection.selected) return -1;
      if (lit && !lit.has(mark.node.id)) return null;
      return mark.strong ? 0 : 1;
    };
    return labelNodes(this.flow.nodes, stage, rank, this.measure);
  });

  bands = $derived.by(() => bandMarks(this.#story, this.#axis, this.measure));
  #ticks = $derived.by(() => {
    const { words } = this.#app;
    return placeTicks(this.#story, this.#standing, (t, unit) => this.measure(words.tick(t, unit), 'small'));
  });
  ticks = $derived(ticksInView(this.#ticks, this.#axis));

  headings = $derived.by(() => {
    const columns = this.#story.columns.flatMap((column: Column, i) => {
      const span = this.flowLayout.spans[i];
      return span ? [{ column, ...span }] : [];
    });
    return headingMarks(columns, this.#axis, this.measure, this.room.stubs.rows === 0);
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
  current = $derived.by(() => {
    const { focused } = this;
    if (focused !== null && this.has(focused)) return focused;
    return (
      (this.upper.events[0]?.event.id ?? this.summits[0]?.summit.id ?? this.flow.nodes[0]?.node.id) || null
    );
  });

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
