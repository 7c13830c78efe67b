/**
 * Headlines over the lanes: which events get one, and on which shelf. A headline stands to the right of its leader
 * line, which drops to its mark; headlines never touch, and leaders run behind words only where nothing else fits. Measured at the level’s
 * smallest zoom, like the marks, so that a pan changes nothing.
 */
import type { Measure } from '@/layout/text-box';
import type { Precision } from '@/story/story';
import { placeOf, type Warp } from '@/time/warp';
import type { Shown } from './layout';
import type { LevelRoom } from './level';

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

export interface HeadlineRoom extends LevelRoom {
  warp: Warp;
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

/** Places the headlines of candidates; none comes nearer to `until` (px along the level) than to another headline. */
export function layoutHeadlines(
  candidates: readonly Shown[],
  room: HeadlineRoom,
  until = Infinity,
): Headline[] {
  const world = (t: number) => placeOf(room.warp, t) * room.length * 2 ** room.level;
  const placed: Placed[] = [];
  const headlines: Headline[] = [];
  const order = [...candidates].sort(
    (a, b) => a.event.importance - b.event.importance || a.event.t - b.event.t,
  );
  for (const mark of order) {
    const { event } = mark;
    const x = world(event.t);
    // Where a mere leader has no room, no words need be made and measured.
    const open = shelvesFor(x, x + LEADER_GAP, room.shelves).filter(
      (own) => own.end + GAP <= until && !placed.some((other) => touch(own, other)),
    );
    if (open.length === 0) continue;
    const when = room.when(mark, precisionAt(mark, world(event.t + DAY) - x));
    const width = Math.max(room.measure(event.label, 'strong'), room.measure(when, 'small')) + 2;
    const end = x + LEADER_GAP + width;
    if (end + GAP > until) continue;
    const places = open.map((own) => ({ ...own, end }));
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
