/** Proves where dated things stand. Does not prove that they are drawn there. */
import { describe, expect, it } from 'vitest';
import { columnTime, nodeTime, standOf } from './stand';

const at = (text: string) => Date.parse(`${text}Z`);

describe('standOf', () => {
  it('takes the middle of what is short and the start of what is long', () => {
    expect(standOf({ t0: at('2025-11-21T00:00'), t1: at('2025-11-24T00:00') })).toBe(at('2025-11-22T12:00'));
    expect(standOf({ t0: at('2025-01-01T00:00'), t1: at('2026-01-01T00:00') })).toBe(at('2025-01-01T00:00'));
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
