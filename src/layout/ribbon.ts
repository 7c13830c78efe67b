/**
 * The outline of a flow between two edges. Its thickness is measured across the direction of time everywhere, so
 * that a steep ribbon is not drawn wider than its weight; it never leaves the space between its ends.
 */
import { area, curveBumpX, curveBumpY, line } from 'd3-shape';

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

const alongOf = ([along]: Point) => along;
const acrossOf = ([, across]: Point) => across;

/** SVG path of a ribbon of `thickness` px through its waypoints (the first and the last are its two ends). */
export function ribbonPath(
  way: readonly Waypoint[],
  thickness: number,
  orientation: Orientation = 'right',
): string {
  const edge = (side: 1 | -1) => (point: Point) => acrossOf(point) + (side * thickness) / 2;
  const outline =
    orientation === 'right'
      ? area<Point>().x(alongOf).y0(edge(1)).y1(edge(-1)).curve(curveBumpX)
      : area<Point>().y(alongOf).x0(edge(1)).x1(edge(-1)).curve(curveBumpY);
  return outline.digits(1)(pointsOf(way)) ?? '';
}

/** SVG path of the centre line: for hairlines and for hit areas. */
export function centrePath(way: readonly Waypoint[], orientation: Orientation = 'right'): string {
  const centre =
    orientation === 'right'
      ? line<Point>().x(alongOf).y(acrossOf).curve(curveBumpX)
      : line<Point>().x(acrossOf).y(alongOf).curve(curveBumpY);
  return centre.digits(1)(pointsOf(way)) ?? '';
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
