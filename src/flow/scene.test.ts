/**
 * The scene of the flow, turned. Does not prove that the stage draws what is placed, nor that ribbons meet their
 * nodes in the browser.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, flows, largeRuns } from '../../tests/fixtures/stories';
import type { Story } from '@/story/story';
import { storyWarp } from '@/time/warp';
import { makeAxis } from '@/viewport/axis';
import { layoutFlow } from './layout';
import { flowScene } from './scene';

const NOTHING: ReadonlySet<string> = new Set();

/** Both scenes of one layout, over a part of the axis. */
function scenes(story: Story, height: number, length: number, share: number) {
  const layout = layoutFlow(story, true, { height, labelSize: () => 20 });
  const warp = storyWarp(story.chapters);
  const axis = makeAxis(warp, [story.t0, story.t0 + (story.t1 - story.t0) * share], length);
  return [
    flowScene(story, layout, axis, NOTHING),
    flowScene(story, layout, axis, NOTHING, undefined, 'down'),
  ] as const;
}
const turned = (d: string) => d.replace(/(-?[\d.]+),(-?[\d.]+)/g, '$2,$1');

describe('the scene of the flow', () => {
  const check = (story: Story, height: number, length: number, share: number) => {
    const [right, down] = scenes(story, height, length, share);
    expect(down.nodes).toEqual(
      right.nodes.map(({ x, y, width, height: size, ...mark }) => ({
        ...mark,
        x: y,
        y: x,
        width: size,
        height: width,
      })),
    );
    expect(down.ribbons).toEqual(
      right.ribbons.map((ribbon) => ({ ...ribbon, d: turned(ribbon.d), centre: turned(ribbon.centre) })),
    );
  };

  it('runs down as it runs to the right, with x and y in each other’s place', () => {
    fc.assert(
      fc.property(
        flows,
        fc.integer({ min: 200, max: 900 }),
        fc.integer({ min: 300, max: 4000 }),
        fc.constantFrom(0.4, 0.9, 1),
        check,
      ),
      largeRuns(40),
    );
  }, 60_000);

  it('does so for the bundled story', () => {
    const story = bundled('en');
    check(story, 328, 1500, 1);
    expect(scenes(story, 328, 1500, 1)[1].ribbons.length).toBe(story.links.length);
  }, 60_000);
});
