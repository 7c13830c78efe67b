/**
 * Where the keys lead in the flow down the page: along the ribbons up and down, within a column left and right.
 * Pure: stops in, the id of the next one out; null where there is none.
 */
export interface NodeStop {
  id: string;
  layer: number;
  /** px across. */
  across: number;
}
export interface LinkStop {
  id: string;
  source: string;
  target: string;
  across: number;
}
export interface Stops {
  nodes: readonly NodeStop[];
  links: readonly LinkStop[];
}

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** The stop that a move leads to from `id`. */
export function walkFlow(stops: Stops, id: string | null, move: Move): string | null {
  const node = stops.nodes.find((stop) => stop.id === id);
  if (node) return fromNode(stops, node, move);
  const link = stops.links.find((stop) => stop.id === id);
  if (link) return fromLink(stops, link, move);
  return columnAt(stops, 'first', 0);
}

function fromNode({ nodes, links }: Stops, from: NodeStop, move: Move): string | null {
  switch (move) {
    case 'left':
    case 'right':
      return beside(
        nodes.filter(({ layer }) => layer === from.layer),
        from,
        move,
      );
    case 'down':
      return sorted(links.filter(({ source }) => source === from.id))[0]?.id ?? nextColumn(nodes, from, 1);
    case 'up':
      return sorted(links.filter(({ target }) => target === from.id))[0]?.id ?? nextColumn(nodes, from, -1);
    default:
      return columnAt({ nodes, links }, move, from.across);
  }
}

function fromLink(stops: Stops, from: LinkStop, move: Move): string | null {
  switch (move) {
    case 'up':
      return from.source;
    case 'down':
      return from.target;
    case 'left':
    case 'right':
      return beside(
        stops.links.filter(({ source }) => source === from.source),
        from,
        move,
      );
    default:
      return columnAt(stops, move, from.across);
  }
}

function beside<T extends { id: string; across: number }>(row: T[], from: T, move: 'left' | 'right') {
  const order = sorted(row);
  return order[order.indexOf(from) + (move === 'left' ? -1 : 1)]?.id ?? null;
}

/** Where no ribbon leads on, the nearest node of the next column that has any. */
function nextColumn(nodes: readonly NodeStop[], from: NodeStop, way: 1 | -1): string | null {
  const ahead = nodes.filter(({ layer }) => (layer - from.layer) * way > 0);
  const next = Math.min(...ahead.map(({ layer }) => layer * way)) * way;
  return nearest(
    ahead.filter(({ layer }) => layer === next),
    from.across,
  );
}

function columnAt({ nodes }: Stops, end: 'first' | 'last', across: number): string | null {
  const layers = nodes.map(({ layer }) => layer);
  const wanted = end === 'first' ? Math.min(...layers) : Math.max(...layers);
  return nearest(
    nodes.filter(({ layer }) => layer === wanted),
    across,
  );
}

const sorted = <T extends { across: number }>(row: readonly T[]): T[] =>
  [...row].sort((a, b) => a.across - b.across);

const nearest = (nodes: readonly NodeStop[], across: number): string | null =>
  [...nodes].sort((a, b) => Math.abs(a.across - across) - Math.abs(b.across - across))[0]?.id ?? null;

const OPPOSITE: Record<Move, Move | null> = {
  left: 'right',
  right: 'left',
  up: 'down',
  down: 'up',
  first: null,
  last: null,
};

/** A move that was made. */
export interface Step {
  from: string;
  move: Move;
  to: string;
}

/** A move that remembers: the opposite of the last one leads back to where it came from. */
export function stepFlow(
  stops: Stops,
  steps: readonly Step[],
  id: string | null,
  move: Move,
): { id: string | null; steps: readonly Step[] } {
  const last = steps.at(-1);
  if (last && last.to === id && OPPOSITE[last.move] === move)
    return { id: last.from, steps: steps.slice(0, -1) };
  const to = walkFlow(stops, id, move);
  if (to === null || to === id) return { id: null, steps };
  return { id: to, steps: id === null ? [] : [...steps, { from: id, move, to }] };
}
