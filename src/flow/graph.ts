/**
 * The flow as layers: every node in its column, and every link cut into pieces that join neighbouring columns.
 * A piece passes a column it skips through an invisible vertex, which keeps room for the ribbon there.
 */
import type { FlowLink, FlowNode, Story } from '@/story/story';

export interface Vertex {
  id: string;
  layer: number;
  /** Null where a ribbon only passes through. */
  node: FlowNode | null;
  /** Facts: the larger of what comes in and what goes out. */
  weight: number;
  ins: Piece[];
  outs: Piece[];
}

export interface Piece {
  link: FlowLink;
  from: Vertex;
  to: Vertex;
}

export interface Graph {
  layers: Vertex[][];
  /** Each drawn link with the vertices it passes, ends included. */
  chains: Map<string, Vertex[]>;
  vertices: Map<string, Vertex>;
}

/** Layers of the story's flow; links of weight 0 (inferred) take no part in it. */
export function layeredGraph(story: Story, withOthers: boolean): Graph {
  const layerOf = new Map(story.columns.map((column, i) => [column.id, i]));
  const layers: Vertex[][] = story.columns.map(() => []);
  const vertices = new Map<string, Vertex>();
  const add = (id: string, layer: number, node: FlowNode | null, weight: number): Vertex => {
    const vertex: Vertex = { id, layer, node, weight, ins: [], outs: [] };
    layers[layer]?.push(vertex);
    return vertex;
  };
  for (const node of story.nodes) {
    if (node.offstage && !withOthers) continue;
    vertices.set(node.id, add(node.id, layerOf.get(node.column) ?? 0, node, 0));
  }
  const chains = new Map<string, Vertex[]>();
  for (const link of story.links) {
    const source = vertices.get(link.source);
    const target = vertices.get(link.target);
    if (link.inferred || link.weight <= 0 || !source || !target || source.layer >= target.layer) continue;
    const chain = [source];
    for (let layer = source.layer + 1; layer < target.layer; layer++) {
      chain.push(add(`${link.id}@${layer}`, layer, null, link.weight));
    }
    chain.push(target);
    chains.set(link.id, chain);
    for (let i = 1; i < chain.length; i++) join(link, chain[i - 1], chain[i]);
  }
  for (const vertex of vertices.values()) vertex.weight = Math.max(sum(vertex.ins), sum(vertex.outs));
  return { layers, chains, vertices };
}

function join(link: FlowLink, from: Vertex | undefined, to: Vertex | undefined): void {
  if (!from || !to) return;
  const piece: Piece = { link, from, to };
  from.outs.push(piece);
  to.ins.push(piece);
}

export const sum = (pieces: readonly Piece[]): number =>
  pieces.reduce((total, { link }) => total + link.weight, 0);
