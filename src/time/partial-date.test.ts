/** Proves how dates are read. Does not prove that the dates of the dataset are right. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePartialDate, parseRange } from './partial-date';

const day = (text: string) => Date.parse(`${text}T00:00Z`);
const pad = (n: number, width = 2) => String(n).padStart(width, '0');

describe('parsePartialDate', () => {
  it('reads each precision as the interval it means', () => {
    expect(parsePartialDate('1975')).toEqual({
      t0: day('1975-01-01'),
      t1: day('1976-01-01'),
      precision: 'year',
    });
    expect(parsePartialDate('1975-12')).toEqual({
      t0: day('1975-12-01'),
      t1: day('1976-01-01'),
      precision: 'month',
    });
    expect(parsePartialDate('2024-02-29')).toEqual({
      t0: day('2024-02-29'),
      t1: day('2024-03-01'),
      precision: 'day',
    });
    const minute = parsePartialDate('2025-11-23T09:30');
    expect(minute).toEqual({
      t0: day('2025-11-23') + 34_200_000,
      t1: day('2025-11-23') + 34_260_000,
      precision: 'minute',
    });
  });

  it.each([
    '',
    '75',
    '1975-1',
    '1975-00',
    '1975-13',
    '2025-02-29',
    '2025-02-30',
    '2025-04-31',
    '2025-01-00',
    '2025-01-01T24:00',
    '2025-01-01T10:60',
    '2025-01-01T9:30',
    '2025-01-01 09:30',
    ' 1975',
    '1975 ',
    '1975-11-15Z',
    '+1975',
    '１９７５',
  ])('refuses %j', (text) => expect(parsePartialDate(text)).toBeNull());

  it('reads the first century as itself', () => {
    expect(parsePartialDate('0075')?.t0).toBe(new Date('0075-01-01T00:00Z').getTime());
  });

  it('agrees with the calendar on every day', () => {
    const time = fc.integer({ min: day('0001-01-01') / 864e5, max: day('9999-12-31') / 864e5 });
    fc.assert(
      fc.property(time, (days) => {
        const text = new Date(days * 864e5).toISOString().slice(0, 10);
        expect(parsePartialDate(text)).toEqual({
          t0: days * 864e5,
          t1: (days + 1) * 864e5,
          precision: 'day',
        });
      }),
    );
  });

  it('nests: a day lies in its month, a month in its year', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(parts, ([y, m, d]) => {
        const texts = [pad(y, 4), `${pad(y, 4)}-${pad(m)}`, `${pad(y, 4)}-${pad(m)}-${pad(d)}`];
        const [year, month, date] = texts.map((text) => parsePartialDate(text));
        if (!year || !month || !date) throw new Error(`${texts.join(' ')} is not read`);
        expect(year.t0 <= month.t0 && month.t0 <= date.t0 && date.t0 < date.t1).toBe(true);
        expect(date.t1 <= month.t1 && month.t1 <= year.t1).toBe(true);
      }),
    );
  });

  it('never throws and gives only intervals that run forward', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}(-\d{2}){0,2}(T\d{2}:\d{2})?$/)), (text) => {
        const read = parsePartialDate(text);
        expect(read === null || read.t0 < read.t1).toBe(true);
      }),
    );
  });
});

describe('parseRange', () => {
  it('holds both ends, at the coarser precision', () => {
    expect(parseRange('2025-06-15', '2025-06-17')).toEqual({
      t0: day('2025-06-15'),
      t1: day('2025-06-18'),
      precision: 'day',
    });
    expect(parseRange('1975-11', '1976')?.precision).toBe('year');
    expect(parseRange('1975-11-15T09:30', '1975-11-15')?.precision).toBe('day');
  });

  it('is the date itself without an end, and nothing where an end cannot be read', () => {
    expect(parseRange('1975')).toEqual(parsePartialDate('1975'));
    expect(parseRange('1975', 'later')).toBeNull();
    expect(parseRange('sometime', '1975')).toBeNull();
  });
});
