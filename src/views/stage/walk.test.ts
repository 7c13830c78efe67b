/**
 * Where the keys lead over the bundled story: everywhere, and back. Does not prove that keys, focus and camera
 * follow: tests/e2e presses them.
 */
import { describe, expect, it } from 'vitest';
import { bundled } from '../../../tests/fixtures/stories';
import { storyWarp } from '@/time/warp';
import { layoutFlow } from '@/flow/layout';
import { layoutTimeline } from './timeline/layout';
import { summitRows, walk, type Move, type Walkable } from './walk';

const story = bundled('en');
const MOVES: Move[] = ['left', 'right', 'up', 'down', 'first', 'last', 'cross'];

/** The stops of the whole story at a level, and where each stands. */
function stopsAt(level: number, withOthers: boolean) {
  const warp = storyWarp(story.chapters);
  const timeline = layoutTimeline(story, { warp, length: 1200, level }, new Set());
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
  const middle = (story.t0 + story.t1) / 2;
  const go = (from: string | null, ...moves: Move[]): string | null =>
    moves.reduce((id, move) => walk(stops, id, move, middle, (each) => times.get(each) ?? 0), from);
  return { stops, go, timeline };
}
const all = ({ upper, nodes, links }: Walkable) => [...upper, ...nodes, ...links].map(({ id }) => id);

describe.each([0, 2, 5, 9])('walking at level %i', (level) => {
  const { stops, go, timeline } = stopsAt(level, level > 2);

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
  it('leads nowhere, and nowhere else than to what is there', () => {
    for (const move of MOVES) {
      expect(walk(nothing, null, move, 0, () => 0)).toBeNull();
      expect(walk(one, 'gone', move, 0, () => 0)).toBe('n');
      expect(walk(one, 'n', move, 0, () => 0)).toBe(move === 'first' || move === 'last' ? 'n' : null);
    }
  });
});
