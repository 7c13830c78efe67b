/**
 * The lines of the gutter as backgrounds: what passes a row is the same for hundreds of rows, so it is written once
 * and each row names it; a line of its own in each would be thousands of elements. Pure.
 */
import type { Lane } from './lanes';

/** px across. */
const THICK = 2;
/** Dashes and the gaps between them, px. */
const [DASH, GAP] = [3, 4];

/** How much of its colour a line has, %. */
const SHARE = 60;
const FADED = 20;

/** Middle of a lane, px from the start of the gutter; `gap` px from lane to lane. */
export const middleOf = (lane: number, gap: number): number => (lane + 0.5) * gap;

/** The colour of a line. Mixed rather than translucent: where two rows meet, a line does not show its seam. */
export const lineColour = (colour: string, faded: boolean): string =>
  `color-mix(in srgb, var(${colour}) ${faded ? FADED : SHARE}%, var(--paper))`;

/** The custom property that holds the background of what passes a row. */
export const linesName = (through: readonly number[]): string => `--lines-${through.join('-')}`;

/** A CSS background of lines down the gutter; those that hide something are dashed. */
export function linesBackground(
  lanes: readonly Lane[],
  through: readonly number[],
  gap: number,
  isFaded: (lane: Lane) => boolean,
  hiding: readonly number[] = [],
): string {
  const layers = through.flatMap((place) => {
    const lane = lanes[place];
    if (!lane) return [];
    const colour = lineColour(lane.colour, isFaded(lane));
    const image = hiding.includes(place)
      ? `repeating-linear-gradient(${colour} 0 ${DASH}px, transparent ${DASH}px ${DASH + GAP}px)`
      : `linear-gradient(${colour} 0 0)`;
    return [`${image} ${middleOf(place, gap) - THICK / 2}px 0 / ${THICK}px 100% no-repeat`];
  });
  return layers.join(', ') || 'none';
}
