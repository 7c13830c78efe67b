/**
 * What is in the page while the picture slides. At rest that is what is in view; in a movement whatever came into
 * view stays for the way back, and what comes is drawn a stretch ahead: to make and to remove a mark costs more than
 * to move it. Pure; numbers are px as drawn (see `Axis.shift`).
 */
import type { Axis } from '@/viewport/axis';

/** From px to px along the drawn picture. */
export type Reach = readonly [number, number];

/** How far beyond its ends the axis still shows what stands there, px: the clip of the stage. */
export const BLEED = 10;
/** How much is drawn ahead at once, px. */
const AHEAD = 48;
/** How much may stay beyond either end, in lengths of the stage. */
const MOST = 1;

/** The reach for an axis; `before`: that of the movement under way, if it holds for this zoom and stretch. */
export function reachOf({ shift, length }: Axis, before: Reach | null): Reach {
  const [from, to] = [shift - BLEED, shift + length + BLEED];
  if (!before) return [from, to];
  if (before[0] <= from && before[1] >= to) return before;
  const first = before[0] <= from ? before[0] : from - AHEAD;
  const last = before[1] >= to ? before[1] : to + AHEAD;
  const beyond = MOST * length + AHEAD;
  return [Math.max(first, from - beyond), Math.min(last, to + beyond)];
}

/**
 * Hands the array of before back as long as the new one holds the same: then nobody need look through it again. Where
 * one differs, those that are the `same` at their places are handed back all the same.
 */
export function holdSame<T>(same: (a: T, b: T) => boolean = Object.is): (now: readonly T[]) => readonly T[] {
  let held: readonly T[] = [];
  return (now) => {
    const next = now.map((item, i) => (i < held.length && same(item, held[i] as T) ? (held[i] as T) : item));
    const all = held.length === next.length && next.every((item, i) => item === held[i]);
    return all ? held : (held = next);
  };
}

/** Whether two values have equal fields: marks that are made anew, and look as before. */
export const sameFields = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
