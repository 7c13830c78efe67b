/** The visible period as two dates: no more exact than the stage needs, and always enclosing what was visible. */
import { parsePartialDate } from '@/time/partial-date';

/** [t0, t1), ms UTC. */
export type Period = readonly [number, number];

/** How far off, as a share of the stage, a written date may put an edge. */
const CLOSE_ENOUGH = 0.005;

/** Both dates are included, in either order; one alone reaches to the end of the story; cut to the story. */
export function readPeriod(
  from: string | undefined,
  to: string | undefined,
  [e0, e1]: Period,
): Period | null {
  const start = from === undefined ? null : parsePartialDate(from);
  const end = to === undefined ? null : parsePartialDate(to);
  if (!start && !end) return null;
  let t0 = start?.t0 ?? e0;
  let t1 = end?.t1 ?? e1;
  if (start && end && t0 >= t1) [t0, t1] = [end.t0, start.t1];
  t0 = Math.max(t0, e0);
  t1 = Math.min(t1, e1);
  return t0 < t1 ? [t0, t1] : null;
}

interface Measure {
  extent: Period;
  /** The place of a time on the whole line, 0 to 1. */
  place: (t: number) => number;
}

/** Null for the whole story, unless that must be said (`whole`). Each date is as coarse as its place on the stage allows. */
export function writePeriod(
  [t0, t1]: Period,
  { extent, place }: Measure,
  whole = false,
): { from: string; to: string } | null {
  if (!whole && t0 <= extent[0] && t1 >= extent[1]) return null;
  const room = CLOSE_ENOUGH * (place(t1) - place(t0));
  const from = coarsest(Math.floor(t0), (date) => place(t0) - place(date.t0) <= room);
  const to = coarsest(Math.ceil(t1) - 1, (date) => place(date.t1) - place(t1) <= room);
  return from && to ? { from, to } : null;
}

/** The shortest date around an instant that is close enough: a year, a month, a day, and at last the minute. */
function coarsest(t: number, isClose: (date: { t0: number; t1: number }) => boolean): string | null {
  const iso = new Date(t).toISOString();
  for (const length of [4, 7, 10, 16]) {
    const text = iso.slice(0, length);
    const date = parsePartialDate(text);
    if (date && (length === 16 || isClose(date))) return text;
  }
  return null;
}
