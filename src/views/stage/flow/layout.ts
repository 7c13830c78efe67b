/**
 * The flow across the direction of time: which order, where, how thick. Along the axis everything stays a date;
 * px along come with the scene. Recomputed when the story, the room or what is shown of it changes, never on a zoom.
 */
import type { FlowNode, Story } from '@/story/story';
import { spread } from '@/layout/spread';
import { layeredGraph, sum, type Graph, type Piece, type Vertex } from './graph';
import { orderLayers } from './order';

export interface PlacedNode {
  id: string;
  layer: number;
  /** Time on the axis, ms UTC. */
  t: number;
  /** Start and thickness across, px. */
  across: number;
  size: number;
}

export interface PlacedLink {
  id: string;
  thickness: number;
  inferred: boolean;
  /** Its centre across at each layer from source to target, px. */
  way: { layer: number; across: number; end?: number }[];
}

export interface FlowLayout {
  nodes: PlacedNode[];
  links: PlacedLink[];
  /** First and last date of each layer's nodes (where ribbons run straight), ms UTC; null for an empty layer. */
  spans: ({ t0: number; t1: number } | null)[];
  /** px for one fact. */
  unit: number;
  crossings: number;
}

/** What the flow is laid out into. */
export interface FlowRoom {
  /** px across. */
  height: number;
  /** px the name of a node needs across: nodes are kept that far apart where there is room. */
  labelSize: (node: FlowNode) => number;
}

const MAX_UNIT = 8;
const THINNEST = 3;
const SWEEPS = 32;

/** Lays the flow out from 0 to `room.height`. Pure; `withOthers` adds what went to other meetings. */
export function layoutFlow(story: Story, withOthers: boolean, room: FlowRoom): FlowLayout {
  const graph = layeredGraph(story, withOthers);
  const crossings = orderLayers(
    graph,
    story.threads.map((thread) => thread.id),
  );
  const slots = new Map(
    [...graph.vertices.values()].map((vertex) => [vertex, vertex.node ? room.labelSize(vertex.node) : 0]),
  );
  const { unit, slot } = fit(graph, room, slots);
  const centres = place(graph, room.height, unit, slot);
  return { ...collect(story, graph, centres, unit), unit, crossings };
}

/** The largest px a fact can have, and the room a label can have, so that the fullest layer fits. */
function fit(graph: Graph, room: FlowRoom, slots: ReadonlyMap<Vertex, number>): { unit: number; slot: Slot } {
  for (const share of [1, 0.85, 0.6]) {
    const slot: Slot = (vertex) => share * (slots.get(vertex) ?? 0);
    for (let unit = MAX_UNIT; unit >= 3; unit -= 0.25)
      if (fits(graph, room, unit, slot)) return { unit, slot };
  }
  const bare: Slot = () => 0;
  for (let unit = 3; unit > 0.5; unit -= 0.25) if (fits(graph, room, unit, bare)) return { unit, slot: bare };
  return { unit: 0.5, slot: bare };
}

/** px across that a vertex wants for its name. */
type Slot = (vertex: Vertex) => number;

const fits = (graph: Graph, room: FlowRoom, unit: number, slot: Slot): boolean =>
  graph.layers.every((layer) => {
    const sizes = layer.map(
      (vertex, i) => sizeOf(vertex, unit, slot) + (i > 0 ? gap(layer[i - 1], vertex) : 0),
    );
    return sizes.reduce((a, b) => a + b, 0) <= room.height;
  });

const thickness = (vertex: Vertex, unit: number) => Math.max(vertex.weight * unit, THINNEST);
const sizeOf = (vertex: Vertex, unit: number, slot: Slot) =>
  vertex.node ? Math.max(thickness(vertex, unit), slot(vertex)) : thickness(vertex, unit);

function gap(a: Vertex | undefined, b: Vertex): number {
  if (!a) return 0;
  if (!a.node && !b.node) return 4;
  return a.node && b.node ? 3 : 7;
}

/** Centres across: every vertex pulled towards its neighbours, in turn from both sides, without overlaps. */
function place(graph: Graph, height: number, unit: number, slot: Slot): Map<Vertex, number> {
  const centres = new Map<Vertex, number>();
  for (const layer of graph.layers) spreadLayer(layer, () => height / 2, centres, height, unit, slot);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const downward = sweep % 2 === 0;
    for (let i = 0; i < graph.layers.length; i++) {
      const layer = graph.layers[downward ? i : graph.layers.length - 1 - i] ?? [];
      const both = sweep > SWEEPS / 2;
      spreadLayer(
        layer,
        (vertex) => pull(vertex, centres, unit, downward, both),
        centres,
        height,
        unit,
        slot,
      );
    }
  }
  return centres;
}

function spreadLayer(
  layer: readonly Vertex[],
  wish: (vertex: Vertex) => number,
  centres: Map<Vertex, number>,
  height: number,
  unit: number,
  slot: Slot,
): void {
  const places = spread(
    layer.map((vertex, i) => ({
      centre: wish(vertex),
      size: sizeOf(vertex, unit, slot),
      weight: Math.max(sum(vertex.ins) + sum(vertex.outs), 1) * (vertex.node ? 1 : 2),
      gap: gap(layer[i - 1], vertex),
    })),
    0,
    height,
  );
  layer.forEach((vertex, i) => centres.set(vertex, places[i] ?? height / 2));
}

/** Where a vertex would lie if its ribbons ran straight: the mean over their other ends, weighted by thickness. */
function pull(
  vertex: Vertex,
  centres: Map<Vertex, number>,
  unit: number,
  fromIns: boolean,
  both: boolean,
): number {
  const sides: [readonly Piece[], 'from' | 'to'][] = [];
  if (both || fromIns || vertex.outs.length === 0) sides.push([vertex.ins, 'from']);
  if (both || !fromIns || vertex.ins.length === 0) sides.push([vertex.outs, 'to']);
  let total = 0;
  let weights = 0;
  for (const [pieces, end] of sides) {
    for (const piece of pieces) {
      const other = piece[end];
      const there = port(piece, other, end === 'from' ? 'outs' : 'ins', centres, unit);
      const here =
        port(piece, vertex, end === 'from' ? 'ins' : 'outs', centres, unit) - centreOf(centres, vertex);
      total += (there - here) * piece.link.weight;
      weights += piece.link.weight;
    }
  }
  return weights > 0 ? total / weights : centreOf(centres, vertex);
}

/** Centre of a piece at one of its vertices: pieces stack in the order of their other ends; the free part stays bare. */
function port(
  piece: Piece,
  vertex: Vertex,
  side: 'ins' | 'outs',
  centres: Map<Vertex, number>,
  unit: number,
): number {
  if (!vertex.node) return centreOf(centres, vertex);
  const end = side === 'ins' ? 'from' : 'to';
  const stack = [...vertex[side]].sort((a, b) => centreOf(centres, a[end]) - centreOf(centres, b[end]));
  let edge = centreOf(centres, vertex) - (sum(stack) * unit) / 2;
  for (const other of stack) {
    if (other === piece) return edge + (piece.link.weight * unit) / 2;
    edge += other.link.weight * unit;
  }
  return edge;
}

const centreOf = (centres: Map<Vertex, number>, vertex: Vertex) => centres.get(vertex) ?? 0;

function collect(story: Story, graph: Graph, centres: Map<Vertex, number>, unit: number) {
  const nodes: PlacedNode[] = [...graph.vertices.values()].map((vertex) => ({
    id: vertex.id,
    layer: vertex.layer,
    t: vertex.node?.t ?? 0,
    across: centreOf(centres, vertex) - thickness(vertex, unit) / 2,
    size: thickness(vertex, unit),
  }));
  const links: PlacedLink[] = [];
  for (const link of story.links) {
    const chain = graph.chains.get(link.id);
    const source = graph.vertices.get(link.source);
    const target = graph.vertices.get(link.target);
    if (chain) {
      const way = chain.map((vertex, i) => {
        const before = chain[i - 1] && vertex.ins.find((p) => p.link === link);
        const after = chain[i + 1] && vertex.outs.find((p) => p.link === link);
        const piece = before ?? after;
        const side = before ? 'ins' : 'outs';
        return {
          layer: vertex.layer,
          across: piece ? port(piece, vertex, side, centres, unit) : centreOf(centres, vertex),
        };
      });
      links.push({ id: link.id, thickness: link.weight * unit, inferred: false, way });
    } else if (link.inferred && source && target) {
      const way = [source, target].map((vertex) => ({
        layer: vertex.layer,
        across: centreOf(centres, vertex),
      }));
      links.push({ id: link.id, thickness: 0, inferred: true, way });
    }
  }
  const spans = graph.layers.map((layer) => {
    const times = layer.flatMap((vertex) => (vertex.node ? [vertex.node.t] : []));
    return times.length > 0 ? { t0: Math.min(...times), t1: Math.max(...times) } : null;
  });
  return { nodes, links, spans };
}
