/**
 * Where the keys lead: from mark to mark through both halves. Knows nothing of where the reader came from: trail.ts
 * does, and leads back. Pure: marks in, the id of the next one out; null where there is none.
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

export const MOVES = [
  'left',
  'right',
  'up',
  'down',
  'first',
  'last',
  'page-back',
  'page-on',
  'cross',
] as const;
export type Move = (typeof MOVES)[number];

/** Where things stand in time, ms UTC. */
export interface Times {
  /** Where the reader looks: the middle of the stage. */
  middle: number;
  of: (id: string) => number;
  /** Number of the period (a chapter, or what the stage shows of it) that an instant falls in; rises with time. */
  period: (t: number) => number;
}

/** The stop that a move leads to from `id`. */
export function walk(stops: Walkable, id: string | null, move: Move, times: Times): string | null {
  const upper = stops.upper.find((stop) => stop.id === id);
  if (upper) return walkUpper(stops, upper, move, times);
  const node = stops.nodes.find((stop) => stop.id === id);
  if (node) return walkNode(stops, node, move, times);
  const link = stops.links.find((stop) => stop.id === id);
  if (link) return walkLink(stops, link, move, times);
  return nearest(stops.upper, times.middle)?.id ?? stops.nodes[0]?.id ?? null;
}

const SUMMIT_ROW = 1e3;
/** The row of the summits, below all lanes. */
export const summitRows: readonly number[] = [SUMMIT_ROW];

function walkUpper({ upper, nodes }: Walkable, from: UpperStop, move: Move, times: Times): string | null {
  const summit = from.rows === summitRows;
  const peers = upper.filter((stop) => (stop.rows === summitRows) === summit);
  const place = peers.indexOf(from);
  if (move === 'left') return peers[place - 1]?.id ?? null;
  if (move === 'right') return peers[place + 1]?.id ?? null;
  if (move === 'first') return peers[0]?.id ?? null;
  if (move === 'last') return peers.at(-1)?.id ?? null;
  if (move === 'page-back' || move === 'page-on') return turnPage(peers, place, move, times)?.id ?? null;
  if (move === 'cross') return closest(nodes, (stop) => Math.abs(times.of(stop.id) - from.t))?.id ?? null;
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

/** The first stop of the next period that has one; back: of this period, or of the one before where this is it. */
function turnPage(
  peers: readonly UpperStop[],
  place: number,
  move: 'page-back' | 'page-on',
  { period }: Times,
): UpperStop | undefined {
  const here = period(peers[place]?.t ?? 0);
  if (move === 'page-on') return peers.slice(place + 1).find(({ t }) => period(t) > here) ?? peers.at(-1);
  const before = peers[place - 1];
  return before && peers.find(({ t }) => period(t) === period(before.t));
}

function walkNode(stops: Walkable, from: FlowStop, move: Move, times: Times): string | null {
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
    case 'last':
    case 'page-back':
    case 'page-on':
      return inColumn(stops.nodes, columnFor(stops.nodes, from.layer, move), from.across)?.id ?? null;
    case 'cross':
      return overFlow(stops.upper, times.of(from.id) || times.middle)?.id ?? null;
  }
}

/** Which column a leap leads to; a page of the flow is a column. */
function columnFor(
  nodes: readonly FlowStop[],
  layer: number,
  move: 'first' | 'last' | 'page-back' | 'page-on',
): number {
  const layers = nodes.map((stop) => stop.layer);
  if (move === 'first') return Math.min(...layers);
  if (move === 'last') return Math.max(...layers);
  return move === 'page-on'
    ? Math.min(...layers.filter((each) => each > layer))
    : Math.max(...layers.filter((each) => each < layer));
}

const inColumn = (nodes: readonly FlowStop[], layer: number, across: number) =>
  closest(
    nodes.filter((stop) => stop.layer === layer),
    (stop) => Math.abs(stop.across - across),
  );

/** The event or count above the flow; a summit where there is neither. */
const overFlow = (upper: readonly UpperStop[], t: number) =>
  nearest(
    upper.filter((stop) => stop.rows !== summitRows),
    t,
  ) ?? nearest(upper, t);

function walkLink(stops: Walkable, from: FlowStep, move: Move, { middle }: Times): string | null {
  const same = siblings(stops.links, (link) => link.source === from.source);
  const place = same.indexOf(from);
  if (move === 'left' || move === 'page-back') return from.source;
  if (move === 'right' || move === 'page-on') return from.target;
  if (move === 'up') return same[place - 1]?.id ?? null;
  if (move === 'down') return same[place + 1]?.id ?? null;
  if (move === 'first') return same[0]?.id ?? null;
  if (move === 'last') return same.at(-1)?.id ?? null;
  return overFlow(stops.upper, middle)?.id ?? null;
}

const siblings = (links: readonly FlowStep[], mine: (link: FlowStep) => boolean) =>
  links.filter(mine).sort((a, b) => a.across - b.across);

const nearest = (stops: readonly UpperStop[], t: number) => closest(stops, (stop) => Math.abs(stop.t - t));

function closest<T>(items: readonly T[], distance: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || distance(item) < distance(best)) best = item;
  return best;
}
