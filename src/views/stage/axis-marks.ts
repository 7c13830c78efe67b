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
  const spans = columns.map(({ column, t0, t1 }) => ({ column, x0: axis.along(t0), x1: axis.along(t1) }));
  const before = spans.filter(({ x1 }) => x1 < 0).map(({ column }) => column);
  const after = spans.filter(({ x0 }) => x0 > axis.length).map(({ column }) => column);
  const inView = spans.filter(({ x0, x1 }) => x1 >= 0 && x0 <= axis.length);
  // The stubs at the far edge have the corner to themselves.
  const corner = Math.max(0, ...after.map(({ label }) => measure(stubText(label, true), 'small') + 16));
  const limit = axis.length - corner;
  const on: HeadingMark[] = [];
  let end = 0;
  inView.forEach(({ column, x0 }, i) => {
    const start = Math.max(x0 - 5, 0);
    const next = inView[i + 1];
    const room = Math.min(next ? next.x0 - 5 : limit, limit) - Math.max(start, end) - 10;
    const block = wrap(
      column.label,
      'small',
      Math.min(Math.max(room, limit - end > 120 && !next ? 110 : 0), 170),
      2,
      measure,
    );
    if (!block) return;
    const x = Math.min(Math.max(start, end), limit - block.width);
    if (x < end || x > start + 12) return;
    on.push({ column, x, lines: block.lines });
    end = x + block.width + 10;
  });
  return { on, before, after };
}

/** The words of a stub: an arrow says which way its column went. */
export const stubText = (label: string, after: boolean): string => (after ? `${label} ›` : `‹ ${label}`);
