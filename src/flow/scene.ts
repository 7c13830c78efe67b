/**
 * The flow in px for one frame: layout × axis, culled to what is in view. Time runs right or down: the one scene is
 * the other with x and y in each other’s place.
 */
import { drawnAt, type Axis } from '@/viewport/axis';
import { centrePath, ribbonPath, type Orientation, type Waypoint } from '@/layout/ribbon';
import type { FlowLink, FlowNode, Story } from '@/story/story';
import type { FlowLayout } from './layout';

export interface NodeMark {
  node: FlowNode;
  /** Its column carries the story. */
  strong: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface RibbonMark {
  link: FlowLink;
  d: string;
  /** The centre line: the hairline of an inferred link, and everybody's hit area. */
  centre: string;
  thickness: number;
  way: readonly Waypoint[];
  /** Of its two ends, px along the axis. */
  start: number;
  end: number;
}

export interface FlowScene {
  nodes: readonly NodeMark[];
  ribbons: readonly RibbonMark[];
}

/** px of a node along the axis. */
export const NODE_WIDTH = 9;

/** Places every mark; the same for all windows of one zoom. */
export function placeFlow(
  story: Story,
  layout: FlowLayout,
  axis: Axis,
  orientation: Orientation = 'right',
): FlowScene {
  const things = new Map(story.nodes.map((node) => [node.id, node]));
  const strong = new Set(story.columns.flatMap((column) => (column.strong ? [column.id] : [])));
  const links = new Map(story.links.map((link) => [link.id, link]));
  const placed = new Map(layout.nodes.map((node) => [node.id, node]));
  const put = (t: number) => drawnAt(axis, axis.along(t));
  const bands = layout.spans.map((span) => span && { in: put(span.t0), out: put(span.t1) });

  const nodes = layout.nodes.flatMap(({ id, t, across, size }): NodeMark[] => {
    const node = things.get(id);
    if (!node) return [];
    const along = put(t) - NODE_WIDTH / 2;
    const box =
      orientation === 'right'
        ? { x: along, y: across, width: NODE_WIDTH, height: size }
        : { x: across, y: along, width: size, height: NODE_WIDTH };
    return [{ node, strong: strong.has(node.column), ...box }];
  });
  const ribbons = layout.links.flatMap(({ id, thickness, way }): RibbonMark[] => {
    const link = links.get(id);
    const source = link && placed.get(link.source);
    const target = link && placed.get(link.target);
    if (!link || !source || !target) return [];
    const start = put(source.t) + NODE_WIDTH / 2;
    const end = Math.max(put(target.t) - NODE_WIDTH / 2, start);
    const points = waypoints(way, bands, start, end);
    const d = ribbonPath(points, thickness, orientation);
    return [{ link, d, centre: centrePath(points, orientation), thickness, way: points, start, end }];
  });
  return { nodes, ribbons };
}

/**
 * The frame: what of it is in view, or within `reach` (px as drawn). `kept`: ids that stay drawn off the stage too, so
 * that focus is never lost.
 */
export function flowScene(
  story: Story,
  layout: FlowLayout,
  axis: Axis,
  kept: ReadonlySet<string>,
  marks?: FlowScene,
  orientation: Orientation = 'right',
  [from, to]: readonly [number, number] = [axis.shift - NODE_WIDTH, axis.shift + axis.length + NODE_WIDTH],
): FlowScene {
  const inView = ({ x, y }: NodeMark) => {
    const along = orientation === 'right' ? x : y;
    return along + NODE_WIDTH > from && along < to;
  };
  const placed = marks ?? placeFlow(story, layout, axis, orientation);
  return {
    nodes: placed.nodes.filter((mark) => inView(mark) || kept.has(mark.node.id)),
    ribbons: placed.ribbons.filter(({ link, start, end }) => (end > from && start < to) || kept.has(link.id)),
  };
}

/** Passes skipped columns level with their nodes, and never runs backward. */
function waypoints(
  way: FlowLayout['links'][number]['way'],
  bands: readonly ({ in: number; out: number } | null)[],
  start: number,
  end: number,
): Waypoint[] {
  return way.map(({ layer, across }, i) => {
    if (i === 0) return { in: start, out: start, across };
    if (i === way.length - 1) return { in: end, out: end, across };
    const band = bands[layer] ?? { in: start, out: start };
    const clamp = (x: number) => Math.min(Math.max(x, start), end);
    return { in: clamp(band.in - NODE_WIDTH), out: clamp(band.out + NODE_WIDTH), across };
  });
}
