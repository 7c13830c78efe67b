/**
 * What came into a node, or went out of it, as rows: the widest by name, the rest together. Beside the rows, in a
 * gutter, each has a lane as wide as its weight; lanes lie so that none crosses another on its way to the node.
 */
import type { FlowLink } from '@/story/story';

const MOST = 5;
/** px that an inferred link takes up: a hairline has no width of its own. */
const HAIRLINE = 4;
/** px that a row has for its ribbon across. */
const ROW = 44;
const LARGEST_UNIT = 8;
/** px of the radius inside a bend between a row and its lane. */
const BEND = 7;

export interface Parted {
  shown: FlowLink[];
  rest: FlowLink[];
}

/** The widest links, and the rest; those on the traced path go first, where there is one. */
export function partLinks(links: readonly FlowLink[], path: ReadonlySet<string> | null): Parted {
  const widest = [...links].sort((a, b) => b.weight - a.weight);
  const first = path ? widest.filter(({ id }) => path.has(id)) : widest;
  const later = path ? widest.filter(({ id }) => !path.has(id)) : [];
  // To count a single one would take the room of its name.
  const most = first.length + later.length === MOST + 1 && later.length === 0 ? MOST + 1 : MOST;
  return first.length === 0
    ? { shown: later.slice(0, MOST), rest: later.slice(MOST) }
    : { shown: first.slice(0, most), rest: [...first.slice(most), ...later] };
}

export interface Lane {
  /** px from the start of the gutter. */
  x: number;
  width: number;
  inferred: boolean;
}

/** px for a fact, so that both sides of a node fit into a gutter of `width` px and each ribbon into its row. */
export function gutterUnit(sides: readonly (readonly number[])[], width: number): number {
  const widest = Math.max(1, ...sides.flat());
  const most = Math.max(1, ...sides.map((weights) => weights.reduce((a, b) => a + b, 0)));
  return Math.min(LARGEST_UNIT, ROW / widest, (width - BEND) / most);
}

/**
 * Lanes of rows of these weights. `down` = the rows stand over the node: the first has the longest way and the
 * outermost lane; under it, the last has.
 */
export function lanesOf(weights: readonly number[], unit: number, down: boolean): Lane[] {
  const lanes: Lane[] = [];
  const order = weights.map((_, i) => (down ? i : weights.length - 1 - i));
  let x = 0;
  for (const i of order) {
    const weight = weights[i] ?? 0;
    lanes[i] = { x, width: weight * unit, inferred: weight === 0 };
    x += weight > 0 ? weight * unit : HAIRLINE;
  }
  return lanes;
}

/**
 * SVG paths of the bend from the row’s end at (`right`, 0), the middle of the row, into its lane: its ground and its
 * two edges. It ends `reach` px from the middle, down the page if `down`, else up.
 */
export function bendPaths({ x, width }: Lane, right: number, reach: number, down: boolean) {
  const y = (px: number) => Math.round(px * (down ? 1 : -1) * 10) / 10;
  const half = width / 2;
  const outer = BEND + width;
  const arc = (r: number, sweep: boolean, toX: number, toY: number) =>
    `A${r},${r} 0 0 ${sweep === down ? 1 : 0} ${toX},${y(toY)}`;
  const out = `H${x + outer}${arc(outer, false, x, outer - half)}V${y(reach)}`;
  const back = `V${y(half + BEND)}${arc(BEND, true, x + width + BEND, half)}H${right}`;
  const start = `M${right},${y(-half)}`;
  const turn = `${x + width},${y(reach)}`;
  return { ground: `${start}${out}L${turn}${back}Z`, edges: `${start}${out}M${turn}${back}` };
}

/** px that a bend reaches beyond the middle of its row. */
export const bendReach = ({ width }: Lane): number => width / 2 + BEND;
