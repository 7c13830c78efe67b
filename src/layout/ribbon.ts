/**
 * The outline of a flow between two edges. Its thickness is measured across the direction of time everywhere, so
 * that a steep ribbon is not drawn wider than its weight; it never leaves the space between its ends.
 */
export interface Waypoint {
  /** Where it passes, px along the axis of time; from `in` to `out` it runs straight. */
  in: number;
  out: number;
  /** Its centre, px across. */
  across: number;
}

const round = (n: number) => Math.round(n * 10) / 10;

/** SVG path of a ribbon of `thickness` px through its waypoints (the first and the last are its two ends). */
export function ribbonPath(way: readonly Waypoint[], thickness: number): string {
  const half = thickness / 2;
  const back = way.map((point) => ({ in: point.out, out: point.in, across: point.across + half })).reverse();
  return `M${edge(way.map((point) => ({ ...point, across: point.across - half })))}L${edge(back)}Z`;
}

/** SVG path of the centre line: for hairlines and for hit areas. */
export const centrePath = (way: readonly Waypoint[]): string => `M${edge(way)}`;

function edge(way: readonly Waypoint[]): string {
  let d = '';
  way.forEach((point, i) => {
    const last = way[i - 1];
    if (!last) d += `${round(point.in)},${round(point.across)}`;
    else {
      const middle = round((last.out + point.in) / 2);
      d += `C${middle},${round(last.across)} ${middle},${round(point.across)} ${round(point.in)},${round(point.across)}`;
    }
    if (point.out !== point.in) d += `L${round(point.out)},${round(point.across)}`;
  });
  return d;
}
