/** How links become layers of pieces. Does not prove that columns stand at their dates: the data check sees to that. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, flows, largeRuns, storyOf } from '../../tests/fixtures/stories';
import type { Story } from '@/story/story';
import { layeredGraph, sum } from './graph';

function check(story: Story, withOthers: boolean): void {
  const { layers, chains, vertices } = layeredGraph(story, withOthers);
  const column = new Map(story.columns.map(({ id }, i) => [id, i]));
  const drawn = story.nodes.filter(({ offstage }) => withOthers || !offstage);
  expect([...vertices.keys()].sort()).toEqual(drawn.map(({ id }) => id).sort());
  for (const vertex of vertices.values()) {
    expect(vertex.layer).toBe(column.get(vertex.node?.column ?? ''));
    expect(layers[vertex.layer]).toContain(vertex);
    expect(vertex.weight).toBe(Math.max(sum(vertex.ins), sum(vertex.outs)));
  }
  const explicit = story.links.filter(
    ({ source, target, inferred, weight }) =>
      !inferred && weight > 0 && vertices.has(source) && vertices.has(target),
  );
  expect([...chains.keys()].sort()).toEqual(explicit.map(({ id }) => id).sort());
  for (const link of explicit) {
    const chain = chains.get(link.id) ?? [];
    expect(chain[0]?.id).toBe(link.source);
    expect(chain.at(-1)?.id).toBe(link.target);
    chain.forEach((vertex, i) => {
      expect(vertex.layer).toBe((chain[0]?.layer ?? NaN) + i);
      expect(vertex.node === null).toBe(i > 0 && i < chain.length - 1);
      const next = chain[i + 1];
      if (next) expect(vertex.outs.filter((p) => p.to === next && p.link === link)).toHaveLength(1);
    });
  }
}

describe('layeredGraph', () => {
  it.each([true, false])('draws every link of the bundled story (the other meetings: %s)', (withOthers) => {
    check(bundled('en'), withOthers);
  });

  it('gives every stated link a chain from layer to layer, in any story', () => {
    fc.assert(fc.property(flows, fc.boolean(), check), largeRuns(60));
  });

  it('draws nothing of nothing, and a node alone', () => {
    expect(layeredGraph(storyOf({}), true).layers).toEqual([]);
    const columns = [{ id: 'c', label: '', t: 0, undated: false, strong: false }];
    const node = { id: 'n', column: 'c', t: 0, dated: null, label: '', threads: [], offstage: false };
    const graph = layeredGraph(storyOf({ columns, nodes: [node] }), true);
    expect(graph.layers).toHaveLength(1);
    expect(graph.vertices.get('n')?.weight).toBe(0);
  });

  it('leaves out links that run backward or to themselves, so that there can be no cycle', () => {
    const columns = ['a', 'b'].map((id, t) => ({ id, label: '', t, undated: false, strong: false }));
    const nodes = columns.map(({ id, t }) => ({
      ...{ id: `n${id}`, column: id, t, dated: null, label: '', threads: [], offstage: false },
    }));
    const link = (id: string, source: string, target: string) => ({
      ...{ id, source, target, threads: [], weight: 2, inferred: false },
    });
    const links = [link('ab', 'na', 'nb'), link('ba', 'nb', 'na'), link('aa', 'na', 'na')];
    expect([...layeredGraph(storyOf({ columns, nodes, links }), true).chains.keys()]).toEqual(['ab']);
  });
});
