/**
 * Headlines never touch and are never cut, at any window. Words are measured by a fixed width a letter: a green run
 * does not prove that the browser draws them no wider, nor that leaders are easy to follow.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, letters, largeRuns, timelines } from '../../../../tests/fixtures/stories';
import type { Story } from '@/story/story';
import { evenWarp, storyWarp, timeAt } from '@/time/warp';
import { makeAxis, slidingAxis } from '@/viewport/axis';
import { constrain, NARROWEST } from '@/viewport/constrain';
import { HeadlineRuns } from './headline-runs';
import type { HeadlineRoom } from './headlines';
import { indexTimeline } from './layout';
import { findLevel, timelineIn } from './level';
import { tileAround } from './tile';
import { timelineScene, type UpperRoom } from './scene';

const NOTHING: ReadonlySet<string> = new Set();
const WORDS = { year: '2025', month: 'Nov. 2025', day: '21–23 nov. 2025', minute: '21 nov. 2025, 10:00' };
const sayWhen: HeadlineRoom['when'] = (_, precision) => WORDS[precision];
/** Places are drawn to a tenth of a px. */
const ROUNDING = 0.051;
const share = fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e6);
const views = fc.record({
  even: fc.boolean(),
  /** Marks keep their coordinates while the picture slides. */
  sliding: fc.boolean(),
  length: fc.integer({ min: 300, max: 2000 }),
  shelves: fc.integer({ min: 1, max: 4 }),
  middle: share,
  /** Of the whole story’s length: 2^-13 … 1. */
  zoom: share.map((n) => 2 ** (-13 * n)),
});
type View = typeof views extends fc.Arbitrary<infer T> ? T : never;

function draw(
  story: Story,
  { even, sliding, length, shelves, middle, zoom }: View,
  chosen: ReadonlySet<string> | null,
  /** Whether only what stands in the window is asked for. */
  part = false,
) {
  const bent = storyWarp(story.chapters);
  const warp = even ? evenWarp(bent) : bent;
  const start = Math.min(Math.max(middle - zoom / 2, 0), 1 - zoom);
  const window = constrain(
    [timeAt(warp, start), timeAt(warp, start + zoom)],
    [story.t0, story.t1],
    Math.min(NARROWEST, story.t1 - story.t0),
  );
  const still = makeAxis(warp, window, length);
  const axis = sliding ? slidingAxis(still) : still;
  const level = Math.max(0, Math.floor(Math.log2(axis.k) + 1e-6));
  const room = { warp, length, level, shelves, measure: letters(), when: sayWhen };
  const found = findLevel(indexTimeline(story, warp), room, chosen ?? NOTHING);
  const asked = part ? tileAround(room, window) : ([-Infinity, Infinity] as const);
  const layout = timelineIn(found, asked);
  const headlines = new HeadlineRuns(found, room, chosen).in(asked);
  const lanesTop = shelves * 31 + 6;
  const upper: UpperRoom = {
    shelves,
    shelfHeight: 31,
    laneHeight: 20,
    lanesTop,
    nameHeight: 0,
    summitsTop: 300,
    height: 320,
  };
  return { axis, upper, layout, headlines, scene: timelineScene(layout, headlines, axis, upper, NOTHING) };
}

function check(story: Story, view: View, chosen: ReadonlySet<string> | null): void {
  const { axis, upper, headlines, scene } = draw(story, view, chosen);
  const boxes = scene.headlines.map(({ headline: { id, width }, x, y, end }) => ({
    ...{ id, y, x0: (end ? x - width : x) - axis.shift, x1: (end ? x : x + width) - axis.shift },
  }));
  const cut = boxes.filter(
    ({ x0, x1, y }) => x0 < -ROUNDING || x1 > axis.length + ROUNDING || y < 0 || y > upper.lanesTop,
  );
  expect(cut).toEqual([]);
  const touching = boxes.flatMap((a, i) =>
    boxes
      .slice(0, i)
      .filter((b) => a.y === b.y && a.x0 < b.x1 && b.x0 < a.x1)
      .map((b) => [a, b]),
  );
  expect(touching).toEqual([]);
  expect(new Set(headlines.map(({ id }) => id)).size).toBe(headlines.length);
  expect(headlines.filter(({ shelf }) => shelf < 0 || shelf >= view.shelves)).toEqual([]);
  if (chosen) expect(headlines.filter(({ id }) => !chosen.has(id))).toEqual([]);
}

describe('headlines', () => {
  it.each(['en', 'fr'])('never touch and are never cut in the bundled story (%s)', (locale) => {
    const story = bundled(locale);
    const some = fc.subarray(story.events.map(({ id }) => id)).map((ids) => new Set(ids));
    fc.assert(
      fc.property(views, fc.option(some), (view, chosen) => check(story, view, chosen)),
      largeRuns(90),
    );
  });

  it('never touch and are never cut in any story', () => {
    fc.assert(
      fc.property(timelines, views, (story, view) => check(story, view, null)),
      largeRuns(40),
    );
  });

  it('stand over the whole bundled story', () => {
    const view = { even: false, sliding: false, length: 1200, shelves: 4, middle: 0.5, zoom: 1 };
    expect(draw(bundled('en'), view, null).scene.headlines.length).toBeGreaterThan(7);
  });
});

describe('the scene', () => {
  it('draws every mark and count that is in view, where the axis says', () => {
    const story = bundled('en');
    fc.assert(
      fc.property(views, (view) => {
        const { axis, layout, scene } = draw(story, view, null);
        const inView = (t: number) => axis.along(t) >= 0 && axis.along(t) <= axis.length;
        const drawn = new Map(scene.events.map((mark) => [mark.event.id, mark.x]));
        const missing = layout.shown.filter(({ event }) => inView(event.t) && !drawn.has(event.id));
        expect(missing).toEqual([]);
        expect(
          scene.events.filter(({ event, x }) => Math.abs(axis.along(event.t) + axis.shift - x) > ROUNDING),
        ).toEqual([]);
        const counted = new Set(scene.clusters.map(({ cluster }) => cluster.id));
        expect(layout.clusters.filter(({ id, t }) => inView(t) && !counted.has(id))).toEqual([]);
        // Also at the edges, where a count itself would stand outside.
        const told = new Set([
          ...drawn.keys(),
          ...scene.clusters.flatMap(({ cluster }) => cluster.events.map(({ id }) => id)),
        ]);
        expect(story.events.filter(({ id, t }) => inView(t) && !told.has(id))).toEqual([]);
        const cut = scene.clusters.filter(({ x }) => x < axis.shift || x > axis.shift + axis.length);
        expect(cut.map(({ cluster }) => cluster.id)).toEqual([]);
      }),
      largeRuns(60),
    );
  });

  it('is the same whether all is asked for or only what is in the window', () => {
    fc.assert(
      fc.property(timelines, views, (story, view) => {
        const [all, part] = [draw(story, view, null), draw(story, view, null, true)];
        expect(part.scene).toEqual(all.scene);
      }),
      largeRuns(30),
    );
  });

  it('does not change layout on a pan within a level', () => {
    const story = bundled('en');
    fc.assert(
      fc.property(views, share, (view, middle) => {
        const one = draw(story, { ...view, even: true, zoom: 0.3 }, null);
        const other = draw(story, { ...view, even: true, zoom: 0.3, middle }, null);
        expect(other.layout).toEqual(one.layout);
        expect(other.headlines).toEqual(one.headlines);
      }),
      largeRuns(12),
    );
  });
});
