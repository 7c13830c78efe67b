/** Proves where dated things stand. Does not prove that they are drawn there. */
import { describe, expect, it } from 'vitest';
import type { Precision } from './partial-date';
import { columnTime, nodeTime, standOf } from './stand';

const at = (text: string) => Date.parse(`${text}Z`);

describe('standOf', () => {
  const stand = (from: string, to: string, precision: Precision) =>
    standOf({ t0: at(`${from}T00:00`), t1: at(`${to}T00:00`), precision });
  it('takes the middle of a day and of a month, the first of several days, the start of what is long', () => {
    expect(stand('2025-11-21', '2025-11-22', 'day')).toBe(at('2025-11-21T12:00'));
    expect(stand('2025-11-21', '2025-11-24', 'day')).toBe(at('2025-11-21T12:00'));
    expect(stand('1984-06-01', '1984-07-01', 'month')).toBe(at('1984-06-16T00:00'));
    expect(stand('2025-01-01', '2026-01-01', 'day')).toBe(at('2025-01-01T00:00'));
    expect(columnTime('2025-06-17')).toBe(at('2025-06-17T12:00'));
    expect(columnTime('no date')).toBeNull();
  });
});

describe('nodeTime', () => {
  const column = at('2025-06-17T12:00');
  it('keeps a node in its column when its dates hold the column’s place', () => {
    expect(nodeTime({}, column)).toBe(column);
    expect(nodeTime({ date: '2025-06-15', end: '2025-06-17' }, column)).toBe(column);
    expect(nodeTime({ date: '2025' }, column)).toBe(column);
  });
  it('puts a node with other dates at those', () => {
    expect(nodeTime({ date: '2024-04-29' }, column)).toBe(at('2024-04-29T12:00'));
    expect(nodeTime({ date: '2024' }, column)).toBe(at('2024-01-01T00:00'));
  });
});
