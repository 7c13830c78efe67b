/**
 * The outline of a flow between two edges. Its thickness is measured across the direction of time everywhere, so
 * that a steep ribbon is not drawn wider than its weight; it never leaves the space between its ends.
 */
import { pathRound, type Path } from 'd3-path';

/** Which way time runs: to the right of a wide picture, or down a narrow page. */
export type Orientation = 'right' | 'down';

export interface Waypoint {
  /** Where it passes, px along the axis of time; from `in` to `out` it runs straight. */
  in: number;
  out: number;
  /** Its centre, px across. */
  across: number;
}

type Point = [along: number, across: number];

/** SVG path of a ribbon of `thickness` px through its waypoints (the first and the last are its two ends). */
export function ribbonPath(
  way: readonly Waypoint[],
  thickness: number,
  orientation: Orientation = 'right',
): string {
  const edge = (side: 1 | -1) =>
    pointsOf(way).map(([along, across]): Point => [along, across + (side * thickness) / 2]);
  const pen = pathRound(1);
  draw(pen, edge(-1), orientation, 'moveTo');
  draw(pen, edge(1).reverse(), orientation, 'lineTo');
  pen.closePath();
  return String(pen);
}

/** SVG path of the centre line: for hairlines and for hit areas. */
export function centrePath(way: readonly Waypoint[], orientation: Orientation = 'right'): string {
  const pen = pathRound(1);
  draw(pen, pointsOf(way), orientation, 'moveTo');
  return String(pen);
}

/**
 * Draws bumps through the points: Bézier curves that leave and arrive along the axis of time, their handles half way
 * (the curve that D3 calls bump).
 */
function draw(
  pen: Path,
  points: readonly Point[],
  orientation: Orientation,
  begin: 'moveTo' | 'lineTo',
): void {
  const right = orientation === 'right';
  const place = (along: number, across: number): Point => (right ? [along, across] : [across, along]);
  points.forEach(([along, across], i) => {
    const before = points[i - 1];
    if (!before) return pen[begin](...place(along, across));
    const middle = (before[0] + along) / 2;
    pen.bezierCurveTo(...place(middle, before[1]), ...place(middle, across), ...place(along, across));
  });
}

const pointsOf = (way: readonly Waypoint[]): Point[] =>
  way.flatMap(({ in: from, out, across }): Point[] =>
    from === out
      ? [[from, across]]
      : [
          [from, across],
          [out, across],
        ],
  );

/** Halvings until a px is cut into thousandths, on the longest of pages. */
const HALVINGS = 24;

/** px across of a ribbon’s centre at `along`; null before its start and after its end. The curve is the drawn one. */
export function ribbonAcross(way: readonly Waypoint[], along: number): number | null {
  const points = pointsOf(way);
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1] as Point, points[i] as Point];
    if (along < from[0] || along > to[0]) continue;
    const share = (along - from[0]) / Math.max(to[0] - from[0], 1e-9);
    let [low, high] = [0, 1];
    // The bump’s handles lie half way along: its share along, 3s(1−s)/2 + s³, rises with s.
    for (let n = 0; n < HALVINGS; n++) {
      const s = (low + high) / 2;
      if (1.5 * s * (1 - s) + s ** 3 < share) low = s;
      else high = s;
    }
    const s = (low + high) / 2;
    return from[1] + (to[1] - from[1]) * s * s * (3 - 2 * s);
  }
  return null;
}
