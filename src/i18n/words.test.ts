/**
 * Words in both languages: plurals, placeholders, dates at the precision they are known. A green run does not prove
 * what a browser’s own tables of dates say: their wording differs a little from one to the next.
 */
import { describe, expect, it } from 'vitest';
import { makeWords, type MessageKey } from './words';

const messages = {
  'x.plain': 'A plain sentence',
  'x.named': '{who} met {who} in {n} places, {missing}',
  'x.count.one': '{n} event',
  'x.count.other': '{n} events',
};
const [en, fr] = [makeWords('en', messages), makeWords('fr', messages)];
const key = (name: string) => name as MessageKey;
const utc = (text: string) => Date.parse(`${text}Z`);

describe('messages', () => {
  it('fill every placeholder, and leave alone what they are not given', () => {
    expect(en.t(key('x.plain'))).toBe('A plain sentence');
    expect(en.t(key('x.named'), { who: 'Anne', n: 1234 })).toBe('Anne met Anne in 1,234 places, {missing}');
  });

  it('never read a placeholder in what is filled in', () => {
    expect(en.t(key('x.named'), { who: '{n}', n: 1, missing: '$&' })).toBe('{n} met {n} in 1 places, $&');
  });

  it('show the key rather than nothing', () => {
    expect(en.t(key('x.unknown'), { n: 1 })).toBe('x.unknown');
  });

  it.each([
    [0, '0 events', '0 event'],
    [1, '1 event', '1 event'],
    [2, '2 events', '2 events'],
    [1e6, '1,000,000 events', '1 000 000 events'],
  ])('count %i as each language does', (n, english, french) => {
    expect(en.t(key('x.count'), { n })).toBe(english);
    expect(fr.t(key('x.count'), { n }).replace(/[\u00a0\u202f]/g, ' ')).toBe(french);
  });

  it('sort without regard to accents, and numbers by their size', () => {
    const names = ['Sommet 10', 'sommet 9', 'Évian', 'Denver', 'eux'];
    expect([...names].sort(fr.compare)).toEqual(['Denver', 'eux', 'Évian', 'sommet 9', 'Sommet 10']);
  });

  it('list as each language does', () => {
    expect(fr.list(['a', 'b', 'c'])).toBe('a, b et c');
    expect(en.list(['a', 'b'])).toBe('a and b');
  });
});

describe('dates', () => {
  const interval = (t0: string, t1: string, precision: 'year' | 'month' | 'day' | 'minute') => ({
    t0: utc(t0),
    t1: utc(t1),
    precision,
  });
  it.each([
    ['a year', interval('2025-01-01T00:00', '2026-01-01T00:00', 'year'), /^2025$/, /^2025$/],
    ['a month', interval('1984-06-01T00:00', '1984-07-01T00:00', 'month'), /^June 1984$/, /^juin 1984$/],
    [
      'a day',
      interval('1975-11-15T00:00', '1975-11-16T00:00', 'day'),
      /November.*15|15.*November/,
      /^15 novembre 1975$/,
    ],
    ['days', interval('1975-11-15T00:00', '1975-11-18T00:00', 'day'), /15\W+17/, /^15\W+17 novembre 1975$/],
    [
      'the first of a month',
      interval('1999-12-01T00:00', '1999-12-02T00:00', 'day'),
      /December/,
      /^1(er)? décembre 1999$/,
    ],
    [
      'the last day of a year',
      interval('1999-12-31T00:00', '2000-01-01T00:00', 'day'),
      /1999/,
      /^31 décembre 1999$/,
    ],
  ] as const)('say %s and no day more', (_, when, english, french) => {
    expect(en.date(when)).toMatch(english);
    expect(fr.date(when)).toMatch(french);
    for (const words of [en, fr]) expect(words.date(when)).not.toMatch(/2000|2026|juillet|July/);
  });

  it('say a visible period no finer than it is long', () => {
    expect(en.period(utc('1975-11-01T00:00'), utc('2024-01-01T00:00'))).toMatch(/^1975\W+2023$/);
    expect(fr.period(utc('2025-11-21T00:00'), utc('2025-11-24T00:00'))).toMatch(/^21\W+23 novembre 2025$/);
  });

  it('are the same day for every reader', () => {
    expect(fr.day(utc('2025-06-17T00:00'))).toBe('17 juin 2025');
    expect(fr.day(utc('2025-06-17T23:59'))).toBe('17 juin 2025');
  });
});
