/** How the stage shares its px among its rows, from top to bottom: headlines, lanes, summits, axis, headings, flow. */
import type { UpperRoom } from './timeline/scene';

export interface StageRoom {
  width: number;
  height: number;
  /** px in front of the axis: names of lanes, stubs, the key to the widths. */
  gutter: number;
  /** Length of the axis, px. */
  length: number;
  upper: UpperRoom;
  axis: { top: number; height: number };
  headings: { top: number; height: number };
  flow: { top: number; height: number };
}

const SHELF = 34;
const SUMMITS = 24;
const AXIS = 46;
const HEADINGS = 36;
const EDGE = 10;

/** Length of the axis on a stage of `width` px. */
export const axisLength = (width: number): number => Math.max(width - gutterOf(width) - EDGE, 1);

const gutterOf = (width: number): number => Math.round(Math.min(Math.max(width * 0.11, 96), 156));

/** `lanes` = rows of the upper half; `hasFlow` = whether the lower half has anything to show. */
export function stageRoom(width: number, height: number, lanes: number, hasFlow: boolean): StageRoom {
  const gutter = gutterOf(width);
  const share = hasFlow ? 0.44 : 0.9;
  const laneHeight = Math.min(
    hasFlow ? 22 : 40,
    Math.max(17, Math.floor((height * 0.235) / Math.max(lanes, 1))),
  );
  const left = height * share - AXIS - SUMMITS - lanes * laneHeight;
  const shelves = Math.min(4, Math.max(1, Math.floor(left / SHELF)));
  const lanesTop = shelves * SHELF + 10;
  const summitsTop = lanesTop + lanes * laneHeight + 2;
  const top = summitsTop + SUMMITS;
  const flowTop = top + AXIS + HEADINGS;
  return {
    width,
    height,
    gutter,
    length: axisLength(width),
    upper: { shelves, shelfHeight: SHELF, laneHeight, lanesTop, summitsTop, height: top },
    axis: { top, height: AXIS },
    headings: { top: top + AXIS, height: HEADINGS },
    flow: { top: flowTop, height: Math.max(height - flowTop - 8, 1) },
  };
}
