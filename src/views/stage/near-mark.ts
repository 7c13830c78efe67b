/**
 * Which mark a finger meant: the nearest by what is drawn of each, asked of the browser once a tap. Dots, counts,
 * strokes and nodes are easier to miss than ribbons, so a ribbon gives way to them.
 */
import { distanceTo, nearest, type Candidate } from '@/layout/nearest';

/** A fingertip: half of a 44 px target. */
export const REACH = 22;
/** How much nearer a ribbon must be than a mark that is a point, px. */
const RIBBON_GIVES = 6;

/** Id of the mark nearest to a place on the page (CSS px), null if none is within reach. */
export function nearMark(stage: Element, x: number, y: number): string | null {
  const marks = [...stage.querySelectorAll<SVGGElement>('g.mark[data-id]')];
  return nearest(
    marks.map((mark) => candidate(mark, x, y)),
    REACH,
  );
}

function candidate(mark: SVGGElement, x: number, y: number): Candidate {
  const id = mark.dataset.id ?? '';
  const away = boxDistance(mark, x, y);
  // Boxes hold more than what is drawn, never less.
  if (away > REACH) return { id, distance: away };
  const centre = mark.querySelector<SVGPathElement>('path.hit');
  if (centre) return { id, distance: Math.max(0, lineDistance(centre, x, y)) + RIBBON_GIVES };
  const drawn = [...mark.querySelectorAll('.drawn')];
  return { id, distance: Math.min(away + REACH, ...drawn.map((part) => boxDistance(part, x, y))) };
}

function boxDistance(element: Element, x: number, y: number): number {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return distanceTo({ x0: left, y0: top, x1: right, y1: bottom }, x, y);
}

const STEP = 6;

/** px to the edge of a ribbon, along its centre line. */
function lineDistance(path: SVGPathElement, x: number, y: number): number {
  const place = path.getScreenCTM();
  if (!place) return Infinity;
  const half = Number(path.dataset.thickness) / 2;
  const whole = path.getTotalLength();
  let least = Infinity;
  for (let along = 0; along <= whole + STEP; along += STEP) {
    const point = path.getPointAtLength(Math.min(along, whole));
    least = Math.min(least, Math.hypot(point.x * place.a + place.e - x, point.y * place.d + place.f - y));
  }
  return least - half * place.a;
}
