/**
 * Where the keys lead in the flow of a page: everywhere, and back. Does not prove that keys and focus follow:
 * tests/e2e/phone-flow.spec.ts presses them.
 */
import { describe, expect, it } from 'vitest';
import { bundled } from '../../../tests/fixtures/stories';
import { layoutFlow } from '@/flow/layout';
import { stepFlow, walkFlow, type Move, type Step, type Stops } from './walk';

const MOVES: Move[] = ['left', 'right', 'up', 'down', 'first', 'last'];
const OPPOSITES = [
  ['left', 'right'],
  ['right', 'left'],
  ['up', 'down'],
  ['down', 'up'],
] as const;

function stopsOf(withOthers: boolean): Stops {
  const story = bundled('en');
  const layout = layoutFlow(story, withOthers, { height: 358, labelSize: () => 26 });
  return {
    nodes: layout.nodes.map(({ id, layer, across }) => ({ id, layer, across })),
    links: layout.links.map(({ id, way }) => {
      const link = story.links.find((each) => each.id === id);
      return { id, source: link?.source ?? '', target: link?.target ?? '', across: way.at(-1)?.across ?? 0 };
    }),
  };
}

describe.each([false, true])('walking the flow of a page (others: %s)', (withOthers) => {
  const stops = stopsOf(withOthers);
  const all = [...stops.nodes, ...stops.links].map(({ id }) => id);

  it('reaches every node and ribbon from the first stop, and nothing else', () => {
    const reached = new Set([walkFlow(stops, null, 'down') ?? '']);
    for (const id of reached)
      for (const move of MOVES) {
        const next = walkFlow(stops, id, move);
        if (next !== null) reached.add(next);
      }
    expect([...reached].sort()).toEqual([...all].sort());
  });

  it('undoes every move by its opposite', () => {
    const stuck: unknown[] = [];
    for (const id of all)
      for (const [move, opposite] of OPPOSITES) {
        const there = stepFlow(stops, [], id, move);
        if (there.id === null) continue;
        const back = stepFlow(stops, there.steps, there.id, opposite);
        if (back.id !== id || back.steps.length > 0) stuck.push([id, move, there.id, back.id]);
      }
    expect(stuck).toEqual([]);
  });

  it('remembers a long way, so that each step of it can be gone back', () => {
    let id: string | null = 'n-founding';
    let steps: readonly Step[] = [];
    const went = [id];
    for (const move of ['down', 'down', 'down', 'right', 'down', 'right', 'last'] as Move[]) {
      const next = stepFlow(stops, steps, id, move);
      if (next.id === null) continue;
      [id, steps] = [next.id, next.steps];
      went.push(id);
    }
    expect(steps.map(({ from }) => from)).toEqual(went.slice(0, -1));
    expect(steps.length).toBeGreaterThan(5);
  });
});

it('leads nowhere where there is nothing', () => {
  for (const move of MOVES) expect(walkFlow({ nodes: [], links: [] }, null, move)).toBeNull();
});
