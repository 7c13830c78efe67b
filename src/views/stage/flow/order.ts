/**
 * The order of vertices in each column, so that ribbons cross as little as can be: sweeps by barycentre (Sugiyama,
 * Tagawa and Toda, 1981), then swaps of neighbours as long as they help, from several seeded starts.
 * In the column of the threads themselves the nodes keep the order of the lanes above the axis.
 */
import type { Graph, Vertex } from './graph';

/** Crossings of pieces between neighbouring columns, in the order in which the layers stand. */
export function countCrossings(layers: readonly (readonly Vertex[])[]): number {
  const rank = ranks(layers);
  let crossings = 0;
  for (const layer of layers) crossings += crossingsAfter(layer, rank);
  return crossings;
}

/** Orders every layer of the graph in place and returns the crossings that are left. */
export function orderLayers(graph: Graph, threads: readonly string[], starts = 24): number {
  const pinned = pinnedRanks(graph, threads);
  const random = seeded(7);
  let best: Vertex[][] = [];
  let fewest = Infinity;
  for (let start = 0; start < starts; start++) {
    const layers = graph.layers.map((layer) =>
      firstOrder(layer, threads, pinned, start === 0 ? null : random),
    );
    improve(layers, pinned);
    const crossings = countCrossings(layers);
    if (crossings < fewest) [best, fewest] = [layers, crossings];
  }
  best.forEach((layer, i) => (graph.layers[i] = layer));
  return fewest === Infinity ? 0 : fewest;
}

type Ranks = Map<Vertex, number>;

function improve(layers: Vertex[][], pinned: Ranks): void {
  for (let sweep = 0; sweep < 8; sweep++) {
    const rank = ranks(layers);
    const down = sweep % 2 === 0;
    const order = layers.map((_, i) => (down ? i : layers.length - 1 - i));
    for (const i of order) {
      const layer = layers[i];
      if (!layer) continue;
      const pull = new Map(layer.map((vertex) => [vertex, barycentre(vertex, down, rank)]));
      layer.sort((a, b) => (pull.get(a) ?? 0) - (pull.get(b) ?? 0));
      restorePinned(layer, pinned);
      layer.forEach((vertex, place) => rank.set(vertex, place));
    }
  }
  for (let better = true; better;) better = swapNeighbours(layers, pinned);
}

/** Swaps neighbours wherever that takes away crossings; also moves one vertex at a time to its best place. */
function swapNeighbours(layers: Vertex[][], pinned: Ranks): boolean {
  const rank = ranks(layers);
  let better = false;
  for (const layer of layers) {
    for (let i = 0; i + 1 < layer.length; i++) {
      const [a, b] = [layer[i], layer[i + 1]];
      if (!a || !b || (pinned.has(a) && pinned.has(b))) continue;
      if (between(b, a, rank) >= between(a, b, rank)) continue;
      [layer[i], layer[i + 1]] = [b, a];
      rank.set(a, i + 1).set(b, i);
      better = true;
    }
  }
  return better;
}

/** Crossings between the pieces of two vertices of one layer if `a` stands before `b`. */
function between(a: Vertex, b: Vertex, rank: Ranks): number {
  let crossings = 0;
  for (const p of a.ins) for (const q of b.ins) if (at(rank, p.from) > at(rank, q.from)) crossings++;
  for (const p of a.outs) for (const q of b.outs) if (at(rank, p.to) > at(rank, q.to)) crossings++;
  return crossings;
}

function crossingsAfter(layer: readonly Vertex[], rank: Ranks): number {
  let crossings = 0;
  layer.forEach((a, i) => {
    for (const b of layer.slice(i + 1)) {
      for (const p of a.outs) for (const q of b.outs) if (at(rank, p.to) > at(rank, q.to)) crossings++;
    }
  });
  return crossings;
}

/** The mean place of the neighbours, those of the column just ordered counting double. */
function barycentre(vertex: Vertex, down: boolean, rank: Ranks): number {
  const near = down ? vertex.ins.map((p) => p.from) : vertex.outs.map((p) => p.to);
  const far = down ? vertex.outs.map((p) => p.to) : vertex.ins.map((p) => p.from);
  const pulls = [...near, ...near, ...(near.length === 0 ? far : [])].map((other) => at(rank, other));
  return pulls.length > 0 ? pulls.reduce((a, b) => a + b, 0) / pulls.length : at(rank, vertex);
}

/** The column that holds most threads by a node of their own keeps the order of the lanes. */
function pinnedRanks(graph: Graph, threads: readonly string[]): Ranks {
  const place = (vertex: Vertex) =>
    vertex.node?.threads.length === 1 ? threads.indexOf(vertex.node.threads[0] ?? '') : -1;
  const own = graph.layers.map((layer) => layer.filter((vertex) => place(vertex) >= 0));
  const widest = own.reduce<Vertex[]>((best, layer) => {
    const distinct = new Set(layer.map(place)).size;
    return distinct === layer.length && distinct > best.length && distinct > 2 ? layer : best;
  }, []);
  return new Map(widest.map((vertex) => [vertex, place(vertex)]));
}

function restorePinned(layer: Vertex[], pinned: Ranks): void {
  const places = layer.flatMap((vertex, i) => (pinned.has(vertex) ? [i] : []));
  const sorted = layer.filter((vertex) => pinned.has(vertex)).sort((a, b) => at(pinned, a) - at(pinned, b));
  places.forEach((place, i) => {
    const vertex = sorted[i];
    if (vertex) layer[place] = vertex;
  });
}

function firstOrder(
  layer: Vertex[],
  threads: readonly string[],
  pinned: Ranks,
  random: (() => number) | null,
): Vertex[] {
  const key = new Map(
    layer.map((vertex) => {
      const own = vertex.node?.threads ?? vertex.ins[0]?.link.threads ?? [];
      const mean =
        own.length > 0 ? own.reduce((s, id) => s + threads.indexOf(id), 0) / own.length : threads.length / 2;
      return [vertex, random ? random() : mean];
    }),
  );
  const order = [...layer].sort((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0));
  restorePinned(order, pinned);
  return order;
}

const at = (rank: Ranks, vertex: Vertex): number => rank.get(vertex) ?? 0;
const ranks = (layers: readonly (readonly Vertex[])[]): Ranks =>
  new Map(layers.flatMap((layer) => layer.map((vertex, i) => [vertex, i] as const)));

/** A small seeded generator (mulberry32), so that the same story is always drawn the same. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
