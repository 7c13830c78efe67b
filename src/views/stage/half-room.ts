/** The room of a half of the stage by itself, before a class: its letters are as large as the back row needs. */
import {
  AXIS,
  EDGE,
  FOOT,
  HEADINGS,
  NAME,
  placeNames,
  SHELF,
  STUB_ROW,
  SUMMITS,
  type Half,
  type Names,
  type StageRoom,
} from './room';

/** The share of the width that the names of lanes may have. */
const GUTTER_SHARE = 0.34;
/** The least height of a lane with its name above it: it may touch the lane before. */
const ABOVE = 27;
/** The highest a lane is worth; rows of headlines before lanes grow. */
const HIGHEST_LANE = 36;
const SHELVES = 3;

/** All of the height for one half, and the axis: under the lanes, or over the flow. */
export const halfRoom: Half['room'] = (part, { width, height }, names, others, measure) =>
  part === 'events'
    ? eventsRoom(width, height, placeNames(names, others, width, measure, GUTTER_SHARE))
    : flowRoom(width, height);

function eventsRoom(width: number, height: number, { row, ...named }: Names): StageRoom {
  const lanes = Math.max(named.names.length, 1);
  const least = named.above ? ABOVE : row;
  const nameHeight = named.above ? NAME : 0;
  const fixed = AXIS + SUMMITS + nameHeight + 10;
  const rest = height - fixed - lanes * least;
  const shelves = Math.min(SHELVES, Math.max(1, Math.floor(rest / SHELF)));
  const share = Math.floor((height - fixed - shelves * SHELF) / lanes);
  const laneHeight = Math.max(least, Math.min(HIGHEST_LANE, share));
  const lanesTop = shelves * SHELF + 6;
  const summitsTop = lanesTop + lanes * laneHeight + 2 + nameHeight;
  const top = summitsTop + SUMMITS;
  const below = top + AXIS;
  return {
    width,
    height,
    ...named,
    length: Math.max(width - named.gutter - EDGE, 1),
    upper: { shelves, shelfHeight: SHELF, laneHeight, lanesTop, nameHeight, summitsTop, height: top },
    axis: { top, height: AXIS },
    stubs: { top: below, rows: 0 },
    headings: { top: below, height: 0 },
    flow: { top: below, height: 1 },
  };
}

function flowRoom(width: number, height: number): StageRoom {
  const headingsTop = AXIS + STUB_ROW;
  const flowTop = headingsTop + HEADINGS;
  return {
    width,
    height,
    gutter: EDGE,
    names: [],
    above: true,
    slim: true,
    length: Math.max(width - 2 * EDGE, 1),
    upper: {
      shelves: 0,
      shelfHeight: SHELF,
      laneHeight: 0,
      lanesTop: 0,
      nameHeight: 0,
      summitsTop: 0,
      height: 0,
    },
    axis: { top: 0, height: AXIS },
    stubs: { top: AXIS, rows: 1 },
    headings: { top: headingsTop, height: HEADINGS },
    flow: { top: flowTop, height: Math.max(height - flowTop - FOOT - 8, 1) },
  };
}
