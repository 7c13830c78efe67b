/** What a finger meant: the node or ribbon nearest to where it came down. Marks are thin, fingers are not. */
import type { FlowScene } from '@/flow/scene';
import { ribbonAcross } from '@/layout/ribbon';

/** px around a bar that are its own, along and across. */
const BAR_ALONG = 17;
const BAR_ACROSS = 12;
/** px on either side of a ribbon that may be its, if no other is nearer. */
const RIBBON = 22;

/** Id of the mark meant at a point of a flow that runs down; null where none is near. */
export function nearestMark({ nodes, ribbons }: FlowScene, x: number, y: number): string | null {
  const bars = nodes.flatMap(({ node, x: left, y: top, width, height }) => {
    const across = Math.max(left - x, x - left - width, 0);
    const along = Math.abs(y - top - height / 2);
    return along <= BAR_ALONG && across <= BAR_ACROSS ? [{ id: node.id, far: across + along / 100 }] : [];
  });
  if (bars.length > 0) return nearest(bars);
  return nearest(
    ribbons.flatMap(({ link, way, thickness }) => {
      const centre = ribbonAcross(way, y);
      const far = centre === null ? Infinity : Math.max(Math.abs(x - centre) - thickness / 2, 0);
      // Of those it lies on, the thinnest: a wide one has room elsewhere.
      return far <= RIBBON ? [{ id: link.id, far: far + thickness / 1000 }] : [];
    }),
  );
}

const nearest = (marks: { id: string; far: number }[]): string | null =>
  marks.reduce<{ id: string | null; far: number }>((best, mark) => (mark.far < best.far ? mark : best), {
    id: null,
    far: Infinity,
  }).id;
