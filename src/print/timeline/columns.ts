/** Where the columns of a timeline’s sheet stand, px from its left edge: the same on every sheet, on either paper. Pure. */

/** Right edges of the summits’ places and of the years. */
export const SUMMITS = 112;
export const YEARS = 146;
export const AXIS = 154;
/** Where hairlines from the axis have come to the height of their row. */
export const LEADER = 174;
/** Of a lane: the life of the group itself has the first. */
export const laneX = (place: number): number => 186 + place * 20;
/** Left edge of the words of events, for up to eight lanes. */
export const TEXT = 342;

/** px of a lane’s name. */
export const NAME_LINE = 14;
/** px of all names, one step below another. */
export const NAMES = (lanes: number): number => NAME_LINE * lanes + 12;
