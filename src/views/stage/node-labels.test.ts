/**
 * Names of nodes never touch each other, another node or the edge. Words are measured by a fixed width a letter: a
 * green run does not prove that the browser draws them no wider, nor that all names that could fit are shown.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, flows, freeze, letters, largeRuns } from '../../../tests/fixtures/stories';
import { inside, LINE, overlap, type Box } from '@/layout/text-box';
import type { Story } from '@/story/story';
import { storyWarp, timeAt } from '@/time/warp';
import { makeAxis } from '@/viewport/axis';
import { labelNodes } from './node-labels';
import { layoutFlow, type FlowLayout } from '@/flow/layout';
import { flowScene } from '@/flow/scene';

const NOTHING: ReadonlySet<string> = new Set();
const measure = letters(7);
const views = fc.record({
  length: fc.integer({ min: 300, max: 1800 }),
  height: fc.constantFrom<number[]>(200, 360, 800),
  from: fc.integer({ min: 0, max: 900 }).map((n) => n / 1000),
  part: fc.integer({ min: 10, max: 1000 }).map((n) => n / 1000),
  others: fc.boolean(),
});
type View = typeof views extends fc.Arbitrary<infer T> ? T : never;

/** Layouts do not depend on the window: each is made once. */
const known = new WeakMap<Story, Map<string, FlowLayout>>();
function laidOut(story: Story, others: boolean, height: number): FlowLayout {
  const layouts = known.get(story) ?? new Map<string, FlowLayout>();
  known.set(story, layouts);
  const key = `${others} ${height}`;
  const layout = layouts.get(key) ?? freeze(layoutFlow(story, others, { height, labelSize: () => 30 }));
  layouts.set(key, layout);
  return layout;
}

function draw(story: Story, { length, height, from, part, others }: View) {
  const warp = storyWarp(story.chapters);
  const to = Math.min(from + part, 1);
  const axis = makeAxis(warp, [timeAt(warp, from), timeAt(warp, to)], length);
  const layout = laidOut(story, others, height);
  const scene = flowScene(story, layout, axis, NOTHING);
  const stage: Box = freeze({ x0: 0, y0: -2, x1: length + 8, y1: height + 6 });
  return { scene, stage };
}

function check(story: Story, view: View, chosen: number, silent: boolean): void {
  const { scene, stage } = draw(story, view);
  const first = scene.nodes[chosen % Math.max(scene.nodes.length, 1)];
  const labels = labelNodes(
    freeze(scene.nodes),
    stage,
    (mark) => (mark === first ? -1 : silent ? null : 1),
    measure,
  );
  const boxes = labels.map(({ id, lines, x, y, end, strong }): Box & { id: string } => {
    const style = strong ? 'strong' : 'label';
    const width = Math.max(...lines.map((line) => measure(line, style)));
    const y0 = y - LINE[style] * 0.76;
    return { id, x0: end ? x - width : x, x1: end ? x : x + width, y0, y1: y0 + lines.length * LINE[style] };
  });
  expect(boxes.filter((box) => !inside(box, stage))).toEqual([]);
  const touching = boxes.filter((a, i) => boxes.slice(0, i).some((b) => overlap(a, b)));
  expect(touching).toEqual([]);
  const marks = scene.nodes.map(({ node, x, y, width, height }) => ({
    ...{ id: node.id, x0: x, y0: y, x1: x + width, y1: y + height },
  }));
  const over = boxes.filter((box) => marks.some((mark) => mark.id !== box.id && overlap(box, mark)));
  expect(over).toEqual([]);
  const names = new Map(story.nodes.map(({ id, label }) => [id, label]));
  for (const { id, lines } of labels) expect(lines.join(' ')).toBe(names.get(id));
  if (silent) expect(labels.filter(({ id }) => id !== first?.node.id)).toEqual([]);
  // The chosen one has its name wherever it would have it on a stage without other names.
  const alone = labelNodes(scene.nodes, stage, (mark) => (mark === first ? -1 : null), measure);
  expect(labels.find(({ id }) => id === first?.node.id)).toEqual(alone[0]);
}

describe('labelNodes', () => {
  it.each(['en', 'fr'])(
    'keeps names apart and whole in the bundled story (%s), the chosen one first',
    (locale) => {
      const story = bundled(locale);
      fc.assert(
        fc.property(views, fc.nat(40), fc.boolean(), (view, chosen, silent) =>
          check(story, view, chosen, silent),
        ),
        largeRuns(40),
      );
    },
  );

  it('does so in any story', () => {
    fc.assert(fc.property(flows, views, fc.nat(40), fc.boolean(), check), largeRuns(50));
  });

  it('names most of what the bundled story shows on a laptop', () => {
    const { scene, stage } = draw(bundled('en'), {
      length: 1250,
      height: 380,
      from: 0,
      part: 1,
      others: false,
    });
    const labels = labelNodes(scene.nodes, stage, (mark) => (mark.strong ? 0 : 1), measure);
    expect(labels.length).toBeGreaterThan(scene.nodes.length / 2);
  });
});
