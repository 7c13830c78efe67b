/**
 * The gutter: a lane for each thread and one for the group itself, drawn row by row like the graph of a version
 * history. Says which lines pass a row, begin at it and are tied by it; knows no px. Pure.
 */
import { NEUTRAL, threadColour } from '@/story/colours';
import type { Story } from '@/story/story';
import type { Item } from './folds';
import type { Row } from './rows';

export interface Lane {
  /** A thread’s id; null is the life of the group itself. */
  thread: string | null;
  label: string;
  since: number;
  /** The custom property of its colour. */
  colour: string;
}

/** Numbers are places of lanes, from 0; all rise. */
export interface Strands {
  /** Lines that come from above and go on. */
  through: readonly number[];
  /** Lines that begin here. */
  begins: readonly number[];
  /** Lanes the row belongs to: a dot on each, tied by a line; a row without any stands on the group’s lane. */
  dots: readonly number[];
  /** Lines that hide rows of their own in this closed fold. */
  hiding: readonly number[];
}

/** The lanes in the order of the threads; the group’s comes last, if anything belongs to it. */
export function lanesOf(story: Story, rows: readonly Row[]): Lane[] {
  const lanes = story.threads.map(({ id, label, since }): Lane => ({
    thread: id,
    label,
    since,
    colour: threadColour(story, id),
  }));
  const own = rows.find((row) => isOfGroup(story, row));
  if (own) lanes.push({ thread: null, label: story.group, since: own.t, colour: NEUTRAL });
  return lanes;
}

const isOfGroup = (story: Story, row: Row) =>
  !row.threads.some((id) => story.threads.some((thread) => thread.id === id));

/** Which lanes a row belongs to. */
export function dotsOf(lanes: readonly Lane[], row: Row): number[] {
  const own = lanes.flatMap((lane, i) =>
    lane.thread !== null && row.threads.includes(lane.thread) ? [i] : [],
  );
  const group = lanes.findIndex((lane) => lane.thread === null);
  return own.length > 0 || group < 0 ? own : [group];
}

/**
 * The strands of every item of the list, in its order. A line begins at the first shown row at or after the day the
 * group took the matter up, or at the first row of the thread itself should that stand before.
 */
export function strandsOf(lanes: readonly Lane[], items: readonly Item[]): Strands[] {
  let through: number[] = [];
  return items.map((item) => {
    if (item.kind === 'fold') {
      const held = item.fold.open ? [] : item.fold.rows.flatMap((row) => dotsOf(lanes, row));
      return { through, begins: NONE, dots: NONE, hiding: through.filter((lane) => held.includes(lane)) };
    }
    const dots = dotsOf(lanes, item.row);
    const begins = lanes.flatMap(({ since }, i) =>
      !through.includes(i) && (dots.includes(i) || item.row.t >= since) ? [i] : [],
    );
    const strands = { through, begins, dots, hiding: NONE };
    if (begins.length > 0) through = [...through, ...begins].sort((a, b) => a - b);
    return strands;
  });
}

const NONE: readonly number[] = [];

/** Whether the gutter draws the same beside two items. */
export const sameStrands = (a: Strands, b: Strands): boolean =>
  sameList(a.through, b.through) &&
  sameList(a.begins, b.begins) &&
  sameList(a.dots, b.dots) &&
  sameList(a.hiding, b.hiding);

export const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
