/**
 * Headlines over the lanes: which events get one, and on which shelf. A headline stands to the right of its leader
 * line, which drops to its mark; headlines never touch, and leaders run behind words only where nothing else fits. Measured at the level’s
 * smallest zoom, like the marks, so that a pan changes nothing.
 */
import type { Measure } from '@/layout/text-box';
import type { Precision } from '@/story/story';
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
  /** The words for when it was, no finer than `precision`. */
  when: (shown: Shown, precision: Precision) => string;
}

const DAY = 864e5;
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
    .filter(({ event }) => (chosen === null ? event.importance <= 2 + room.level : chosen.has(event.id)))
    .sort((a, b) => a.event.importance - b.event.importance || a.event.t - b.event.t);
  for (const mark of candidates) {
    const { event } = mark;
    const when = room.when(mark, precisionAt(mark, world(event.t + DAY) - world(event.t)));
    const width = Math.max(room.measure(event.label, 'strong'), room.measure(when, 'small')) + 2;
    const x = world(event.t);
    const places = shelvesFor(x, x + LEADER_GAP + width, room.shelves);
    const free = places.find((own) => !placed.some((other) => touch(own, other) || crosses(own, other)));
    const own = free ?? places.find((own) => !placed.some((other) => touch(own, other)));
    if (!own) continue;
    placed.push(own);
    const { id, t, t0, t1, label } = event;
    headlines.push({ id, t, t0, t1, text: label, when, shelf: own.shelf, width, row: mark.rows[0] ?? 0 });
  }
  return headlines.sort((a, b) => a.t - b.t);
}

/** Where a day is a hair’s breadth, the year says enough; where it is wide, the day is what is looked for. */
function precisionAt({ event }: Shown, pxPerDay: number): Precision {
  const wanted: Precision = pxPerDay < 0.1 ? 'year' : pxPerDay < 2 ? 'month' : 'day';
  const order: Precision[] = ['year', 'month', 'day', 'minute'];
  return order[Math.min(order.indexOf(wanted), order.indexOf(event.precision))] ?? 'year';
}

/** From the top down: what is earlier then stands higher, and its leader drops clear of what is later. */
const shelvesFor = (x: number, end: number, shelves: number): Placed[] =>
  Array.from({ length: shelves }, (_, i) => ({ shelf: shelves - 1 - i, x, end }));

/** Two on one shelf must not touch; a leader must not drop just where a lower headline begins. */
function touch(a: Placed, b: Placed): boolean {
  if (a.shelf === b.shelf) return a.x - GAP < b.end && b.x - GAP < a.end;
  return Math.abs(a.x - b.x) < 2 * LEADER_GAP;
}

/** Whether the leader of the higher one runs behind the words of the lower one: legible, but better avoided. */
function crosses(a: Placed, b: Placed): boolean {
  const [upper, lower] = a.shelf > b.shelf ? [a, b] : [b, a];
  return upper.shelf !== lower.shelf && upper.x > lower.x && upper.x < lower.end + LEADER_GAP;
}
