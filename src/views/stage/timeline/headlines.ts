/**
 * Headlines over the lanes: which events get one, and on which shelf. A headline stands to the right of its leader
 * line, which drops to its mark; no headline crosses another headline or another’s leader. Measured at the level’s
 * smallest zoom, like the marks, so that a pan changes nothing.
 */
import type { Measure } from '@/layout/text-box';
import { placeOf } from '@/time/warp';
import type { Shown, TimelineRoom } from './layout';

export interface Headline {
  id: string;
  t: number;
  t0: number;
  t1: number;
  text: string;
  when: string;
  /** 0 = the lowest shelf, next to the lanes. */
  shelf: number;
  /** px of its text. */
  width: number;
  /** Row of the topmost lane of its mark. */
  row: number;
}

export interface HeadlineRoom extends TimelineRoom {
  shelves: number;
  measure: Measure;
  /** The words for when it was. */
  when: (shown: Shown) => string;
}

const GAP = 14;
const LEADER_GAP = 5;

interface Placed {
  shelf: number;
  x: number;
  end: number;
}

/** `chosen`: when something is traced, only its events have headlines. */
export function layoutHeadlines(
  shown: readonly Shown[],
  room: HeadlineRoom,
  chosen: ReadonlySet<string> | null,
): Headline[] {
  const world = (t: number) => placeOf(room.warp, t) * room.length * 2 ** room.level;
  const placed: Placed[] = [];
  const headlines: Headline[] = [];
  const candidates = shown
    .filter(({ event }) => chosen === null || chosen.has(event.id))
    .sort((a, b) => a.event.importance - b.event.importance || a.event.t - b.event.t);
  for (const mark of candidates) {
    const { event } = mark;
    const when = room.when(mark);
    const width = Math.max(room.measure(event.label, 'strong'), room.measure(when, 'small')) + 2;
    const x = world(event.t);
    for (let shelf = 0; shelf < room.shelves; shelf++) {
      const own: Placed = { shelf, x, end: x + LEADER_GAP + width };
      if (placed.some((other) => clash(own, other))) continue;
      placed.push(own);
      headlines.push({
        id: event.id,
        t: event.t,
        t0: event.t0,
        t1: event.t1,
        text: event.label,
        when,
        shelf,
        width,
        row: mark.rows[0] ?? 0,
      });
      break;
    }
  }
  return headlines.sort((a, b) => a.t - b.t);
}

/** Two on one shelf must not touch; a leader from a higher shelf must not run through a lower headline. */
function clash(a: Placed, b: Placed): boolean {
  if (a.shelf === b.shelf) return a.x - GAP < b.end && b.x - GAP < a.end;
  const [upper, lower] = a.shelf > b.shelf ? [a, b] : [b, a];
  return upper.x > lower.x - LEADER_GAP && upper.x < lower.end + LEADER_GAP;
}
