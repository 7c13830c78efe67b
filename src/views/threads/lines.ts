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

/** The colour of a line: a custom property of the list (see `laneStyles`). */
export const lineColour = (place: number): string => `var(--line-${place})`;

/**
 * Custom properties of the list, for each lane: its colour, mixed rather than translucent, so that where two rows meet
 * a line does not show its seam; and the layers of a background, whole and dashed, which many rows put together.
 */
export const laneStyles = (lanes: readonly Lane[], gap: number, isFaded: (lane: Lane) => boolean): string[] =>
  lanes.flatMap((lane, place) => {
    const from = `${middleOf(place, gap) - THICK / 2}px 0 / ${THICK}px 100% no-repeat`;
    const line = lineColour(place);
    return [
      `--line-${place}: color-mix(in srgb, var(${lane.colour}) ${isFaded(lane) ? FADED : SHARE}%, var(--paper))`,
      `--whole-${place}: linear-gradient(${line} 0 0) ${from}`,
      `--dashed-${place}: repeating-linear-gradient(${line} 0 ${DASH}px, transparent ${DASH}px ${DASH + GAP}px) ${from}`,
    ];
  });

/** The custom property that holds the background of what passes a row. */
export const linesName = (through: readonly number[]): string => `--lines-${through.join('-')}`;

/** A CSS background of lines down the gutter; those that hide something are dashed. */
export const linesBackground = (through: readonly number[], hiding: readonly number[] = []): string =>
  through.map((place) => `var(--${hiding.includes(place) ? 'dashed' : 'whole'}-${place})`).join(', ') ||
  'none';
