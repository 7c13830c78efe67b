/** The axis in px for one frame: the bands of the chapters and the ticks between them. */
import { ticksOf, type Tick, type TickUnit } from '@/time/ticks';
import type { Chapter, Column, Story } from '@/story/story';
import type { Axis } from '@/viewport/axis';
import { wrap, type Measure } from '@/layout/text-box';

export interface BandMark {
  chapter: Chapter;
  x0: number;
  x1: number;
  /** Where its label stands; null where it does not fit. It stays on the stage while any of the band does. */
  labelX: number | null;
  odd: boolean;
}

export interface HeadingMark {
  column: Column;
  x: number;
  lines: string[];
}

export interface AxisMarks {
  bands: BandMark[];
  ticks: Tick[];
}

export function axisMarks(
  story: Story,
  axis: Axis,
  tickWidth: (t: number, unit: TickUnit) => number,
  measure: Measure,
): AxisMarks {
  const bands: BandMark[] = [];
  const ticks: Tick[] = [];
  let labelEnd = -Infinity;
  let tickEnd = -Infinity;
  story.chapters.forEach((chapter, i) => {
    const a0 = axis.along(chapter.t0);
    const a1 = axis.along(chapter.t1);
    if (a1 <= 0 || a0 >= axis.length) return;
    const x0 = Math.max(a0, 0);
    const x1 = Math.min(a1, axis.length);
    const width = measure(chapter.label, 'strong');
    const labelX = Math.max(x0 + 7, labelEnd);
    const fits = labelX + width + 7 <= x1;
    if (fits) labelEnd = labelX + width + 10;
    bands.push({ chapter, x0, x1, labelX: fits ? labelX : null, odd: i % 2 === 1 });
    for (const tick of ticksOf({ t0: chapter.t0, t1: chapter.t1, a0, a1 }, [axis.t0, axis.t1], tickWidth)) {
      if (tick.along < -0.5 || tick.along > axis.length) continue;
      const end = tick.along + 4 + tickWidth(tick.t, tick.unit);
      const labelled = tick.labelled && tick.along + 4 > tickEnd && end <= axis.length;
      if (labelled) tickEnd = end + 8;
      ticks.push({ ...tick, labelled });
    }
  });
  return { bands, ticks };
}

export interface Headings {
  on: HeadingMark[];
  /** Columns that left the stage: their stubs stay at its edges. */
  before: Column[];
  after: Column[];
}

/** Headings over the columns that are on the stage, each in the room up to the next; what does not fit stays silent. */
export function headingMarks(
  columns: readonly { column: Column; t0: number; t1: number }[],
  axis: Axis,
  measure: Measure,
): Headings {
  const result: Headings = { on: [], before: [], after: [] };
  const spans = columns.map(({ column, t0, t1 }) => ({ column, x0: axis.along(t0), x1: axis.along(t1) }));
  const starts = spans.map(({ x0 }) => Math.max(x0 - 5, 0));
  let end = 0;
  spans.forEach(({ column, x0, x1 }, i) => {
    if (x1 < 0) result.before.push(column);
    else if (x0 > axis.length) result.after.push(column);
    else {
      const from = Math.max(starts[i] ?? 0, end);
      const room = Math.min(starts[i + 1] ?? axis.length, axis.length) - from - 10;
      const block = room > 24 ? wrap(column.label, 'small', Math.min(room, 170), 2, measure) : null;
      if (!block || from - (starts[i] ?? 0) > 12) return;
      result.on.push({ column, x: from, lines: block.lines });
      end = from + block.width + 10;
    }
  });
  return result;
}
