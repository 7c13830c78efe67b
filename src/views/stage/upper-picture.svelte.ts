/** The upper half of the picture, derived step by step: level → tile → marks with their places → scene. */
import type { Precision, Summit } from '@/story/story';
import { NOTHING, type StageFrame } from './stage-frame.svelte';
import { HeadlineRuns } from './timeline/headline-runs';
import { indexTimeline, type Shown, type TimelineLayout } from './timeline/layout';
import { findLevel, isCounted, timelineIn, type TimelineLevel } from './timeline/level';
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
import { holdSame, sameFields } from './timeline/slide';
import { tileAround, tileHolds, type Tile } from './timeline/tile';

export class UpperPicture {
  readonly #frame: StageFrame;
  constructor(frame: StageFrame) {
    this.#frame = frame;
  }

  #warp = $derived.by(() => this.#frame.app.viewport.settledWarp);
  #levelRoom = $derived.by(() => ({
    warp: this.#warp,
    length: this.#frame.room.length,
    level: this.#frame.app.viewport.level,
  }));

  // Of the scale alone: a story is not read again for each level.
  #index = $derived.by(() => indexTimeline(this.#frame.story, this.#warp));
  /** Levels that were found already, by number: on the way back nothing is found anew. */
  #levels = $derived.by(() => {
    void [this.#index, this.#frame.room.length, this.#frame.locked];
    return new Map<number, TimelineLevel>();
  });
  #level = $derived.by(() => {
    const [levels, room] = [this.#levels, this.#levelRoom];
    const found =
      levels.get(room.level) ?? findLevel(this.#index, room, this.#frame.locked?.events ?? NOTHING);
    levels.set(room.level, found);
    return found;
  });

  /**
   * What would be gathered into a count while it has the focus stays: the focus must not fall off the stage. So does
   * the mark that the last step came from, for the way back leads there; but the focus goes first.
   */
  level = $derived.by(() => {
    const kept = [this.#frame.focused, this.#frame.trail.at(-1)?.from].filter((id) =>
      isCounted(this.#level, id),
    );
    if (kept.length === 0) return this.#level;
    const find = (ids: typeof kept) => {
      const first = new Set([...(this.#frame.locked?.events ?? NOTHING), ...ids.map(String)]);
      return findLevel(this.#index, this.#levelRoom, first);
    };
    const both = find(kept);
    return isCounted(both, this.#frame.focused) ? find([this.#frame.focused]) : both;
  });

  /** The period that the level is asked for: the same value while the window stays within it. */
  #tile: Tile = $derived.by(() => {
    const [room, { window }] = [this.#levelRoom, this.#frame.app.viewport];
    const { of, tile } = this.#lastTile;
    if (of === room && tileHolds(room, tile, window)) return tile;
    this.#lastTile = { of: room, tile: tileAround(room, window) };
    return this.#lastTile.tile;
  });
  #lastTile: { of: unknown; tile: Tile } = { of: null, tile: [0, 0] };
  /** What of the level stands about the window: it changes when the window has slid half a stage, not in every frame. */
  timeline: TimelineLayout = $derived.by(() => timelineIn(this.level, this.#tile, this.#frame.kept));

  /** Headlines of levels that were asked for them already: on the way back none is placed anew. */
  #runs = $derived.by(() => {
    const { app, measure, locked, room } = this.#frame;
    const { words } = app;
    const common = {
      warp: this.#warp,
      shelves: room.upper.shelves,
      measure,
      when: ({ event }: Shown, precision: Precision) => words.date({ ...event, precision }),
    };
    const made = new WeakMap<TimelineLevel, HeadlineRuns>();
    return (level: TimelineLevel) => {
      const found =
        made.get(level) ?? new HeadlineRuns(level, { ...common, ...level.room }, locked?.events ?? null);
      made.set(level, found);
      return found;
    };
  });
  #headlines = $derived.by(() => this.#runs(this.level).in(this.#tile));

  /** Marks have their places until the level, the zoom or the room changes. */
  #placed = $derived.by((): Placed => {
    void [this.level, this.#frame.standing, this.#frame.room];
    return { events: new WeakMap(), clusters: new WeakMap() };
  });
  #placedMarks = $derived.by(() =>
    placeTimeline(this.timeline, this.#frame.standing, this.#frame.room.upper, this.#placed),
  );
  #marks = $derived.by(() =>
    waitAtEdges(this.#placedMarks, [this.#frame.origin, this.#frame.origin + this.#frame.length]),
  );
  #scene: TimelineScene = $derived.by(() =>
    timelineScene(
      this.timeline,
      this.#headlines,
      this.#frame.axis,
      this.#frame.room.upper,
      this.#frame.kept,
      this.#marks,
      this.#frame.reach,
    ),
  );

  #holdLanes = holdSame<TimelineScene['lanes'][number]>(sameFields);
  #holdEvents = holdSame<TimelineScene['events'][number]>();
  #holdClusters = holdSame<TimelineScene['clusters'][number]>();
  scene: TimelineScene = $derived({
    ...this.#scene,
    lanes: this.#holdLanes(this.#scene.lanes),
    events: this.#holdEvents(this.#scene.events),
    clusters: this.#holdClusters(this.#scene.clusters),
  });

  #summitMarks = $derived.by(() =>
    placeSummits(this.#frame.story.summits, this.#frame.standing, (summit, room) =>
      this.#summitLabel(summit, room),
    ),
  );
  #holdSummits = holdSame<SummitMark>();
  summits = $derived.by(() =>
    this.#holdSummits(summitsInView(this.#summitMarks, this.#frame.axis, this.#frame.kept)),
  );

  #summitLabel(summit: Summit, room: number): SummitLabel {
    const whole = this.#frame.app.words.t('stage.summit-label', {
      number: summit.number,
      place: summit.place,
    });
    const number = String(summit.number);
    const wide = this.#frame.measure(whole, 'small');
    if (wide + 12 < room) return { text: whole, width: wide };
    const width = this.#frame.measure(number, 'small');
    // Summits are a year apart, more or less: every tenth may use the room of the next few.
    const tenth = summit.number % 10 === 0 && width + 8 < room * 8;
    return width + 12 < room || tenth ? { text: number, width } : { text: '', width: 0 };
  }
}
