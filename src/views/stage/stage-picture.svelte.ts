/**
 * The picture of a frame: its two halves, the axis between them, and what the keys walk over. All is derived, from the
 * room to layouts (made again when the level, the story or the room changes) to scenes (in every frame).
 */
import type { AppState } from '@/state/app-state.svelte';
import type { ViewSize } from '@/viewport/view-size.svelte';
import { bandMarks, borderMarks, placeTicks, ticksInView, type TicksInView } from './axis-marks';
import { LowerPicture } from './lower-picture.svelte';
import type { Half } from './room';
import { StageFrame } from './stage-frame.svelte';
import { shownAt, wholeLevel } from './timeline/level';
import { holdSame } from './timeline/slide';
import { UpperPicture } from './upper-picture.svelte';
import { summitRows, type Walkable } from './walk';

export class StagePicture {
  readonly frame: StageFrame;
  readonly upper: UpperPicture;
  readonly lower: LowerPicture;

  /** `half`: the one that has the whole stage, where both do not fit. */
  constructor(app: AppState, size: ViewSize, half: () => Half | null = () => null) {
    this.frame = new StageFrame(app, size, half);
    this.upper = new UpperPicture(this.frame);
    this.lower = new LowerPicture(this.frame);
  }

  bands = $derived.by(() => bandMarks(this.frame.story, this.frame.axis, this.frame.measure));
  #ticks = $derived.by(() => {
    const { words } = this.frame.app;
    return placeTicks(this.frame.story, this.frame.standing, (t, unit) =>
      this.frame.measure(words.tick(t, unit), 'small'),
    );
  });
  #holdStrokes = holdSame<TicksInView['strokes'][number]>();
  #holdLabels = holdSame<TicksInView['labels'][number]>();
  ticks: TicksInView = $derived.by(() => {
    const { strokes, labels } = ticksInView(this.#ticks, this.frame.reach);
    return { strokes: this.#holdStrokes(strokes), labels: this.#holdLabels(labels) };
  });
  #holdBorders = holdSame<number>();
  borders = $derived.by(() =>
    this.#holdBorders(borderMarks(this.frame.story, this.frame.axis, this.frame.reach)),
  );

  /** What the keys walk over. */
  stops: Walkable = $derived.by(() => {
    const { shown, clusters } = wholeLevel(this.upper.level);
    const upper = [
      ...shown.map(({ event, rows }) => ({ id: event.id, t: event.t, rows })),
      ...clusters.map(({ id, t, row }) => ({ id, t: t + 1, rows: [row] })),
      ...this.frame.story.summits.map(({ id, t }) => ({ id, t, rows: summitRows })),
    ].sort((a, b) => a.t - b.t);
    const nodes = this.lower.layout.nodes.map(({ id, layer, across, size }) => ({
      id,
      layer,
      across: across + size / 2,
    }));
    const links = this.lower.layout.links.flatMap(({ id, way }) => {
      const link = this.frame.app.things.get(id);
      return link?.kind === 'link'
        ? [{ id, source: link.link.source, target: link.link.target, across: way.at(-1)?.across ?? 0 }]
        : [];
    });
    return { upper, nodes, links };
  });

  /** Which mark takes the one tab stop: the focused one, else the first in view. */
  current: string | null = $derived.by(() => {
    const { focused } = this.frame;
    if (focused !== null && this.has(focused)) return focused;
    // Nobody tabs in mid-movement: what was the first at rest stays until the next.
    const last = this.#lastCurrent;
    if (this.frame.app.viewport.moving && last !== null && this.has(last)) return last;
    const { shift, length } = this.frame.axis;
    const inView = this.upper.scene.events.find(({ x }) => x >= shift && x <= shift + length);
    const first = inView ?? this.upper.scene.events[0];
    const id = first?.event.id ?? this.upper.summits[0]?.summit.id ?? this.lower.scene.nodes[0]?.node.id;
    return (this.#lastCurrent = id ?? null);
  });
  #lastCurrent: string | null = null;

  /** Whether it stands on the stage, in view or not. */
  has(id: string): boolean {
    if (shownAt(this.upper.level, id) !== null || this.upper.level.counts.find(id)) return true;
    return this.frame.app.things.get(id)?.kind === 'summit' || this.#inFlow.has(id);
  }
  #inFlow = $derived.by(
    () => new Set([...this.lower.layout.nodes, ...this.lower.layout.links].map(({ id }) => id)),
  );
}
