/**
 * Where the keys lead: from mark to mark through both halves. Every move can be undone by its opposite where the
 * picture allows it. Pure: marks in, the id of the next one out; null where there is none.
 */
export interface UpperStop {
  id: string;
  t: number;
  rows: readonly number[];
}

export interface FlowStop {
  id: string;
  layer: number;
  across: number;
}

export interface FlowStep {
  id: string;
  source: string;
  target: string;
  across: number;
}

export interface Walkable {
  upper: readonly UpperStop[];
  nodes: readonly FlowStop[];
  links: readonly FlowStep[];
}

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'cross';

/** The stop that a move leads to from `id`; `t` (ms UTC) is where the reader stands on the axis. */
export function walk(
  stops: Walkable,
  id: string | null,
  move: Move,
  t: number,
  tOf: (id: string) => number,
): string | null {
  const upper = stops.upper.find((stop) => stop.id === id);
  if (upper) return walkUpper(stops, upper, move, tOf);
  const node = stops.nodes.find((stop) => stop.id === id);
  if (node) return walkNode(stops, node, move, t, tOf);
  const link = stops.links.find((stop) => stop.id === id);
  if (link) return walkLink(stops, link, move, t);
  return nearest(stops.upper, t)?.id ?? stops.nodes[0]?.id ?? null;
}

const SUMMIT_ROW = 1e3;
/** The row of the summits, below all lanes. */
export const summitRows: readonly number[] = [SUMMIT_ROW];

function walkUpper(
  { upper, nodes }: Walkable,
  from: UpperStop,
  move: Move,
  tOf: (id: string) => number,
): string | null {
  const summit = from.rows === summitRows;
  const peers = upper.filter((stop) => (stop.rows === summitRows) === summit);
  const place = peers.indexOf(from);
  if (move === 'left') return peers[place - 1]?.id ?? null;
  if (move === 'right') return peers[place + 1]?.id ?? null;
  if (move === 'first') return peers[0]?.id ?? null;
  if (move === 'last') return peers.at(-1)?.id ?? null;
  if (move === 'cross') return closest(nodes, (stop) => Math.abs(tOf(stop.id) - from.t))?.id ?? null;
  const rows = [...new Set(upper.flatMap((stop) => stop.rows))].sort((a, b) => a - b);
  const edge = move === 'up' ? Math.min(...from.rows) : Math.max(...from.rows);
  const ahead = move === 'up' ? rows.filter((row) => row < edge).reverse() : rows.filter((row) => row > edge);
  for (const row of ahead) {
    const stop = nearest(
      upper.filter(
        (other) =>
          other !== from && (move === 'up' ? Math.max(...other.rows) : Math.min(...other.rows)) === row,
      ),
      from.t,
    );
    if (stop) return stop.id;
  }
  return null;
}

function walkNode(
  stops: Walkable,
  from: FlowStop,
  move: Move,
  t: number,
  tOf: (id: string) => number,
): string | null {
  const column = stops.nodes.filter((stop) => stop.layer === from.layer).sort((a, b) => a.across - b.across);
  const place = column.indexOf(from);
  switch (move) {
    case 'up':
      return column[place - 1]?.id ?? null;
    case 'down':
      return column[place + 1]?.id ?? null;
    case 'right':
      return siblings(stops.links, (link) => link.source === from.id)[0]?.id ?? null;
    case 'left':
      return siblings(stops.links, (link) => link.target === from.id)[0]?.id ?? null;
    case 'first':
    case 'last': {
      const layers = stops.nodes.map((stop) => stop.layer);
      const layer = move === 'first' ? Math.min(...layers) : Math.max(...layers);
      return (
        closest(
          stops.nodes.filter((stop) => stop.layer === layer),
          (stop) => Math.abs(stop.across - from.across),
        )?.id ?? null
      );
    }
    case 'cross':
      return (
        nearest(
          stops.upper.filter((stop) => stop.rows !== summitRows),
          tOf(from.id) || t,
        )?.id ?? null
      );
  }
}

function walkLink(stops: Walkable, from: FlowStep, move: Move, t: number): string | null {
  const same = siblings(stops.links, (link) => link.source === from.source);
  const place = same.indexOf(from);
  if (move === 'left') return from.source;
  if (move === 'right') return from.target;
  if (move === 'up') return same[place - 1]?.id ?? null;
  if (move === 'down') return same[place + 1]?.id ?? null;
  if (move === 'first') return same[0]?.id ?? null;
  if (move === 'last') return same.at(-1)?.id ?? null;
  return (
    nearest(
      stops.upper.filter((stop) => stop.rows !== summitRows),
      t,
    )?.id ?? null
  );
}

const siblings = (links: readonly FlowStep[], mine: (link: FlowStep) => boolean) =>
  links.filter(mine).sort((a, b) => a.across - b.across);

const nearest = (stops: readonly UpperStop[], t: number) => closest(stops, (stop) => Math.abs(stop.t - t));

function closest<T>(items: readonly T[], distance: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || distance(item) < distance(best)) best = item;
  return best;
}
