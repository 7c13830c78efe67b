/**
 * How threads are told apart without colour: each has a letter, a line of its own and a hatching of its own. In the
 * order of the story’s threads. Pure.
 */
import type { Story } from '@/story/story';

/** A to Z; a story with more threads goes on with AA. */
export function codeOf({ threads }: Pick<Story, 'threads'>, thread: string): string {
  const place = threads.findIndex(({ id }) => id === thread);
  if (place < 0) return '';
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26
    ? letter
    : codeOf({ threads: threads.slice(0, 26) }, threads[Math.floor(place / 26) - 1]?.id ?? '') + letter;
}

/** Codes of several threads, in the order of the story. */
export const codesOf = (story: Pick<Story, 'threads'>, threads: readonly string[]): string =>
  story.threads.flatMap(({ id }) => (threads.includes(id) ? [codeOf(story, id)] : [])).join(' ');

/** `stroke-dasharray` of the lanes, px. */
const DASHES = ['none', '9 3', '2 3', '10 3 2 3', '5 3', '14 3 4 3', '9 3 2 3 2 3'];
export const dashOf = (place: number): string => DASHES[place % DASHES.length] ?? 'none';

export interface Hatch {
  /** Side of the tile, px. */
  size: number;
  /** Strokes and dots in the tile. */
  d: string;
  stroke: number;
}
/** Hatchings that stay apart in grey: lines of four directions, a grid, dots, thick lines. */
const HATCHES: readonly Hatch[] = [
  { size: 6, d: 'M-1 1l2-2M0 6l6-6M5 7l2-2', stroke: 0.9 },
  { size: 4, d: 'M2 0v4', stroke: 0.9 },
  { size: 5, d: 'M0 2.5h5', stroke: 1 },
  { size: 6, d: 'M-1 5l2 2M0 0l6 6M5-1l2 2', stroke: 0.9 },
  { size: 5, d: 'M2.5 2.5h.01', stroke: 2 },
  { size: 6, d: 'M0 3h6M3 0v6', stroke: 0.7 },
  { size: 8, d: 'M-2 2l4-4M0 8l8-8M6 10l4-4', stroke: 2.6 },
];
export const hatchOf = (place: number): Hatch => HATCHES[place % HATCHES.length] as Hatch;
