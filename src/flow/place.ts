/** Where the vertices of the flow lie across: as near to straight ribbons as their order and their sizes allow. */
import { spread } from '@/layout/spread';
import { sum, type Graph, type Piece, type Vertex } from './graph';

/** Centres across, px. */
export type Centres = Map<Vertex, number>;

/** px across that a vertex wants for its name. */
export type Slot = (vertex: Vertex) => number;

/** px of the thinnest vertex. */
const THINNEST = 3;
const SWEEPS = 32;

export const thickness = (vertex: Vertex, unit: number) => Math.max(vertex.weight * unit, THINNEST);
export const sizeOf = (vertex: Vertex, unit: number, slot: Slot) =>
  vertex.node ? Math.max(thickness(vertex, unit), slot(vertex)) : thickness(vertex, unit);

export function gap(a: Vertex | undefined, b: Vertex): number {
  if (!a) return 0;
  if (!a.node && !b.node) return 4;
  return a.node && b.node ? 3 : 7;
}

/** Centres across: every vertex pulled towards its neighbours, in turn from both sides, without overlaps. */
export function placeAcross(graph: Graph, height: number, unit: number, slot: Slot): Centres {
  const centres: Centres = new Map();
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
  centres: Centres,
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
function pull(vertex: Vertex, centres: Centres, unit: number, fromIns: boolean, both: boolean): number {
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
export function port(
  piece: Piece,
  vertex: Vertex,
  side: 'ins' | 'outs',
  centres: Centres,
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

export const centreOf = (centres: Centres, vertex: Vertex) => centres.get(vertex) ?? 0;
