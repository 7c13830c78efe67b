/** What a finger means: the nearest mark. Does not prove that a tap in the browser comes to the same point. */
import { describe, expect, it } from 'vitest';
import { bundled } from '../../../tests/fixtures/stories';
import { layoutFlow } from '@/flow/layout';
import { placeFlow, type FlowScene } from '@/flow/scene';
import { ribbonAcross } from '@/layout/ribbon';
import { storyWarp } from '@/time/warp';
import { makeAxis } from '@/viewport/axis';
import { nearestMark } from './hit';

const story = bundled('en');
const layout = layoutFlow(story, false, { height: 358, labelSize: () => 26 });
const axis = makeAxis(storyWarp(story.chapters), [story.t0, story.t1], 1600);
const scene = placeFlow(story, layout, axis, 'down');

describe('the nearest mark', () => {
  it('is the node on whose bar the finger is, or just beside it', () => {
    for (const { node, x, y, width, height } of scene.nodes)
      for (const [dx, dy] of [
        [0, 0],
        [0, 14],
        [0, -14],
      ] as const)
        expect(nearestMark(scene, x + width / 2 + dx, y + height / 2 + dy)).toBe(node.id);
  });

  it('is every ribbon somewhere, and a ribbon alone within 12 px of its line', () => {
    const found = new Set<string | null>();
    for (const { start, end, way } of scene.ribbons)
      for (let y = start + 20; y < end - 20; y += 3)
        found.add(nearestMark(scene, ribbonAcross(way, y) ?? NaN, y));
    expect(scene.ribbons.filter(({ link }) => !found.has(link.id)).map(({ link }) => link.id)).toEqual([]);
    const ribbon = scene.ribbons[0] as FlowScene['ribbons'][number];
    const thin = { nodes: [], ribbons: [{ ...ribbon, thickness: 1 }] };
    const y = (ribbon.start + ribbon.end) / 2;
    const x = ribbonAcross(ribbon.way, y) ?? NaN;
    for (const off of [-12, -6, 0, 6, 12]) expect(nearestMark(thin, x + off, y)).toBe(ribbon.link.id);
    expect(nearestMark(thin, x + 40, y)).toBeNull();
    expect(nearestMark(thin, x, ribbon.end + 40)).toBeNull();
  });

  it('is none where nothing is', () => {
    expect(nearestMark({ nodes: [], ribbons: [] }, 10, 10)).toBeNull();
  });
});
