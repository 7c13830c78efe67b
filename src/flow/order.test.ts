/**
 * Crossings of the flow, against the best that a long search found (docs/decisions/08-fewest-crossings.md), and what
 * orders must keep. Does not prove that no better order exists, nor that ribbons are easy to follow.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, flows, freeze, largeRuns } from '../../tests/fixtures/stories';
import type { Story } from '@/story/story';
import { layeredGraph, type Vertex } from './graph';
import { countCrossings, orderLayers } from './order';

const story = bundled('en');
const FORMER = [
  'organized-crime',
  'extremism',
  'synthetic-drugs',
  'cybercrime',
  'migrant-smuggling',
  'child-protection',
  'transnational-repression',
];
const BEST = [
  'synthetic-drugs',
  'organized-crime',
  'extremism',
  'cybercrime',
  'child-protection',
  'transnational-repression',
  'migrant-smuggling',
];
const ids = (layers: readonly (readonly Vertex[])[]) => layers.map((layer) => layer.map(({ id }) => id));
const threadsOf = ({ threads }: Story) => threads.map(({ id }) => id);
const ordered = (of: Story, threads: readonly string[], withOthers: boolean) => {
  const graph = layeredGraph(of, withOthers);
  const crossings = orderLayers(graph, freeze([...threads]));
  return { crossings, layers: graph.layers };
};
const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });

describe('the bundled flow', () => {
  it.each([
    ['without', false],
    ['with', true],
  ])(
    'crosses no more than the best found for an order of the threads, %s the other meetings',
    (_, others) => {
      expect(ordered(story, FORMER, others).crossings).toBeLessThanOrEqual(27);
      expect(ordered(story, BEST, others).crossings).toBeLessThanOrEqual(15);
    },
  );

  it('crosses as it is drawn no more than it did when it was noted', () => {
    expect(ordered(story, threadsOf(story), false).crossings).toBeLessThanOrEqual(15);
    expect(ordered(story, threadsOf(story), true).crossings).toBeLessThanOrEqual(15);
  });

  it('keeps the priorities in the order of the threads', () => {
    for (const threads of [FORMER, BEST, [...BEST].reverse()]) {
      const layer = ordered(story, threads, true).layers.find((each) =>
        each.some(({ id }) => id === 'p-cyber'),
      );
      const own = layer?.flatMap(({ node }) => (node?.threads.length === 1 ? node.threads : []));
      expect(own).toEqual(threads);
    }
  });

  it('comes out the same however the file lists its nodes and links', () => {
    const expected = ids(ordered(story, threadsOf(story), true).layers);
    fc.assert(
      fc.property(shuffled(story.nodes), shuffled(story.links), (nodes, links) => {
        const { layers } = ordered({ ...story, nodes, links }, threadsOf(story), true);
        expect(ids(layers)).toEqual(expected);
      }),
      largeRuns(12),
    );
  });
});

describe('any flow', () => {
  it('keeps each layer’s vertices, and says how many crossings are left', () => {
    fc.assert(
      fc.property(flows, (made) => {
        const before = layeredGraph(made, true);
        const listed = countCrossings(before.layers);
        const { crossings, layers } = ordered(made, threadsOf(made), true);
        expect(ids(layers).map((layer) => layer.sort())).toEqual(
          ids(before.layers).map((layer) => layer.sort()),
        );
        expect(crossings).toBe(crossed(layers));
        expect(countCrossings(layers)).toBe(crossings);
        // Threads may pin a column to an order that costs more than the file’s own.
        if (made.threads.length === 0) expect(crossings).toBeLessThanOrEqual(listed);
      }),
      largeRuns(40),
    );
  });

  it('is freed of all crossings where that is easy', () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 2, max: 6 }), (made, n) => {
        // n chains side by side, listed in any order: none need cross.
        const columns = made.columns.slice(0, 3);
        const at = (i: number, c: number) => `${(i * 7 + c * 5) % 11}-${i}-${c}`;
        const nodes = columns.flatMap(({ id: column, t }, c) =>
          Array.from({ length: n }, (_, i) => ({
            ...{ id: at(i, c), column, t, dated: null, label: '', threads: [], offstage: false },
          })),
        );
        const links = columns.slice(1).flatMap((_, c) =>
          Array.from({ length: n }, (__, i) => ({
            ...{ id: `l${i}-${c}`, source: at(i, c), target: at(i, c + 1) },
            ...{ threads: [], weight: 1, inferred: false },
          })),
        );
        expect(ordered({ ...made, nodes, links }, [], true).crossings).toBe(0);
      }),
      largeRuns(20),
    );
  });
});

/** The same, counted another way: pairs of pieces whose ends stand in opposite order. */
function crossed(layers: readonly (readonly Vertex[])[]): number {
  let count = 0;
  layers.forEach((layer, l) => {
    const next = layers[l + 1] ?? [];
    const pieces = layer.flatMap((vertex, i) => vertex.outs.map(({ to }) => [i, next.indexOf(to)] as const));
    for (const [a, b] of pieces) for (const [c, d] of pieces) if (a < c && b > d) count++;
  });
  return count;
}
