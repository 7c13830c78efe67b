/**
 * The flow across the direction of time: which order, where, how thick. Along the axis everything stays a date;
 * px along come with the scene. Recomputed when the story, the room or what is shown of it changes, never on a zoom.
 */
import type { FlowNode, FlowOrder, Story } from '@/story/story';
import { layeredGraph, type Graph, type Vertex } from './graph';
import { orderLayers } from './order';
import { centreOf, extentOf, placeAcross, Ports, thickness, type Centres, type Slot } from './place';

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
  way: { layer: number; across: number }[];
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

export interface OrderedFlow {
  graph: Graph;
  crossings: number;
}

/** The flow’s columns in their order: the costly step, the same for every room, unless the story brings its result. */
export function orderFlow(story: Story, withOthers: boolean): OrderedFlow {
  const graph = layeredGraph(story, withOthers);
  const { order } = story;
  // A part of a story has fewer links, or vertices in some column: what was found for the whole does not fit it.
  const fits =
    graph.chains.size === order?.links &&
    graph.layers.every((layer, i) => layer.length === order.columns[i]?.length);
  if (!withOthers && order && fits) {
    graph.layers = graph.layers.map((layer, i) => (order.columns[i] ?? []).flatMap((n) => layer[n] ?? []));
    return { crossings: order.crossings, graph };
  }
  const threads = story.threads.map((thread) => thread.id);
  return { crossings: orderLayers(graph, threads), graph };
}

/** The order of a story’s flow without other meetings, to be stored with it. */
export function recordOrder(story: Story): FlowOrder {
  const places = layeredGraph(story, false).layers.map((layer) => new Map(layer.map(({ id }, n) => [id, n])));
  const { crossings, graph } = orderFlow({ ...story, order: undefined }, false);
  const columns = graph.layers.map((layer, i) => layer.map(({ id }) => places[i]?.get(id) ?? 0));
  return { columns, links: graph.chains.size, crossings };
}

/** Lays the flow out from 0 to `room.height`. Pure; `withOthers` adds what went to other meetings. */
export function layoutFlow(
  story: Story,
  withOthers: boolean,
  room: FlowRoom,
  { graph, crossings }: OrderedFlow = orderFlow(story, withOthers),
): FlowLayout {
  const slots = new Map(
    [...graph.vertices.values()].map((vertex) => [vertex, vertex.node ? room.labelSize(vertex.node) : 0]),
  );
  const { unit, slot } = fit(graph, room, slots);
  const centres = placeAcross(graph, room.height, unit, slot);
  // Where even hairlines do not fit side by side, all become thinner alike: still true to each other, and apart.
  const squeeze = Math.min(1, ...graph.layers.map((layer) => room.height / extentOf(layer, unit, () => 0)));
  return { ...collect(story, graph, centres, unit * squeeze, squeeze), unit: unit * squeeze, crossings };
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

const fits = (graph: Graph, room: FlowRoom, unit: number, slot: Slot): boolean =>
  graph.layers.every((layer) => extentOf(layer, unit, slot) <= room.height);

function collect(story: Story, graph: Graph, centres: Centres, unit: number, squeeze: number) {
  const sizeAt = (vertex: Vertex) => thickness(vertex, unit / squeeze) * squeeze;
  const ports = new Ports(centres, unit);
  const nodes: PlacedNode[] = [...graph.vertices.values()].map((vertex) => ({
    id: vertex.id,
    layer: vertex.layer,
    t: vertex.node?.t ?? 0,
    across: centreOf(centres, vertex) - sizeAt(vertex) / 2,
    size: sizeAt(vertex),
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
          across: piece ? ports.at(piece, vertex, side) : centreOf(centres, vertex),
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
