/** The flow in px for one frame: layout × axis, culled to the stage. x runs along time, y across; `marks` turns them. */
import { drawnAt, type Axis } from '@/viewport/axis';
import { centrePath, ribbonPath, type Waypoint } from '@/layout/ribbon';
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
}

export interface FlowScene {
  nodes: NodeMark[];
  ribbons: RibbonMark[];
}

export const NODE_WIDTH = 9;

/** `kept`: ids that stay drawn off the stage too (the focused mark must not vanish under the reader). */
export function flowScene(
  story: Story,
  layout: FlowLayout,
  axis: Axis,
  kept: ReadonlySet<string>,
): FlowScene {
  const things = new Map(story.nodes.map((node) => [node.id, node]));
  const strong = new Set(story.columns.flatMap((column) => (column.strong ? [column.id] : [])));
  const links = new Map(story.links.map((link) => [link.id, link]));
  const placed = new Map(layout.nodes.map((node) => [node.id, node]));
  const bands = layout.spans.map((span) => span && { in: axis.along(span.t0), out: axis.along(span.t1) });
  const visible = (x0: number, x1: number) => x1 >= -NODE_WIDTH && x0 <= axis.length + NODE_WIDTH;

  const nodes: NodeMark[] = [];
  for (const { id, t, across, size } of layout.nodes) {
    const node = things.get(id);
    const x = axis.along(t);
    if (node && (visible(x, x) || kept.has(id))) {
      nodes.push({
        node,
        strong: strong.has(node.column),
        x: drawnAt(axis, x - NODE_WIDTH / 2),
        y: across,
        width: NODE_WIDTH,
        height: size,
      });
    }
  }
  const ribbons: RibbonMark[] = [];
  for (const { id, thickness, way } of layout.links) {
    const link = links.get(id);
    const source = link && placed.get(link.source);
    const target = link && placed.get(link.target);
    if (!link || !source || !target) continue;
    const start = axis.along(source.t) + NODE_WIDTH / 2;
    const end = Math.max(axis.along(target.t) - NODE_WIDTH / 2, start);
    if (!visible(start, end) && !kept.has(id)) continue;
    const points = waypoints(way, bands, start, end).map((point) => ({
      in: drawnAt(axis, point.in),
      out: drawnAt(axis, point.out),
      across: point.across,
    }));
    ribbons.push({ link, d: ribbonPath(points, thickness), centre: centrePath(points), thickness });
  }
  return { nodes, ribbons };
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
