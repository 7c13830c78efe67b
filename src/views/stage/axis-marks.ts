/** The axis in px for one frame: the bands of the chapters and the ticks between them. */
import { ticksOf, type Tick, type TickUnit } from '@/time/ticks';
import type { Chapter, Column, Story } from '@/story/story';
import { drawnAt, SHIFT_STEP, type Axis } from '@/viewport/axis';
import { wrap, type Measure } from '@/layout/text-box';
import { BLEED, type Reach } from './timeline/slide';

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

/** Bands in view, each with its name where that fits. */
export function bandMarks(story: Story, axis: Axis, measure: Measure): BandMark[] {
  const bands: BandMark[] = [];
  let labelEnd = -Infinity;
  story.chapters.forEach((chapter, i) => {
    const x0 = Math.max(axis.along(chapter.t0), 0);
    const x1 = Math.min(axis.along(chapter.t1), axis.length);
    if (x1 <= x0) return;
    const labelX = Math.max(x0 + 7, labelEnd);
    const fits = labelX + measure(chapter.label, 'strong') + 7 <= x1;
    if (fits) labelEnd = labelX + measure(chapter.label, 'strong') + 10;
    bands.push({ chapter, x0, x1, labelX: fits ? labelX : null, odd: i % 2 === 1 });
  });
  return bands;
}

export interface TickMark extends Tick {
  /** Where its label ends, px along the axis as drawn. */
  end: number;
}

/** Ticks of all that may come into view while the picture slides a stretch; the same for all windows of it. */
export function placeTicks(
  story: Story,
  axis: Axis,
  width: (t: number, unit: TickUnit) => number,
): TickMark[] {
  const around = [axis.timeAt(-axis.shift), axis.timeAt(SHIFT_STEP + axis.length - axis.shift)] as const;
  let taken = -Infinity;
  return story.chapters.flatMap(({ t0, t1 }) => {
    const stretch = { t0, t1, a0: axis.along(t0) + axis.shift, a1: axis.along(t1) + axis.shift };
    return ticksOf(stretch, around, width).map((tick) => {
      const along = Math.round(tick.along * 10) / 10;
      const end = along + 4 + width(tick.t, tick.unit);
      const labelled = tick.labelled && along + 4 > taken;
      if (labelled) taken = end + 8;
      return { ...tick, along, labelled, end };
    });
  });
}

/** What there is of the ticks in one frame. */
export interface TicksInView {
  strokes: readonly TickMark[];
  /** Those whose label the edge would not cut. */
  labels: readonly TickMark[];
}

/** Those within `reach`, px as drawn. */
export function ticksInView(ticks: readonly TickMark[], [first, last]: Reach): TicksInView {
  // At rest the reach is the stage and what it bleeds: there no label is cut.
  const [from, to] = [first + BLEED - 0.5, last - BLEED];
  return {
    strokes: ticks.filter(({ along }) => along >= from && along <= to),
    labels: ticks.filter(({ labelled, along, end }) => labelled && along >= from && end <= to),
  };
}

/** Where one chapter ends and the next begins, within `reach`, px as drawn. */
export function borderMarks(story: Story, axis: Axis, [first, last]: Reach): number[] {
  return story.chapters
    .slice(1)
    .map(({ t0 }) => drawnAt(axis, axis.along(t0)))
    .filter((x) => x >= first && x <= last);
}

export interface Headings {
  on: HeadingMark[];
  /** Columns that left the stage: their stubs stay at its edges. */
  before: readonly Column[];
  after: readonly Column[];
}

/**
 * Headings over the columns that are on the stage, each in the room up to the next; what does not fit stays silent.
 * `beside`: the stubs stand beside them, not in rows of their own.
 */
export function headingMarks(
  columns: readonly { column: Column; t0: number; t1: number }[],
  axis: Axis,
  measure: Measure,
  beside = true,
): Headings {
  const spans = columns.map(({ column, t0, t1 }) => ({ column, x0: axis.along(t0), x1: axis.along(t1) }));
  const before = spans.filter(({ x1 }) => x1 < 0).map(({ column }) => column);
  const after = spans.filter(({ x0 }) => x0 > axis.length).map(({ column }) => column);
  const inView = spans.filter(({ x0, x1 }) => x1 >= 0 && x0 <= axis.length);
  // The stubs at the far edge have the corner to themselves.
  const taken = beside ? after.map(({ label }) => measure(stubText(label, true), 'small') + 16) : [];
  const corner = Math.max(0, ...taken);
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
