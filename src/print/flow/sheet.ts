/**
 * The flow on one sheet: columns side by side in the order of their dates, each with the room its words need, for
 * paper cannot be zoomed. Pure; px from the top left of the drawing.
 */
import { layoutFlow, orderFlow } from '@/flow/layout';
import { NODE_WIDTH, placeFlow, type NodeMark, type RibbonMark } from '@/flow/scene';
import type { Box } from '@/layout/text-box';
import type { Column, FlowLink, FlowNode, Story } from '@/story/story';
import type { Warp } from '@/time/warp';
import { makeAxis } from '@/viewport/axis';
import { placeTags, type Tag } from './place-tags';

/** px of the words of a node, which stand right of it; and between the words of two. */
export const WORDS = 98;
const AIR = 6;

export interface PlacedName {
  node: FlowNode;
  box: Box;
}
export interface FlowSheetScene {
  nodes: readonly NodeMark[];
  ribbons: readonly RibbonMark[];
  names: readonly PlacedName[];
  /** With the px they have for themselves. */
  headings: readonly { column: Column; x: number; width: number }[];
  tags: readonly Tag[];
  /** px of one fact. */
  unit: number;
}

export interface FlowSheetOptions {
  story: Story;
  width: number;
  height: number;
  /** px of a node’s words. */
  sizeOf: (node: FlowNode) => { width: number; height: number };
  /** What a ribbon is marked with. */
  tagOf: (link: FlowLink) => string;
}

export function flowSheet({ story, width, height, sizeOf, tagOf }: FlowSheetOptions): FlowSheetScene {
  const columns = story.columns.filter(({ id }) =>
    story.nodes.some((node) => node.column === id && !node.offstage),
  );
  const place = new Map(columns.map(({ id }, i) => [id, i]));
  const nodes = story.nodes.map((node) => ({ ...node, t: place.get(node.column) ?? 0 }));
  const flat: Story = { ...story, columns, nodes };
  const room = { height, labelSize: (node: FlowNode) => sizeOf(node).height + AIR };
  const layout = layoutFlow(flat, false, room, orderFlow(flat, false));

  const last = Math.max(columns.length - 1, 1);
  const even = makeAxis(
    columnWarp(columns.map(({ id }) => nodes.filter((node) => node.column === id).length)),
    [0, last],
    width - WORDS - NODE_WIDTH,
  );
  const axis = { ...even, along: (i: number) => even.along(i) + NODE_WIDTH / 2 };
  const drawn = placeFlow(flat, layout, axis);
  const names = drawn.nodes.map((mark): PlacedName => {
    const size = sizeOf(mark.node);
    const y0 = Math.min(Math.max(mark.y + mark.height / 2 - size.height / 2, 0), height - size.height);
    const x0 = mark.x + NODE_WIDTH + 3;
    return { node: mark.node, box: { x0, y0, x1: x0 + size.width, y1: y0 + size.height } };
  });
  const taken = [...names.map(({ box }) => box), ...drawn.nodes.map(boxOf)];
  return {
    nodes: drawn.nodes,
    ribbons: drawn.ribbons,
    names,
    headings: columns.map((column, i) => {
      const x = axis.along(i) - NODE_WIDTH / 2;
      return { column, x, width: (i < last ? axis.along(i + 1) - NODE_WIDTH / 2 : width) - x - AIR };
    }),
    tags: placeTags(drawn.ribbons, taken, tagOf),
    unit: layout.unit,
  };
}

/** Columns by their number: where few words stand the next one may be nearer. */
function columnWarp(counts: readonly number[]): Warp {
  const gaps = counts.slice(1).map((count, i) => (Math.min(count, counts[i] ?? 1) > 3 ? 1.4 : 1));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  let sum = 0;
  const us = gaps.map((gap) => (sum += gap) / total);
  return gaps.length > 0 ? { ts: [...counts.keys()], us: [0, ...us] } : { ts: [0, 1], us: [0, 1] };
}

/** The date in words that all dated nodes of a column share; empty if they have several, or none. */
export function commonDate(
  { nodes }: Pick<Story, 'nodes'>,
  column: string,
  say: (dated: NonNullable<FlowNode['dated']>) => string,
): string {
  const dates = nodes
    .filter((node) => node.column === column && !node.offstage)
    .map(({ dated }) => dated && say(dated));
  const said = new Set(dates);
  return said.size === 1 ? ([...said][0] ?? '') : '';
}

const boxOf = ({ x, y, width, height }: NodeMark): Box => ({ x0: x, y0: y, x1: x + width, y1: y + height });
