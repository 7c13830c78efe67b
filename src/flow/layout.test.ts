/**
 * The laws of the flow across the direction of time. Does not prove that ribbons read well where they bend, nor
 * that the browser draws what is laid out.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, flows, largeRuns, storyOf } from '../../tests/fixtures/stories';
import type { Story } from '@/story/story';
import { countCrossings, orderLayers } from './order';
import { layeredGraph } from './graph';
import { layoutFlow, orderFlow, recordOrder, type FlowLayout } from './layout';

const EPS = 1e-6;
const heights = fc.integer({ min: 200, max: 900 });
const lay = (story: Story, withOthers: boolean, height: number) =>
  layoutFlow(story, withOthers, { height, labelSize: ({ label }) => (label.length > 18 ? 30 : 15) });

/** Ends of ranges that share a px, or leave [from, to]. */
function collisions(ranges: readonly (readonly [number, number])[], from: number, to: number): unknown[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const found: unknown[] = sorted.filter(([a, b]) => !(a >= from - EPS && b <= to + EPS));
  sorted.forEach(([a], i) => {
    const before = sorted[i - 1];
    if (before && before[1] > a + EPS) found.push([before, sorted[i]]);
  });
  return found;
}

function check(story: Story, height: number, layout: FlowLayout): void {
  const links = new Map(story.links.map((link) => [link.id, link]));
  const placed = new Map(layout.nodes.map((node) => [node.id, node]));
  const layers = new Set(layout.nodes.map(({ layer }) => layer));
  for (const layer of layers) {
    const nodes = layout.nodes.filter((node) => node.layer === layer);
    expect(
      collisions(
        nodes.map(({ across, size }) => [across, across + size]),
        0,
        height,
      ),
    ).toEqual([]);
  }
  const wrong = layout.links.filter(({ id, thickness, inferred, way }) => {
    const link = links.get(id);
    return (
      thickness !== (inferred ? 0 : (link?.weight ?? NaN) * layout.unit) ||
      way[0]?.layer !== placed.get(link?.source ?? '')?.layer ||
      way.at(-1)?.layer !== placed.get(link?.target ?? '')?.layer ||
      way.some(({ across }) => !Number.isFinite(across))
    );
  });
  expect(wrong).toEqual([]);
  const outside: unknown[] = [];
  const twisted: string[] = [];
  for (const node of layout.nodes)
    for (const end of ['source', 'target'] as const) {
      const ports = layout.links.flatMap(({ id, thickness, inferred, way }) => {
        const across = (end === 'source' ? way[0] : way.at(-1))?.across ?? NaN;
        return !inferred && links.get(id)?.[end] === node.id
          ? [[across - thickness / 2, across + thickness / 2] as const]
          : [];
      });
      outside.push(...collisions(ports, node.across, node.across + node.size));
      // Ribbons leave a node in the order of where they go next, and so do not cross at its door.
      const ways = layout.links
        .filter(({ id, inferred }) => !inferred && links.get(id)?.[end] === node.id)
        .map(({ way }) => (end === 'source' ? way.slice(0, 2) : way.slice(-2).reverse()))
        .sort(([a], [b]) => (a?.across ?? 0) - (b?.across ?? 0));
      const next = ways.map(([, there]) => there?.across ?? NaN);
      if (next.some((there, i) => there < (next[i - 1] ?? there))) twisted.push(node.id);
    }
  expect(outside).toEqual([]);
  expect(twisted).toEqual([]);
}

describe('a stored order', () => {
  const placed = (story: Story, withOthers: boolean) => {
    const { graph, crossings } = orderFlow(story, withOthers);
    return { crossings, layers: graph.layers.map((layer) => layer.map(({ id }) => id)) };
  };

  it('is what would be found, and no other: of a part of its story the order is found anew', () => {
    fc.assert(
      fc.property(flows, fc.boolean(), fc.nat(), (story, withOthers, n) => {
        const stored = { ...story, order: recordOrder(story) };
        expect(placed(stored, withOthers)).toEqual(placed(story, withOthers));
        const links = story.links.filter((_, i) => i !== n % Math.max(story.links.length, 1));
        expect(placed({ ...stored, links }, withOthers)).toEqual(placed({ ...story, links }, withOthers));
      }),
      largeRuns(40),
    );
  });
});

describe('layoutFlow', () => {
  it('keeps nodes apart and inside, and ribbons within their nodes, in the bundled story at any height', () => {
    for (const locale of ['en', 'fr'])
      for (const others of [true, false])
        for (const height of [200, 330, 540, 900])
          check(bundled(locale), height, lay(bundled(locale), others, height));
  });

  it('does so in any story', () => {
    fc.assert(
      fc.property(flows, fc.boolean(), heights, (story, others, height) => {
        check(story, height, lay(story, others, height));
      }),
      largeRuns(40),
    );
  });

  it('draws each node once, and each link whose ends are drawn', () => {
    fc.assert(
      fc.property(flows, fc.boolean(), (story, others) => {
        const layout = lay(story, others, 500);
        const nodes = story.nodes.filter(({ offstage }) => others || !offstage).map(({ id }) => id);
        expect(layout.nodes.map(({ id }) => id).sort()).toEqual(nodes.sort());
        const links = story.links.filter(
          ({ source, target }) => nodes.includes(source) && nodes.includes(target),
        );
        expect(layout.links.map(({ id }) => id).sort()).toEqual(links.map(({ id }) => id).sort());
      }),
      largeRuns(30),
    );
  });

  it('says how many crossings are left', () => {
    const story = bundled('en');
    const graph = layeredGraph(story, true);
    const threads = story.threads.map(({ id }) => id);
    expect(lay(story, true, 600).crossings).toBe(orderLayers(graph, threads));
    expect(lay(story, true, 600).crossings).toBe(countCrossings(graph.layers));
  });

  it('lays out nothing, and a node alone in the middle', () => {
    expect(lay(storyOf({}), true, 300)).toMatchObject({ nodes: [], links: [], spans: [], crossings: 0 });
    const columns = [{ id: 'c', label: '', t: 5, undated: false, strong: false }];
    const node = { id: 'n', column: 'c', t: 5, dated: null, label: '', threads: [], offstage: false };
    const [only] = lay(storyOf({ columns, nodes: [node] }), true, 300).nodes;
    expect((only?.across ?? NaN) + (only?.size ?? NaN) / 2).toBe(150);
  });
});
