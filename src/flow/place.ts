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

/** px across that a layer needs. */
export const extentOf = (layer: readonly Vertex[], unit: number, slot: Slot): number =>
  layer.reduce(
    (total, vertex, i) => total + sizeOf(vertex, unit, slot) + (i > 0 ? gap(layer[i - 1], vertex) : 0),
    0,
  );

/** Centres across: every vertex pulled towards its neighbours, in turn from both sides, without overlaps. */
export function placeAcross(graph: Graph, height: number, unit: number, slot: Slot): Centres {
  const centres: Centres = new Map();
  for (const layer of graph.layers) spreadLayer(layer, () => height / 2, centres, height, unit, slot);
  // Where a layer is full there is but one way to lay it, whatever its vertices wish.
  const loose = graph.layers.filter((layer) => extentOf(layer, unit, slot) < height);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const downward = sweep % 2 === 0;
    for (const layer of downward ? loose : [...loose].reverse()) {
      const both = sweep > SWEEPS / 2;
      const ports = new Ports(centres, unit);
      spreadLayer(layer, (vertex) => pull(vertex, ports, downward, both), centres, height, unit, slot);
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
function pull(vertex: Vertex, ports: Ports, fromIns: boolean, both: boolean): number {
  const sides: [readonly Piece[], 'from' | 'to'][] = [];
  if (both || fromIns || vertex.outs.length === 0) sides.push([vertex.ins, 'from']);
  if (both || !fromIns || vertex.ins.length === 0) sides.push([vertex.outs, 'to']);
  let total = 0;
  let weights = 0;
  for (const [pieces, end] of sides) {
    for (const piece of pieces) {
      const other = piece[end];
      const there = ports.at(piece, other, end === 'from' ? 'outs' : 'ins');
      const here = ports.at(piece, vertex, end === 'from' ? 'ins' : 'outs') - ports.centre(vertex);
      total += (there - here) * piece.link.weight;
      weights += piece.link.weight;
    }
  }
  return weights > 0 ? total / weights : ports.centre(vertex);
}

/**
 * Where pieces meet their vertices, as long as no centre moves: they stack in the order of their other ends; the free
 * part of an edge stays bare. Each side of a vertex is stacked once.
 */
export class Ports {
  #centres: Centres;
  #unit: number;
  #stacks = { ins: new Map<Vertex, Map<Piece, number>>(), outs: new Map<Vertex, Map<Piece, number>>() };

  constructor(centres: Centres, unit: number) {
    this.#centres = centres;
    this.#unit = unit;
  }

  centre = (vertex: Vertex): number => centreOf(this.#centres, vertex);

  /** Centre of a piece at one of its vertices, px. */
  at(piece: Piece, vertex: Vertex, side: 'ins' | 'outs'): number {
    const centre = this.centre(vertex);
    if (!vertex.node) return centre;
    let stack = this.#stacks[side].get(vertex);
    if (!stack) this.#stacks[side].set(vertex, (stack = this.#stack(vertex, side)));
    return centre + (stack.get(piece) ?? 0);
  }

  /** px from the centre of a vertex to those of its pieces. */
  #stack(vertex: Vertex, side: 'ins' | 'outs'): Map<Piece, number> {
    const end = side === 'ins' ? 'from' : 'to';
    const pieces = [...vertex[side]].sort((a, b) => this.centre(a[end]) - this.centre(b[end]));
    let edge = (-sum(pieces) * this.#unit) / 2;
    return new Map(
      pieces.map((piece) => {
        const thick = piece.link.weight * this.#unit;
        edge += thick;
        return [piece, edge - thick / 2];
      }),
    );
  }
}

export const centreOf = (centres: Centres, vertex: Vertex) => centres.get(vertex) ?? 0;
