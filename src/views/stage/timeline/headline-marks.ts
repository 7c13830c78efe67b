/** Headlines in px for one frame: those in view, turned or silent where the edge of the stage would cut them. */
import { drawnAt, type Axis } from '@/viewport/axis';
import type { Headline } from './headlines';
import type { UpperRoom } from './scene';

export interface HeadlineMark {
  headline: Headline;
  /** Start of the text, or its end if it is set to the left of its leader. */
  x: number;
  end: boolean;
  y: number;
  leader: { x: number; y0: number; y1: number } | null;
}

/** Headlines in view; one that would be cut at the edge is set to the left of its leader, or stays silent. */
export function headlineMarks(
  headlines: readonly Headline[],
  axis: Axis,
  room: UpperRoom,
  laneY: (row: number) => number,
): HeadlineMark[] {
  const marks: HeadlineMark[] = [];
  const boxes: { shelf: number; x0: number; x1: number; leader: number }[] = [];
  const inView = headlines
    .map((headline) => ({ headline, x: axis.along(headline.t), x1: axis.along(headline.t1) }))
    .filter(
      ({ headline, x, x1 }) => on(axis, x) || (axis.along(headline.t0) < 0 && x1 > headline.width + 24),
    );
  // Those set to the right of their marks keep clear of each other by layout; only those that had to move can clash.
  const turned = ({ headline, x }: { headline: Headline; x: number }) => x + 5 + headline.width > axis.length;
  const moved = (entry: { headline: Headline; x: number }) => entry.x < 0 || turned(entry);
  for (const entry of [...inView.filter((e) => !moved(e)), ...inView.filter(moved).reverse()]) {
    const { headline } = entry;
    const sticky = entry.x < 0;
    const x = sticky ? 0 : entry.x;
    const end = turned({ headline, x });
    const box = {
      shelf: headline.shelf,
      x0: end ? x - headline.width - 5 : x,
      x1: end ? x : x + 5 + headline.width,
      leader: x,
    };
    if (box.x0 < 0 || box.x1 > axis.length) continue;
    if ((end || sticky) && boxes.some((other) => clash(box, other))) continue;
    boxes.push(box);
    const y = room.lanesTop - 3 - (headline.shelf + 1) * room.shelfHeight;
    marks.push({
      headline,
      x: drawnAt(axis, end ? x - 5 : x + 5),
      end,
      y,
      leader: sticky ? null : { x: drawnAt(axis, x), y0: y + 2, y1: laneY(headline.row) - 5 },
    });
  }
  return marks.sort((a, b) => a.headline.t - b.headline.t);
}

interface HeadlineBox {
  shelf: number;
  x0: number;
  x1: number;
  leader: number;
}

const clash = (a: HeadlineBox, b: HeadlineBox): boolean =>
  a.shelf === b.shelf ? a.x0 - 10 < b.x1 && b.x0 - 10 < a.x1 : Math.abs(a.leader - b.leader) < 6;

const on = (axis: Axis, x: number): boolean => x >= 0 && x <= axis.length;
