/**
 * The way back. The opposite of a move, right after it, leads to the very mark it came from; Backspace leads back
 * step by step. Pure: knows ids and moves, not where they stand.
 */
import type { Move } from './walk';

export interface Step {
  from: string;
  to: string;
  move: Move;
}

/** Steps that led here, the last one last. */
export type Trail = readonly Step[];

const OPPOSITE: Partial<Record<Move, Move>> = {
  left: 'right',
  right: 'left',
  up: 'down',
  down: 'up',
  'page-back': 'page-on',
  'page-on': 'page-back',
  cross: 'cross',
};

/** How many steps are remembered. */
const LONGEST = 500;

/** The mark that the last step came from, if `move` takes that step back; null if it does not. */
export function takenBack(trail: Trail, id: string | null, move: Move): string | null {
  const last = trail.at(-1);
  return last && last.to === id && OPPOSITE[last.move] === move ? last.from : null;
}

/** The trail with one step more. To take a step back is a step too, so that it can be taken back itself. */
export const goOn = (trail: Trail, step: Step): Trail => [...trail.slice(1 - LONGEST), step];

/** The last mark of the trail that is still there and not `id`, and the trail that led to it. */
export function goBack(
  trail: Trail,
  id: string | null,
  has: (id: string) => boolean,
): { to: string; trail: Trail } | null {
  for (let i = trail.length - 1; i >= 0; i--) {
    const from = trail[i]?.from;
    if (from !== undefined && from !== id && has(from)) return { to: from, trail: trail.slice(0, i) };
  }
  return null;
}
