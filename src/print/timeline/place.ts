/**
 * Where all of one sheet of the timeline stands: every stretch gets the room its words need and its share of the
 * rest; rows stand as near to their dates as their neighbours let them. Pure; px from the top of the drawing.
 */
import { spread } from '@/layout/spread';
import { yearTicks, type YearTick } from './year-ticks';
import { CHAPTER_AIR, CHAPTER_HEAD, type Row, type Stretch, type TimelinePage } from './pages';

export interface PlacedRow {
  row: Row;
  /** Its top, and the line its mark stands on. */
  top: number;
  mark: number;
  /** Where its date is on the axis. */
  at: number;
}
export interface PlacedStretch {
  stretch: Stretch;
  /** Its whole place, with the name of its chapter. */
  top: number;
  bottom: number;
  /** The axis. */
  y0: number;
  y1: number;
  rows: readonly PlacedRow[];
  ticks: readonly YearTick[];
  along: (t: number) => number;
}

/** px from the top of a row to the middle of its first line. */
const FIRST_LINE = 8;
/** px of the name of a tick. */
const LABEL = 14;

/** The stretches of a sheet, in `height` px. */
export function placePage({ stretches }: TimelinePage, height: number): PlacedStretch[] {
  const needed = stretches.reduce((sum, { need }) => sum + need, 0);
  const spare = Math.max(0, height - needed) / Math.max(needed, 1);
  let top = 0;
  return stretches.map((stretch) => {
    const placed = placeStretch(stretch, top, top + stretch.need * (1 + spare));
    top = placed.bottom;
    return placed;
  });
}

function placeStretch(stretch: Stretch, top: number, bottom: number): PlacedStretch {
  const { t0, t1 } = stretch;
  const [y0, y1] = [top + CHAPTER_HEAD, bottom - CHAPTER_AIR];
  const along = (t: number) => y0 + ((t - t0) / (t1 - t0)) * (y1 - y0);
  const centres = spread(
    stretch.rows.map(({ t, height }) => ({
      centre: along(t) + height / 2 - FIRST_LINE,
      size: height,
      weight: 1,
      gap: 0,
    })),
    y0 - FIRST_LINE + 2,
    y1 + FIRST_LINE - 2,
  );
  const rows = stretch.rows.map((row, i): PlacedRow => {
    const from = (centres[i] ?? y0) - row.height / 2;
    return { row, top: from, mark: from + FIRST_LINE, at: along(row.t) };
  });
  return { stretch, top, bottom, y0, y1, rows, ticks: yearTicks({ t0, t1, along }, LABEL), along };
}

/** Places of small words beside the axis (the summits), kept apart; px of their middles. */
export const beside = (places: readonly number[], { y0, y1 }: PlacedStretch, size: number): number[] =>
  spread(
    places.map((centre) => ({ centre, size, weight: 1, gap: 0 })),
    y0 - size / 2,
    y1 + size / 2,
  );
