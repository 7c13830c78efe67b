/**
 * Where the keys lead, over the bundled story and made-up ones of any size: everywhere, and back. Does not prove that
 * keys, focus and camera follow: tests/e2e presses them.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, flows, largeRuns, timelines } from '../../../tests/fixtures/stories';
import type { Story } from '@/story/story';
import { placeOf, storyWarp } from '@/time/warp';
import { layoutFlow } from '@/flow/layout';
import { indexTimeline } from './timeline/layout';
import { findLevel, wholeLevel } from './timeline/level';
import { goBack, goOn, takenBack, type Trail } from './trail';
import { MOVES, summitRows, walk, type Move, type Times, type Walkable } from './walk';

const bundle = bundled('en');

/** The stops of a whole story at a level, and where each stands. */
function stopsAt(story: Story, level: number, withOthers: boolean, length = 1200) {
  const warp = storyWarp(story.chapters);
  const timeline = wholeLevel(findLevel(indexTimeline(story, warp), { length, level }, new Set()));
  const flow = layoutFlow(story, withOthers, { height: 400, labelSize: () => 30 });
  const links = new Map(story.links.map((link) => [link.id, link]));
  const stops: Walkable = {
    upper: [
      ...timeline.shown.map(({ event, rows }) => ({ id: event.id, t: event.t, rows })),
      ...timeline.clusters.map(({ id, t, row }) => ({ id, t: t + 1, rows: [row] })),
      ...story.summits.map(({ id, t }) => ({ id, t, rows: summitRows })),
    ].sort((a, b) => a.t - b.t),
    nodes: flow.nodes.map(({ id, layer, across, size }) => ({ id, layer, across: across + size / 2 })),
    links: flow.links.map(({ id, way }) => ({
      id,
      source: links.get(id)?.source ?? '',
      target: links.get(id)?.target ?? '',
      across: way.at(-1)?.across ?? 0,
    })),
  };
  const times = new Map([
    ...stops.upper.map(({ id, t }) => [id, t] as const),
    ...flow.nodes.map((n) => [n.id, n.t] as const),
  ]);
  for (const { id, source } of stops.links) times.set(id, times.get(source) ?? 0);
  const where: Times = {
    middle: (story.t0 + story.t1) / 2,
    of: (id) => times.get(id) ?? 0,
    period: (t) =>
      story.chapters.filter((chapter) => chapter.t0 <= t).length + Math.floor(placeOf(warp, t) * 2 ** level),
  };
  const go = (from: string | null, ...moves: Move[]): string | null =>
    moves.reduce((id, move) => walk(stops, id, move, where), from);
  return { stops, go, timeline, where };
}
const all = ({ upper, nodes, links }: Walkable) => [...upper, ...nodes, ...links].map(({ id }) => id);

describe.each([0, 2, 5, 9])('walking at level %i', (level) => {
  const story = bundle;
  const { stops, go, timeline, where } = stopsAt(story, level, level > 2);

  it('reaches every event, count, summit, node and ribbon from the first stop', () => {
    const start = go(null, 'first') as string;
    const reached = new Set([start]);
    for (const id of reached) for (const move of MOVES) reached.add(go(id, move) ?? id);
    expect(all(stops).filter((id) => !reached.has(id))).toEqual([]);
    expect([...reached].filter((id) => !all(stops).includes(id))).toEqual([]);
  });

  it('comes from everywhere back to the first stop', () => {
    const start = go(null, 'first') as string;
    const home = new Set([start]);
    for (let grown = -1; grown !== home.size;) {
      grown = home.size;
      for (const id of all(stops)) if (MOVES.some((move) => home.has(go(id, move) ?? ''))) home.add(id);
    }
    expect(all(stops).filter((id) => !home.has(id))).toEqual([]);
  });

  it('undoes left by right and right by left above the axis', () => {
    const stuck = stops.upper.filter(({ id }) => {
      const [left, right] = [go(id, 'left'), go(id, 'right')];
      return (left !== null && go(left, 'right') !== id) || (right !== null && go(right, 'left') !== id);
    });
    expect(stuck).toEqual([]);
  });

  it('passes all events and counts in time order from Home to End, and all summits in theirs', () => {
    for (const [first, count] of [
      [timeline.shown[0]?.event.id ?? '', timeline.shown.length + timeline.clusters.length],
      [story.summits[0]?.id ?? '', story.summits.length],
    ] as const) {
      const seen = [go(first, 'first') as string];
      for (let next = go(seen[0] ?? null, 'right'); next; next = go(next, 'right')) seen.push(next);
      expect(new Set(seen).size).toBe(count);
      expect(seen.at(-1)).toBe(go(first, 'last'));
    }
  });

  it('turns page by page through the periods, and back through their first stops', () => {
    const summits = new Set(story.summits.map(({ id }) => id));
    for (const row of [
      stops.upper.filter(({ id }) => !summits.has(id)),
      stops.upper.filter(({ id }) => summits.has(id)),
    ]) {
      const firsts = row.filter(({ t }, i) => i === 0 || where.period(t) > where.period(row[i - 1]?.t ?? 0));
      const on = [row[0]?.id ?? ''];
      for (let id = go(on[0] ?? null, 'page-on'); id && id !== on.at(-1); id = go(id, 'page-on')) on.push(id);
      expect(on.slice(0, firsts.length)).toEqual(firsts.map(({ id }) => id));
      const back = [row.at(-1)?.id ?? ''];
      for (let id = go(back[0] ?? null, 'page-back'); id; id = go(id, 'page-back')) back.push(id);
      expect(back.reverse().slice(0, firsts.length)).toEqual(firsts.map(({ id }) => id));
    }
  });

  it('leads down from the lanes to the summits and up from any summit to the lanes', () => {
    const summits = new Set(story.summits.map(({ id }) => id));
    const lost = timeline.shown.filter(({ event }) => {
      const seen = new Set<string>();
      for (let id: string | null = event.id; id && !seen.has(id); id = go(id, 'down')) seen.add(id);
      return ![...seen].some((id) => summits.has(id));
    });
    expect(lost.map(({ event }) => event.id)).toEqual([]);
    const kept = story.summits.filter(({ id }) => summits.has(go(id, 'up') ?? id));
    expect(kept.map(({ id }) => id)).toEqual([]);
  });

  it('undoes up by down and down by up in a column, and among the ribbons of a node', () => {
    const stuck = [...stops.nodes, ...stops.links].filter(({ id }) => {
      const [up, down] = [go(id, 'up'), go(id, 'down')];
      return (up !== null && go(up, 'down') !== id) || (down !== null && go(down, 'up') !== id);
    });
    expect(stuck).toEqual([]);
  });

  it('leads from a node along a ribbon to its other end, and along a ribbon back', () => {
    for (const { id } of stops.nodes) {
      const [out, into] = [go(id, 'right'), go(id, 'left')];
      if (out !== null) expect(go(out, 'left')).toBe(id);
      if (into !== null) expect(go(into, 'right')).toBe(id);
      expect(out === null).toBe(!stops.links.some(({ source }) => source === id));
      expect(into === null).toBe(!stops.links.some(({ target }) => target === id));
    }
    for (const { id, source, target } of stops.links) {
      expect([go(id, 'left'), go(id, 'right')]).toEqual([source, target]);
      for (const beside of [go(id, 'up'), go(id, 'down')])
        if (beside !== null) expect(go(beside, 'left')).toBe(source);
    }
  });

  it('crosses between the halves both ways', () => {
    const upper = new Set(stops.upper.map(({ id }) => id));
    for (const id of all(stops)) {
      const other = go(id, 'cross');
      expect(other === null ? null : upper.has(other)).toBe(!upper.has(id));
    }
  });
});

describe('walking where there is little', () => {
  const nothing: Walkable = { upper: [], nodes: [], links: [] };
  const one: Walkable = { ...nothing, nodes: [{ id: 'n', layer: 0, across: 5 }] };
  const where: Times = { middle: 0, of: () => 0, period: () => 0 };
  it('leads nowhere, and nowhere else than to what is there', () => {
    for (const move of MOVES) {
      expect(walk(nothing, null, move, where)).toBeNull();
      expect(walk(one, 'gone', move, where)).toBe('n');
      expect(walk(one, 'n', move, where)).toBe(move === 'first' || move === 'last' ? 'n' : null);
    }
  });
});

/** Both halves of a made-up story, with summits, at any size and zoom. */
const walkable = fc
  .record({
    above: timelines,
    below: flows,
    summits: fc.boolean(),
    level: fc.integer({ min: 0, max: 12 }),
    length: fc.integer({ min: 200, max: 3000 }),
    others: fc.boolean(),
  })
  .map(({ above, below, summits, level, length, others }) => {
    const { columns, nodes, links } = below;
    // As many as a search through all steps has time for; every n-th, so that all of time stays.
    const events = above.events.filter((_, i) => i % Math.ceil(above.events.length / 50) === 0);
    const story = { ...above, events, columns, nodes, links, summits: summits ? bundle.summits : [] };
    return stopsAt(story, level, others, length);
  });

describe('walking with a memory', () => {
  /** What a key does on the stage: it takes the last step back, or goes on. */
  const press = (go: (id: string, move: Move) => string | null, id: string, trail: Trail, move: Move) => {
    const to = takenBack(trail, id, move) ?? go(id, move);
    return to === null || to === id ? null : { to, trail: goOn(trail, { from: id, to, move }) };
  };
  const UNDO: Partial<Record<Move, Move>> = {
    ...({ left: 'right', right: 'left', up: 'down', down: 'up', cross: 'cross' } as const),
    ...({ 'page-back': 'page-on', 'page-on': 'page-back' } as const),
  };

  it('reaches everything from everywhere', () => {
    fc.assert(
      fc.property(walkable, fc.nat(), ({ stops, go }, seed) => {
        const ids = all(stops);
        const start = ids[seed % Math.max(ids.length, 1)];
        if (start === undefined) return;
        // What a key does hangs on the mark and on the last step, so both are searched.
        const reached = new Set([start]);
        const seen = new Set<string>();
        const queue: { id: string; trail: Trail }[] = [{ id: start, trail: [] }];
        for (const { id, trail } of queue)
          for (const move of MOVES) {
            const next = press(go, id, trail, move);
            const key = JSON.stringify(next?.trail.at(-1));
            if (!next || seen.has(key)) continue;
            seen.add(key);
            reached.add(next.to);
            queue.push({ id: next.to, trail: next.trail.slice(-1) });
          }
        expect(ids.filter((id) => !reached.has(id))).toEqual([]);
      }),
      largeRuns(12),
    );
  }, 60_000);

  it('takes every move back: by its opposite at once, and all of them by Backspace', () => {
    fc.assert(
      fc.property(
        walkable,
        fc.nat(),
        fc.array(fc.constantFrom(...MOVES), { maxLength: 40 }),
        (walked, seed, moves) => {
          const ids = all(walked.stops);
          const start = ids[seed % Math.max(ids.length, 1)];
          if (start === undefined) return;
          let at = { to: start, trail: [] as Trail };
          const way = [start];
          for (const move of moves) {
            const next = press(walked.go, at.to, at.trail, move);
            if (!next) continue;
            const undo = UNDO[move];
            if (undo) expect(press(walked.go, next.to, next.trail, undo)?.to).toBe(at.to);
            way.push(next.to);
            at = next;
          }
          for (const id of way.reverse().slice(1)) {
            const back = goBack(at.trail, at.to, () => true);
            expect(back?.to).toBe(id);
            if (back) at = back;
          }
          expect(goBack(at.trail, at.to, () => true)).toBeNull();
        },
      ),
      largeRuns(40),
    );
  }, 60_000);

  it('skips on its way back what is gone, and forgets what is long ago', () => {
    const step = (from: string, to: string) => ({ from, to, move: 'right' as const });
    const trail = [step('a', 'b'), step('b', 'c'), step('c', 'd')];
    expect(goBack(trail, 'd', (id) => id === 'a')).toEqual({ to: 'a', trail: [] });
    const long = Array.from({ length: 1000 }, (_, i) => step(`${i}`, `${i + 1}`)).reduce(goOn, [] as Trail);
    expect(long.length).toBeLessThan(600);
    expect(long.at(-1)?.to).toBe('1000');
  });
});
