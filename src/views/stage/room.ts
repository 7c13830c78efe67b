/**
 * How the stage shares its px among its rows, from top to bottom: headlines, lanes, summits, axis, headings, flow.
 * Where it is narrow, names of lanes take two lines, or stand above their lanes.
 */
import { oneLine, wrap, type Measure } from '@/layout/text-box';
import type { UpperRoom } from './timeline/scene';

export interface StageRoom {
  width: number;
  height: number;
  /** px in front of the axis: names of lanes, stubs, the key to the widths. */
  gutter: number;
  /** Names of the lanes, in their lines; row by row. */
  names: readonly (readonly string[])[];
  /** Whether the names stand above their lanes, for there is no room in front of them. */
  above: boolean;
  /** Whether the gutter is too small for stubs and counts: they have rows of their own. */
  slim: boolean;
  /** Length of the axis, px. */
  length: number;
  upper: UpperRoom;
  axis: { top: number; height: number };
  /** Rows for the stubs of columns that left the stage; none where they stand in the gutter. */
  stubs: { top: number; rows: number };
  headings: { top: number; height: number };
  flow: { top: number; height: number };
}

export const SHELF = 31;
export const SUMMITS = 23;
export const AXIS = 42;
export const HEADINGS = 34;
export const EDGE = 10;
/** A row of stubs; the key to the widths below the flow; a name above its lane. */
export const STUB_ROW = 20;
export const FOOT = 48;
export const NAME = 15;
/** px beside a name, where there is plenty of room and where there is little. */
const BESIDE = 24;
const SLIM_BESIDE = 18;
/** The share of the width that the gutter may have before names are broken. */
const GUTTER_SHARE = 0.25;
/** The least height of a lane: for names of two lines, beside such of one and beside each other; with its name above. */
const ROW = { one: 17, two: 22, both: 29, above: 22 + NAME };

export type Names = Pick<StageRoom, 'gutter' | 'names' | 'above' | 'slim'> & { row: number };

/** How the names of the lanes stand on a stage of `width` px; `others`: words that must fit into the gutter too. */
export function placeNames(
  names: readonly string[],
  others: readonly string[],
  width: number,
  measure: Measure,
  share = GUTTER_SHARE,
): Names {
  // Whole px: so are the widths of words.
  const most = Math.floor(width * share);
  const whole = names.map((name) => oneLine(name, 'strong', measure));
  const rest = Math.max(0, ...others.map((text) => measure(text, 'small')));
  const gutterOf = (widths: readonly number[], beside: number) => Math.max(rest, ...widths) + beside;
  const widths = whole.map((block) => block.width);
  for (const beside of [BESIDE, SLIM_BESIDE]) {
    const gutter = Math.max(96, gutterOf(widths, beside));
    if (gutter <= most)
      return { gutter, names: names.map((name) => [name]), above: false, slim: false, row: ROW.one };
  }
  const blocks = names.map((name) => wrap(name, 'strong', most - SLIM_BESIDE, 2, measure));
  if (blocks.every((block) => block !== null) && rest + SLIM_BESIDE <= most) {
    const lines = blocks.map((block) => block.lines);
    const both = lines.some((own, i) => own.length > 1 && (lines[i + 1]?.length ?? 1) > 1);
    return {
      gutter: gutterOf(
        blocks.map((block) => block.width),
        SLIM_BESIDE,
      ),
      names: lines,
      above: false,
      slim: true,
      row: both ? ROW.both : ROW.two,
    };
  }
  return { gutter: EDGE, names: names.map((name) => [name]), above: true, slim: true, row: ROW.above };
}

/** `names` as placed, a row of the upper half each; `hasFlow` = whether the lower half has anything to show. */
export function stageRoom(
  width: number,
  height: number,
  { row, ...named }: Names,
  hasFlow: boolean,
): StageRoom {
  const lanes = named.names.length;
  const share = hasFlow ? 0.46 : 0.9;
  const usual = Math.max(17, Math.floor((height * 0.235) / Math.max(lanes, 1)));
  const laneHeight = Math.max(row, Math.min(hasFlow ? 22 : 40, usual));
  const left = height * share - AXIS - SUMMITS - lanes * laneHeight;
  const shelves = Math.min(4, Math.max(1, Math.floor(left / SHELF)));
  const nameHeight = named.above ? NAME : 0;
  const lanesTop = shelves * SHELF + 6;
  const summitsTop = lanesTop + lanes * laneHeight + 2 + nameHeight;
  const top = summitsTop + SUMMITS;
  const rows = hasFlow && named.slim ? (named.above ? 2 : 1) : 0;
  const headingsTop = top + AXIS + rows * STUB_ROW;
  const flowTop = headingsTop + HEADINGS;
  const foot = hasFlow && named.above ? FOOT : 0;
  return {
    width,
    height,
    ...named,
    length: Math.max(width - named.gutter - EDGE, 1),
    upper: { shelves, shelfHeight: SHELF, laneHeight, lanesTop, nameHeight, summitsTop, height: top },
    axis: { top, height: AXIS },
    stubs: { top: top + AXIS, rows },
    headings: { top: headingsTop, height: HEADINGS },
    flow: { top: flowTop, height: Math.max(height - flowTop - foot - 8, 1) },
  };
}

/** A half of the stage by itself, where letters are so large that both do not fit; `room` is half-room.ts. */
export interface Half {
  part: 'events' | 'flow';
  room: (
    part: 'events' | 'flow',
    size: { width: number; height: number },
    names: readonly string[],
    others: readonly string[],
    measure: Measure,
  ) => StageRoom;
}
