/**
 * The picture of a frame, derived step by step: room → layouts (redone when the level, the story or the room
 * changes) → scenes (every frame). Holds no state of its own but the focused mark.
 */
import type { AppState } from '@/state/app-state.svelte';
import { LINE, wrap, type Box } from '@/layout/text-box';
import type { Column, Summit } from '@/story/story';
import { axisMarks, headingMarks } from './axis-marks';
import { layoutFlow } from './flow/layout';
import { labelNodes } from './flow/labels';
import { flowScene, type NodeMark } from './flow/scene';
import { gutterFor, stageRoom } from './room';
import type { StageSize } from './stage-size.svelte';
import { layoutHeadlines } from './timeline/headlines';
import { layoutTimeline } from './timeline/layout';
import { summitMarks, timelineScene } from './timeline/scene';
import { summitRows, type Walkable } from './walk';

/** px a name is given before it is broken into lines, when the flow shares out its height. */
const LABEL_WIDTH = 140;
const NOTHING: ReadonlySet<string> = new Set();

export class StagePicture {
  #app: AppState;
  #size: StageSize;
  /** The mark that has, or would have, the keyboard’s focus. */
  focused = $state<string | null>(null);

  constructor(app: AppState, size: StageSize) {
    this.#app = app;
    this.#size = size;
  }

  #story = $derived.by(() => this.#app.story);
  measure = $derived.by(() => this.#size.measure);
  #axis = $derived.by(() => this.#app.viewport.axis);
  #kept = $derived(this.focused === null ? NOTHING : new Set([this.focused]));
  /** A locked trace chooses whose headlines and names are shown; a preview only lights and dims. */
  #locked = $derived.by(() => this.#app.lockedTrace);

  room = $derived.by(() => {
    const own = this.#story.events.some((event) => event.threads.length === 0) ? 1 : 0;
    const lanes = this.#story.threads.length + own;
    const names = [...this.#story.threads.map(({ label }) => label), this.#app.words.t('stage.group')];
    const gutter = gutterFor(names, this.measure);
    return stageRoom(this.#size.width, this.#size.height, gutter, lanes, this.#story.nodes.length > 0);
  });

  #levelRoom = $derived.by(() => {
    const { viewport } = this.#app;
    return { warp: viewport.settledWarp, length: this.room.length, level: viewport.level };
  });

  timeline = $derived(layoutTimeline(this.#story, this.#levelRoom, this.#locked?.events ?? NOTHING));

  #headlines = $derived.by(() =>
    layoutHeadlines(
      this.timeline.shown,
      {
        ...this.#levelRoom,
        shelves: this.room.upper.shelves,
        measure: this.measure,
        when: ({ event }, precision) => this.#app.words.date({ ...event, precision }),
      },
      this.#locked ? new Set([...this.#locked.events]) : null,
    ),
  );

  upper = $derived(timelineScene(this.timeline, this.#headlines, this.#axis, this.room.upper, this.#kept));

  summits = $derived(
    summitMarks(this.#story.summits, this.#axis, this.#kept, (summit, room) =>
      this.#summitLabel(summit, room),
    ),
  );

  flowLayout = $derived.by(() =>
    layoutFlow(this.#story, this.#app.othersShown, {
      height: this.room.flow.height,
      labelSize: ({ label }) => wrap(label, 'label', LABEL_WIDTH, 3, this.measure)?.height ?? LINE.label,
    }),
  );

  flow = $derived(flowScene(this.#story, this.flowLayout, this.#axis, this.#kept));

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

  axis = $derived.by(() => {
    const width = (t: number, unit: Parameters<AppState['words']['tick']>[1]) =>
      this.measure(this.#app.words.tick(t, unit), 'small');
    return axisMarks(this.#story, this.#axis, width, this.measure);
  });

  headings = $derived.by(() => {
    const columns = this.#story.columns.flatMap((column: Column, i) => {
      const span = this.flowLayout.spans[i];
      return span ? [{ column, ...span }] : [];
    });
    return headingMarks(columns, this.#axis, this.measure);
  });

  /** What the keys walk over. */
  stops: Walkable = $derived.by(() => {
    const upper = [
      ...this.timeline.shown.map(({ event, rows }) => ({ id: event.id, t: event.t, rows })),
      ...this.timeline.clusters.map(({ id, t, row }) => ({ id, t: t + 1, rows: [row] })),
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

  has(id: string): boolean {
    const { upper, nodes, links } = this.stops;
    return [upper, nodes, links].some((stops) => stops.some((stop) => stop.id === id));
  }

  #summitLabel(summit: Summit, room: number): string {
    const whole = this.#app.words.t('stage.summit-label', { number: summit.number, place: summit.place });
    if (this.measure(whole, 'small') + 12 < room) return whole;
    const number = String(summit.number);
    const tenth = summit.number % 10 === 0 && room > 0;
    return this.measure(number, 'small') + 12 < room || tenth ? number : '';
  }
}
