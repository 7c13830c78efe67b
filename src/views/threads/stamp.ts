/** The date of a row as machines read it: as exact as it is known, and no more. Pure. */
import type { Interval, Precision } from '@/story/story';
import type { Row } from './rows';

const LENGTH: Record<Precision, number> = { year: 4, month: 7, day: 10, minute: 16 };

/** "1975", "1975-11", "1975-11-15", "2025-11-21T09:30Z"; the first day of several. Empty for what has no date. */
export function stampOf(row: Row): string {
  if (row.kind === 'event') return stamp(row.event, row.event.precision);
  if (row.kind === 'summit') return stamp(row.summit, 'day');
  if (row.undated) return '';
  return row.node.dated
    ? stamp(row.node.dated, row.node.dated.precision)
    : stamp({ t0: row.t, t1: row.t }, 'day');
}

const stamp = ({ t0 }: Interval, precision: Precision): string =>
  new Date(t0).toISOString().slice(0, LENGTH[precision]) + (precision === 'minute' ? 'Z' : '');
