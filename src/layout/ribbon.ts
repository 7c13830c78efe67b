/**
 * The outline of a flow between two edges. Its thickness is measured across the direction of time everywhere, so
 * that a steep ribbon is not drawn wider than its weight; it never leaves the space between its ends.
 */
import { area, curveBumpX, line } from 'd3-shape';

export interface Waypoint {
  /** Where it passes, px along the axis of time; from `in` to `out` it runs straight. */
  in: number;
  out: number;
  /** Its centre, px across. */
  across: number;
}

type Point = [along: number, across: number];

const edge = line<Point>().curve(curveBumpX).digits(1);

/** SVG path of a ribbon of `thickness` px through its waypoints (the first and the last are its two ends). */
export function ribbonPath(way: readonly Waypoint[], thickness: number): string {
  return (
    area<Point>()
      .x(([along]) => along)
      .y0(([, across]) => across + thickness / 2)
      .y1(([, across]) => across - thickness / 2)
      .curve(curveBumpX)
      .digits(1)(points(way)) ?? ''
  );
}

/** SVG path of the centre line: for hairlines and for hit areas. */
export const centrePath = (way: readonly Waypoint[]): string => edge(points(way)) ?? '';

const points = (way: readonly Waypoint[]): Point[] =>
  way.flatMap(({ in: from, out, across }): Point[] =>
    from === out
      ? [[from, across]]
      : [
          [from, across],
          [out, across],
        ],
  );
