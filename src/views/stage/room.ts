/** How the stage shares its px among its rows, from top to bottom: headlines, lanes, summits, axis, headings, flow. */
import type { Measure } from '@/layout/text-box';
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

const SHELF = 31;
const SUMMITS = 23;
const AXIS = 42;
const HEADINGS = 34;
const EDGE = 10;

/** Length of the axis on a stage of `width` px. */
const axisLength = (width: number, gutter: number): number => Math.max(width - gutter - EDGE, 1);

/** px in front of the axis: the longest name of a lane must fit. */
export const gutterFor = (names: readonly string[], measure: Measure): number =>
  Math.max(96, ...names.map((name) => measure(name, 'strong') + 24));

/** `lanes` = rows of the upper half; `hasFlow` = whether the lower half has anything to show. */
export function stageRoom(
  width: number,
  height: number,
  gutter: number,
  lanes: number,
  hasFlow: boolean,
): StageRoom {
  const share = hasFlow ? 0.46 : 0.9;
  const laneHeight = Math.min(
    hasFlow ? 22 : 40,
    Math.max(17, Math.floor((height * 0.235) / Math.max(lanes, 1))),
  );
  const left = height * share - AXIS - SUMMITS - lanes * laneHeight;
  const shelves = Math.min(4, Math.max(1, Math.floor(left / SHELF)));
  const lanesTop = shelves * SHELF + 6;
  const summitsTop = lanesTop + lanes * laneHeight + 2;
  const top = summitsTop + SUMMITS;
  const flowTop = top + AXIS + HEADINGS;
  return {
    width,
    height,
    gutter,
    length: axisLength(width, gutter),
    upper: { shelves, shelfHeight: SHELF, laneHeight, lanesTop, summitsTop, height: top },
    axis: { top, height: AXIS },
    headings: { top: top + AXIS, height: HEADINGS },
    flow: { top: flowTop, height: Math.max(height - flowTop - 8, 1) },
  };
}
