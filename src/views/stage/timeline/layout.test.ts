/**
 * The law of the level of detail: every event is shown or counted, once. Does not prove that a count can be opened,
 * or that marks of other kinds keep off: tests/e2e opens them all and compares boxes.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, largeRuns, timelines } from '../../../../tests/fixtures/stories';
import type { Story } from '@/story/story';
import { plainTimeline } from '../../../../tests/fixtures/plain-timeline';
import { evenWarp, placeOf, storyWarp, timeAt, type Warp } from '@/time/warp';
import { COUNT_GAP } from './gather';
import { indexTimeline, type Cluster, type Shown, type TimelineLayout } from './layout';
import { findLevel, timelineIn, wholeLevel, type LevelRoom } from './level';
import { CROWD, MARK_GAP } from './take';

const NOTHING: ReadonlySet<string> = new Set();
const rooms = fc.record({
  even: fc.boolean(),
  length: fc.integer({ min: 300, max: 2000 }),
  level: fc.integer({ min: 0, max: 14 }),
});
type Room = typeof rooms extends fc.Arbitrary<infer T> ? T : never;
type TimelineRoom = LevelRoom & { warp: Warp };
const levelOf = (story: Story, room: TimelineRoom, first: ReadonlySet<string> = NOTHING) =>
  findLevel(indexTimeline(story, room.warp), room, first);
const roomOf = (story: Story, { even, length, level }: Room): TimelineRoom => {
  const warp = storyWarp(story.chapters);
  return { warp: even ? evenWarp(warp) : warp, length, level };
};
const lanesOf = (story: Story, threads: readonly string[]) =>
  threads.length > 0
    ? threads.map((id) => story.threads.findIndex((thread) => thread.id === id)).sort((a, b) => a - b)
    : [story.threads.length];

function check(story: Story, made: Room, first: ReadonlySet<string>): void {
  const room = roomOf(story, made);
  const { shown, clusters } = wholeLevel(levelOf(story, room, first));
  const told = [
    ...shown.map(({ event }) => event.id),
    ...clusters.flatMap((c) => c.events.map(({ id }) => id)),
  ];
  expect(told.sort()).toEqual(story.events.map(({ id }) => id).sort());
  expect(new Set(clusters.map(({ id }) => id)).size).toBe(clusters.length);

  const px = (t: number) => placeOf(room.warp, t) * room.length * 2 ** room.level;
  const lanes: Shown[][] = [];
  for (const mark of shown) for (const row of mark.rows) (lanes[row] ??= []).push(mark);
  // Where one of its lanes is taken, an event shows on those that are free.
  const misplaced = shown.filter(({ event, rows }) => {
    const own = lanesOf(story, event.threads).filter((row) => rows.includes(row));
    return own.length === 0 || own.join() !== rows.join();
  });
  expect(misplaced).toEqual([]);
  const tooNear = lanes.flatMap((lane) =>
    lane.filter(({ event }, i) => i > 0 && px(event.t) - px(lane[i - 1]?.event.t ?? 0) < MARK_GAP),
  );
  expect(tooNear).toEqual([]);
  const touching = clusters.filter((a, i) =>
    clusters.slice(0, i).some((b) => a.row === b.row && Math.abs(px(a.t) - px(b.t)) < COUNT_GAP),
  );
  expect(touching).toEqual([]);
  const wrong = clusters.filter(
    ({ events, t, t0, t1, row }) =>
      events.length === 0 ||
      !shown.some(({ event, rows }) => event.t === t && rows.includes(row)) ||
      events.some((event) => event.t0 < t0 || event.t1 > t1),
  );
  expect(wrong).toEqual([]);
  // What is wanted first is hidden only by what is wanted first too.
  const wanted = shown.filter(({ event }) => first.has(event.id));
  const hidden = clusters.flatMap(({ events }) => events).filter(({ id }) => first.has(id));
  const without = hidden.filter(({ t, threads }) => {
    const rows = lanesOf(story, threads);
    return !wanted.some(
      (mark) => mark.rows.some((row) => rows.includes(row)) && Math.abs(px(mark.event.t) - px(t)) < CROWD.gap,
    );
  });
  expect(without).toEqual([]);
}

/** What a layout says, whatever the order of what stands at one instant. */
const said = ({ lanes, shown, clusters }: TimelineLayout) => ({
  lanes,
  shown: shown.map(({ event, rows }) => `${event.id} ${rows.join()}`).sort(),
  clusters: clusters
    .map((cluster) => ({ ...cluster, events: cluster.events.map(({ id }) => id).sort() }))
    .sort(byId),
});
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe('a level', () => {
  it('keeps marks farther apart where a lane is crowded, and as near as ever where it is not', () => {
    const crowd = (count: number): Story => {
      const [first] = bundled('en').events;
      if (!first) throw new Error('There is no event.');
      const [from, to] = [Date.UTC(2025, 5, 1), Date.UTC(2025, 6, 1)];
      const events = Array.from({ length: count }, (_, i) => {
        const t = from + ((to - from) * i) / count;
        return { ...first, id: `c${i}`, threads: [], t, t0: t, t1: t + 1 };
      });
      return { ...bundled('en'), events };
    };
    const places = (count: number) => {
      const room = roomOf(crowd(count), { even: false, length: 1200, level: 3 });
      const { shown, clusters } = wholeLevel(levelOf(crowd(count), room));
      const x = shown.map(({ event }) => placeOf(room.warp, event.t) * room.length * 2 ** room.level);
      const held = clusters.reduce((sum, { events }) => sum + events.length, 0);
      expect(x.length + held).toBe(count);
      return x.slice(1).map((px, i) => px - (x[i] ?? 0));
    };
    expect(Math.min(...places(25))).toBeLessThan(CROWD.gap);
    expect(Math.min(...places(4000).slice(1, -1))).toBeGreaterThanOrEqual(CROWD.gap);
  });

  it('is what trying everything finds', () => {
    fc.assert(
      fc.property(timelines, rooms, fc.array(fc.nat(199), { maxLength: 20 }), (story, made, ids) => {
        const room = roomOf(story, made);
        const first = new Set(ids.map((n) => `e${n}`));
        const mine = wholeLevel(levelOf(story, room, first));
        expect(said(mine)).toEqual(said(plainTimeline(story, room, first)));
      }),
      largeRuns(30),
    );
  });

  it('answers for a period with what stands in it or reaches into it, and with what is kept', () => {
    const share = fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e6);
    fc.assert(
      fc.property(timelines, rooms, share, share, fc.nat(199), (story, made, a, b, n) => {
        const room = roomOf(story, made);
        const level = levelOf(story, room);
        const all = wholeLevel(level);
        const [t0, t1] = [timeAt(room.warp, Math.min(a, b)), timeAt(room.warp, Math.max(a, b))];
        const stands = ({ t }: { t: number }) => t >= t0 && t < t1;
        const kept = new Set([`e${n}`, ...all.clusters.slice(n % 7, (n % 7) + 1).map(({ id }) => id)]);
        const seen = timelineIn(level, [t0, t1], kept);
        expect(seen.shown).toEqual(
          all.shown.filter(
            ({ event }) => stands(event) || (event.t0 < t1 && event.t1 > t0) || kept.has(event.id),
          ),
        );
        const counts = (clusters: readonly Cluster[]) => clusters.map(({ id }) => id).sort();
        expect(counts(seen.clusters)).toEqual(
          counts(all.clusters.filter((cluster) => stands(cluster) || kept.has(cluster.id))),
        );
      }),
      largeRuns(60),
    );
  });

  it.each(['en', 'fr'])('shows or counts every event of the bundled story once (%s)', (locale) => {
    const story = bundled(locale);
    const firsts = fc.subarray(
      story.events.map(({ id }) => id),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(rooms, firsts, (room, first) => check(story, room, new Set(first))),
      largeRuns(40),
    );
  });

  it('does so in any story', () => {
    fc.assert(
      fc.property(timelines, rooms, fc.array(fc.nat(199), { maxLength: 20 }), (story, room, first) =>
        check(story, room, new Set(first.map((n) => `e${n}`))),
      ),
      largeRuns(50),
    );
  });

  it('shows no less at a closer level, and all of the bundled story at the closest', () => {
    const story = bundled('en');
    const count = (level: number) =>
      wholeLevel(levelOf(story, roomOf(story, { even: false, length: 1200, level }))).clusters.length;
    expect(count(0)).toBeGreaterThan(0);
    expect(count(14)).toBe(0);
  });

  it('gives each thread a lane in order, and one more to the life of the group if it has events', () => {
    fc.assert(
      fc.property(timelines, rooms, (story, room) => {
        const { lanes } = wholeLevel(levelOf(story, roomOf(story, room)));
        const own = story.events.some(({ threads }) => threads.length === 0);
        expect(lanes.map(({ id }) => id)).toEqual([
          ...story.threads.map(({ id }) => id),
          ...(own ? [null] : []),
        ]);
        expect(lanes.map(({ row }) => row)).toEqual(lanes.map((_, i) => i));
      }),
      largeRuns(15),
    );
  });
});
