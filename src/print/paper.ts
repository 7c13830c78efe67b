/** Sheets of paper in CSS px (96 to the inch, in print as on screen), and what of them is left to write on. Pure. */
import type { Paper } from '@/state/handout.svelte';

export const MM = 96 / 25.4;
const SIZES: Record<Paper, readonly [width: number, height: number]> = {
  a4: [210, 297],
  letter: [215.9, 279.4],
};

/** mm; no printer leaves more than the least of them bare. */
const MARGIN = { side: 14, top: 11, bottom: 8 };
/** mm of the line above everything, and of what stands below it. */
const FOOT = 19;

/** px of the title of a sheet. */
export const SHEET_HEAD = 12 * MM;

export interface Room {
  /** px. */
  width: number;
  height: number;
}

/** The whole sheet, upright or turned. */
export function sheetOf(paper: Paper, turned: boolean): Room {
  const [width, height] = SIZES[paper];
  return turned ? { width: height * MM, height: width * MM } : { width: width * MM, height: height * MM };
}

/** What is left between the margins and above the foot. */
export function roomOf(paper: Paper, turned: boolean): Room {
  const { width, height } = sheetOf(paper, turned);
  return {
    width: width - 2 * MARGIN.side * MM,
    height: height - (MARGIN.top + MARGIN.bottom + FOOT) * MM,
  };
}
