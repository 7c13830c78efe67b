/**
 * The order of vertices in each column, so that ribbons cross as little as can be: sweeps by barycentre (Sugiyama,
 * Tagawa and Toda, 1981), then sifting (Matuszewski, Schönfeld and Molitor, 1999) as long as it helps, then again and
 * again from the best order with one column shaken (iterated local search; seeded, so always the same).
 * In the column of the threads themselves the nodes keep the order of the lanes above the axis.
 */
import type { Graph, Vertex } from './graph';

/** A vertex while its place is being looked for. */
interface Knot {
  vertex: Vertex;
  /** Place in its layer. */
  place: number;
  /** Place of its thread, if it must keep the order of the threads. */
  pin: number | null;
  before: Knot[];
  after: Knot[];
}

/**
 * So many pairs within columns are sifted (about 300 nodes): beyond that the page would stand still for seconds, and
 * the sweeps alone must do.
 */
const MOST_PAIRS = 25_000;

/** Crossings of pieces between neighbouring columns, in the order in which the layers stand. */
export const countCrossings = (layers: readonly (readonly Vertex[])[]): number => crossingsOf(tie(layers));

/** Orders every layer of the graph in place and returns the crossings that are left. */
export function orderLayers(graph: Graph, threads: readonly string[], shakes = 10): number {
  const layers = tie(graph.layers);
  pin(layers, threads);
  for (const layer of layers) firstOrder(layer, threads);
  sweep(layers);
  if (layers.reduce((pairs, { length }) => pairs + length ** 2, 0) > MOST_PAIRS) {
    graph.layers = layers.map((layer) => layer.map(({ vertex }) => vertex));
    return crossingsOf(layers);
  }
  const random = seeded(7);
  const wide = layers.filter((layer) => layer.length > 1);
  let best = layers.map((layer) => [...layer]);
  let fewest = Infinity;
  for (let shake = 0; shake <= shakes && fewest > 0; shake++) {
    const shaken = wide[Math.floor(random() * wide.length)];
    if (shake > 0 && shaken) mix(shaken, random);
    while (sift(layers, random));
    const crossings = crossingsOf(layers);
    if (crossings <= fewest) best = layers.map((layer) => [...layer]);
    else best.forEach((layer, i) => put(layers[i] ?? [], layer));
    fewest = Math.min(fewest, crossings);
  }
  graph.layers = best.map((layer) => layer.map(({ vertex }) => vertex));
  return fewest;
}

/** The layers as knots, each tied to its neighbours in the columns beside it. */
function tie(layers: readonly (readonly Vertex[])[]): Knot[][] {
  const knots = new Map<Vertex, Knot>();
  const tied = layers.map((layer) =>
    layer.map((vertex, place) => {
      const knot: Knot = { vertex, place, pin: null, before: [], after: [] };
      knots.set(vertex, knot);
      return knot;
    }),
  );
  const all = (vertices: Vertex[]) => vertices.flatMap((vertex) => knots.get(vertex) ?? []);
  for (const { vertex, before, after } of knots.values()) {
    before.push(...all(vertex.ins.map(({ from }) => from)));
    after.push(...all(vertex.outs.map(({ to }) => to)));
  }
  return tied;
}

function crossingsOf(layers: readonly (readonly Knot[])[]): number {
  let crossings = 0;
  for (const layer of layers)
    layer.forEach((a, i) => {
      for (const b of layer.slice(i + 1)) crossings += inversions(a.after, b.after);
    });
  return crossings;
}

/** In how many pairs the one of `a` stands behind the one of `b`. */
function inversions(a: readonly Knot[], b: readonly Knot[]): number {
  let count = 0;
  for (const p of a) for (const q of b) if (p.place > q.place) count++;
  return count;
}

/** How many crossings there are more if `a` stands behind `b` than if it stands before it. */
const costBehind = (a: Knot, b: Knot): number => tilt(a.before, b.before) + tilt(a.after, b.after);

/** In how many more pairs the one of `a` stands before the one of `b` than behind it. */
function tilt(a: readonly Knot[], b: readonly Knot[]): number {
  let count = 0;
  for (const p of a) for (const q of b) count += Math.sign(q.place - p.place);
  return count;
}

function sweep(layers: readonly Knot[][]): void {
  for (let turn = 0; turn < 8; turn++) {
    const down = turn % 2 === 0;
    for (const layer of down ? layers : [...layers].reverse()) {
      const pull = new Map(layer.map((knot) => [knot, barycentre(knot, down)]));
      settle(layer, (a, b) => (pull.get(a) ?? 0) - (pull.get(b) ?? 0));
    }
  }
}

/** The mean place of the neighbours in the column just ordered; where there are none, of those in the next. */
function barycentre({ place, before, after }: Knot, down: boolean): number {
  const [near, far] = down ? [before, after] : [after, before];
  const pulls = near.length > 0 ? near : far;
  return pulls.length > 0 ? pulls.reduce((sum, other) => sum + other.place, 0) / pulls.length : place;
}

/** Moves every knot of every layer to a best place while the others stand still; true if that took crossings away. */
function sift(layers: readonly Knot[][], random: () => number): boolean {
  let better = false;
  for (const layer of layers)
    for (const knot of [...layer]) {
      const others = layer.filter((other) => other !== knot);
      let cost = 0;
      const costs = [0, ...others.map((other) => (cost += costBehind(knot, other)))];
      const { from, to } = freedom(knot, others);
      const least = Math.min(...costs.slice(from, to + 1));
      const places = costs.flatMap((each, place) =>
        place >= from && place <= to && each === least ? place : [],
      );
      better ||= least < (costs[knot.place] ?? 0);
      // Among equals by chance: a plateau may lead on.
      others.splice(places[Math.floor(random() * places.length)] ?? knot.place, 0, knot);
      put(layer, others);
    }
  return better;
}

/** Puts all knots of a layer into a new order. */
function put(layer: Knot[], order: readonly Knot[]): void {
  order.forEach((knot, place) => {
    layer[place] = knot;
    knot.place = place;
  });
}

function mix(layer: Knot[], random: () => number): void {
  const key = new Map(layer.map((knot) => [knot, random()]));
  settle(layer, (a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0));
}

/** The places among `others` where a knot may stand: between its pinned neighbours, if it is pinned itself. */
function freedom({ pin: own }: Knot, others: readonly Knot[]): { from: number; to: number } {
  if (own === null) return { from: 0, to: others.length };
  const last = others.findLastIndex(({ pin: other }) => other !== null && other < own);
  const next = others.findIndex(({ pin: other }) => other !== null && other > own);
  return { from: last + 1, to: next < 0 ? others.length : next };
}

/** The column that holds most threads by a node of their own keeps the order of the lanes. */
function pin(layers: readonly Knot[][], threads: readonly string[]): void {
  const thread = ({ vertex: { node } }: Knot) =>
    node?.threads.length === 1 ? threads.indexOf(node.threads[0] ?? '') : -1;
  const own = layers.map((layer) => layer.filter((knot) => thread(knot) >= 0));
  const widest = own.reduce<Knot[]>((best, layer) => {
    const distinct = new Set(layer.map(thread)).size;
    return distinct === layer.length && distinct > best.length && distinct > 2 ? layer : best;
  }, []);
  for (const knot of widest) knot.pin = thread(knot);
}

/** By thread, then by id: in which order a file lists things means nothing. */
function firstOrder(layer: Knot[], threads: readonly string[]): void {
  const key = new Map(
    layer.map((knot) => {
      const own = knot.vertex.node?.threads ?? knot.vertex.ins[0]?.link.threads ?? [];
      const mean = own.reduce((sum, id) => sum + threads.indexOf(id), 0) / own.length;
      return [knot, own.length > 0 ? mean : threads.length / 2];
    }),
  );
  settle(layer, (a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0) || (a.vertex.id < b.vertex.id ? -1 : 1));
}

/** Sorts a layer; the pinned ones share the places they got in the order of their threads. */
function settle(layer: Knot[], compare: (a: Knot, b: Knot) => number): void {
  layer.sort(compare);
  const pinned = layer.filter(({ pin }) => pin !== null).sort((a, b) => (a.pin ?? 0) - (b.pin ?? 0));
  let next = 0;
  layer.forEach((knot, place) => {
    const own = knot.pin === null ? knot : (pinned[next++] ?? knot);
    own.place = place;
  });
  layer.sort((a, b) => a.place - b.place);
}

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
