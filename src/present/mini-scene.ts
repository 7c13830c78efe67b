/** A step as a small still: lanes and dots, or ribbons and nodes, in its period; no words. Pure. */
import { layoutFlow, orderFlow } from '@/flow/layout';
import { flowScene } from '@/flow/scene';
import { NEUTRAL, commonColour, threadColour } from '@/story/colours';
import type { Story, StoryStep } from '@/story/story';
import type { Trace } from '@/story/trace';
import { makeAxis } from '@/viewport/axis';
import type { Warp } from '@/time/warp';

/** Its size, in units of its own: large enough for the layout’s gaps to be small; it is drawn at any size. */
export const MINI = { width: 480, height: 270 };
export const EDGE = 18;

interface Part {
  id: string;
  /** Custom property of its colour. */
  colour: string;
  /** Whether it is of the step: all is where the step follows nothing. */
  lit: boolean;
}
export interface MiniScene {
  lanes: (Part & { y: number; from: number })[];
  dots: (Part & { x: number; y: number; chosen: boolean })[];
  ribbons: (Part & { d: string; inferred: boolean })[];
  nodes: (Part & { x: number; y: number; width: number; height: number })[];
  /** Where chapters meet. */
  borders: number[];
}

/** `window`: the period of the step, ms UTC; `trace`: what it follows, null for nothing. */
export function miniScene(
  story: Story,
  step: StoryStep,
  window: readonly [number, number],
  warp: Warp,
  trace: Trace | null,
): MiniScene {
  const axis = makeAxis(warp, window, MINI.width);
  const borders = story.chapters.slice(1).map(({ t0 }) => axis.along(t0));
  const seen = borders.filter((x) => x > 0 && x < MINI.width);
  const empty: MiniScene = { lanes: [], dots: [], ribbons: [], nodes: [], borders: seen };
  if (step.part === 'flow') {
    const height = MINI.height - 2 * EDGE;
    const layout = layoutFlow(story, false, { height, labelSize: () => 4 }, orderFlow(story, false));
    const { ribbons, nodes } = flowScene(story, layout, axis, new Set());
    return {
      ...empty,
      ribbons: ribbons.map(({ link, d, centre }) => ({
        ...{ id: link.id, inferred: link.inferred, d: link.inferred ? centre : d },
        colour: threadColour(story, link.threads[0]),
        lit: trace === null || trace.links.has(link.id),
      })),
      nodes: nodes.map(({ node, x, y, width, height: high }) => ({
        ...{ id: node.id, x, y, width, height: Math.max(high, 6) },
        colour: node.threads.length === 1 ? commonColour(story, node.threads) : '--ink',
        lit: trace === null || trace.nodes.has(node.id),
      })),
    };
  }
  const own = story.events.some(({ threads }) => threads.length === 0);
  const rows = [...story.threads.map(({ id }): string | null => id), ...(own ? [null] : [])];
  const apart = (MINI.height - 2 * EDGE) / Math.max(rows.length, 1);
  const yOf = (row: number) => EDGE + (row + 0.5) * apart;
  return {
    ...empty,
    lanes: rows.map((id, row) => ({
      id: id ?? 'group',
      y: yOf(row),
      from: Math.max(0, axis.along(story.threads[row]?.since ?? story.t0)),
      colour: id === null ? NEUTRAL : threadColour(story, id),
      lit: trace === null || (id !== null && trace.threads.has(id)),
    })),
    dots: story.events
      .filter(({ t }) => t >= window[0] && t < window[1])
      .flatMap((event) =>
        (event.threads.length > 0 ? event.threads : [null]).map((thread) => ({
          id: `${event.id} ${thread ?? ''}`,
          x: axis.along(event.t),
          y: yOf(rows.indexOf(thread)),
          colour: thread === null ? NEUTRAL : threadColour(story, thread),
          lit: trace === null || trace.events.has(event.id),
          chosen: event.id === step.select,
        })),
      ),
  };
}
