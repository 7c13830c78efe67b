/**
 * The gutter: a lane for each thread and one for the group itself, drawn row by row like the graph of a version
 * history. Says which lines pass a row, begin at it and are tied by it; knows no px. Pure.
 */
import type { Story } from '@/story/story';
import type { Item } from './folds';
import type { Row } from './rows';

export interface Lane {
  /** A thread’s id; null is the life of the group itself. */
  thread: string | null;
  label: string;
  since: number;
}

/** Numbers are places of lanes, from 0; all rise. */
export interface Strands {
  /** Lines that come from above and go on. */
  through: number[];
  /** Lines that begin here. */
  begins: number[];
  /** Lanes the row belongs to: a dot on each, tied by a line; a row without any stands on the group’s lane. */
  dots: number[];
  /** Lines that hide rows of their own in this closed fold. */
  hiding: number[];
}

/** The lanes in the order of the threads; the group’s comes last, if anything belongs to it. */
export function lanesOf(story: Story, rows: readonly Row[]): Lane[] {
  const lanes = story.threads.map(({ id, label, since }): Lane => ({ thread: id, label, since }));
  const own = rows.find((row) => isOfGroup(story, row));
  if (own) lanes.push({ thread: null, label: story.group, since: own.t });
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
  const begun = new Set<number>();
  return items.map((item) => {
    const through = [...begun].sort((a, b) => a - b);
    if (item.kind === 'fold') {
      const held = item.fold.open ? [] : item.fold.rows.flatMap((row) => dotsOf(lanes, row));
      return { through, begins: [], dots: [], hiding: through.filter((lane) => held.includes(lane)) };
    }
    const dots = dotsOf(lanes, item.row);
    const begins = lanes.flatMap(({ since }, i) =>
      !begun.has(i) && (dots.includes(i) || item.row.t >= since) ? [i] : [],
    );
    for (const lane of begins) begun.add(lane);
    return { through, begins, dots, hiding: [] };
  });
}
