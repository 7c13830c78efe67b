/**
 * The address and back, over random states and rubbish. A green run does not prove that the page applies what is
 * read or writes at the right moment (tests/e2e does), nor that a server leaves long addresses alone.
 */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeOf, storyWarp } from '@/time/warp';
import { parseAddress, writeAddress, type AddressState, type Legal } from './codec';

const day = (text: string) => Date.parse(`${text}T00:00Z`);
const chapters = [
  { t0: day('1975-11-01'), t1: day('2024-01-01'), share: 0.3 },
  { t0: day('2024-01-01'), t1: day('2025-11-21'), share: 0.4 },
  { t0: day('2025-11-21'), t1: day('2025-12-01'), share: 0.3 },
];
const warp = storyWarp(chapters);
const extent = [day('1975-11-01'), day('2025-12-01')] as const;
const THREADS = ['cybercrime', 'migrant-smuggling'];
const THINGS = ['rambouillet-1975', '__proto__', 'constructor', 'a.b_c-D'];
const legal: Legal = {
  langs: new Set(['en', 'fr']),
  threads: new Set(THREADS),
  things: new Set(THINGS),
  steps: new Set(['outcomes']),
  questions: new Set(['plan']),
  extent,
  levels: [1, 4],
  place: (t) => placeOf(warp, t),
};
const defaults: AddressState = {
  lang: 'en',
  window: extent,
  thread: null,
  select: null,
  step: null,
  check: null,
  pace: 'own',
  view: null,
  scale: 'story',
  scheme: 'auto',
  reading: 'full',
  others: false,
  level: 2,
  only: false,
  data: null,
  mode: 'page',
  paper: null,
  parts: null,
  plain: false,
  static: false,
  session: null,
};
const read = (search: string): AddressState => ({ ...defaults, ...parseAddress(search, legal) });

const windows = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]): readonly [number, number] => {
    const at = (u: number) => extent[0] + u * (extent[1] - extent[0] - 3 * 36e5);
    return [at(Math.min(a, b)), Math.min(extent[1], at(Math.max(a, b)) + 3 * 36e5)];
  });
const states: fc.Arbitrary<AddressState> = fc.record({
  lang: fc.constantFrom('en', 'fr'),
  window: windows,
  thread: fc.constantFrom(null, ...THREADS),
  select: fc.constantFrom(null, ...THINGS),
  step: fc.constantFrom(null, 'outcomes'),
  check: fc.constantFrom(null, 'plan'),
  pace: fc.constantFrom('own', 'class'),
  view: fc.constantFrom(null, 'stage', 'threads', 'flow', 'table'),
  scale: fc.constantFrom('story', 'even'),
  scheme: fc.constantFrom('light', 'dark', 'auto'),
  reading: fc.constantFrom('full', 'plain'),
  others: fc.boolean(),
  level: fc.integer({ min: 1, max: 4 }),
  only: fc.boolean(),
  data: fc.oneof(fc.constant(null), fc.webUrl({ withQueryParameters: true, withFragments: true })),
  mode: fc.constantFrom('page', 'embed', 'print'),
  paper: fc.constantFrom(null, 'a4', 'letter'),
  parts: fc.constantFrom(null, 'timeline', 'flow,key'),
  plain: fc.boolean(),
  static: fc.boolean(),
  session: fc.constantFrom(null, 'k3x9', 'abcdef12'),
});

describe('round trip', () => {
  it('restores every state, and a window that holds the one asked for, a hair wider at most', () => {
    fc.assert(
      fc.property(states, (state) => {
        const search = writeAddress(state, defaults, '', legal);
        const back = read(search);
        expect({ ...back, window: null }).toEqual({ ...state, window: null });
        const [[t0, t1], [b0, b1]] = [state.window, back.window];
        expect(b0).toBeLessThanOrEqual(t0);
        expect(b1).toBeGreaterThanOrEqual(t1);
        const length = legal.place(t1) - legal.place(t0);
        const slack = (edge: number) =>
          0.0051 * length + Math.abs(legal.place(edge + 6e4) - legal.place(edge - 6e4));
        expect(legal.place(t0) - legal.place(b0)).toBeLessThanOrEqual(slack(t0));
        expect(legal.place(b1) - legal.place(t1)).toBeLessThanOrEqual(slack(t1));
        expect(search.length).toBeLessThan(2000);
      }),
    );
  });

  it('writes nothing new once an address was read: no echo', () => {
    fc.assert(
      fc.property(states, (state) => {
        const search = writeAddress(state, defaults, '', legal);
        expect(writeAddress(read(search), defaults, search, legal)).toBe(search);
      }),
    );
  });

  it('changes one state into any other in place', () => {
    fc.assert(
      fc.property(states, states, (one, other) => {
        const search = writeAddress(other, defaults, writeAddress(one, defaults, '', legal), legal);
        expect(read(search)).toEqual(read(writeAddress(other, defaults, '', legal)));
      }),
    );
  });

  it('says what differs from any default, as at a step of the story: nothing traced, nothing chosen, all of the time', () => {
    const pictures = fc.record({
      window: fc.oneof(fc.constant(extent), windows),
      thread: fc.constantFrom(null, ...THREADS),
      select: fc.constantFrom(null, ...THINGS),
      view: fc.constantFrom(null, 'stage', 'threads', 'flow', 'table'),
    }) satisfies fc.Arbitrary<Partial<AddressState>>;
    fc.assert(
      fc.property(pictures, fc.oneof(pictures, states), states, (own, changed, before) => {
        const step = { ...defaults, ...own };
        const state = { ...defaults, ...changed };
        const search = writeAddress(state, step, writeAddress(before, defaults, '', legal), legal);
        const back = { ...step, ...parseAddress(search, legal) };
        expect({ ...back, window: null }).toEqual({ ...state, window: null });
        const far = [0, 1].map((i) => legal.place(back.window[i] ?? 0) - legal.place(state.window[i] ?? 0));
        for (const off of far) expect(Math.abs(off)).toBeLessThan(0.02);
        expect(writeAddress(step, step, '', legal)).toBe('');
      }),
    );
  });

  it('has no key that the page does not know before its scripts', () => {
    const early = readFileSync(new URL('../early/early.ts', import.meta.url), 'utf8');
    const [, asks = ''] = /ASKS =\s*'([^']+)'/.exec(early) ?? [];
    const single = Object.keys(defaults).filter((key) => key !== 'window');
    expect(asks.split(' ').sort()).toEqual(['from', 'to', ...single].sort());
  });

  it('writes nothing for the default', () => {
    expect(writeAddress(defaults, defaults, '', legal)).toBe('');
    const all =
      '?from=1999&to=2001&lang=fr&thread=cybercrime&view=table&scale=even&scheme=dark&others=1&level=3';
    expect(writeAddress(defaults, defaults, all, legal)).toBe('');
  });
});

describe('precision', () => {
  const dates = (a: string, b: string) => {
    const [from, to] = [a, b].map((text) => Date.parse(text.length > 10 ? `${text}Z` : `${text}T00:00Z`));
    return writeAddress({ ...defaults, window: [from ?? 0, to ?? 0] }, defaults, '', legal);
  };
  it.each([
    ['1980-01-02', '2019-12-30', '?from=1980&to=2019'],
    ['1980-01-01', '2000-01-01', '?from=1980&to=1999'],
    ['1980-05-02', '1984-07-20', '?from=1980-05&to=1984-07-19'],
    ['1999-03-10', '1999-06-20', '?from=1999-03-10&to=1999-06-19'],
    ['2025-11-21T09:30', '2025-11-21T14:00', '?from=2025-11-21T09:30&to=2025-11-21T13:59'],
    // The end lies in the three days that fill a third of the stage: there a month would be far off.
    ['1990-01-01', '2025-11-22T12:00', '?from=1990&to=2025-11-22T11:59'],
    ['1975-11-01', '2025-12-01', ''],
  ])('%s to %s is %s', (from, to, search) => {
    expect(dates(from, to)).toBe(search);
  });
});

describe('reading', () => {
  const window = (a: string, b: string) => ({ window: [day(a), day(b)] });
  it.each([
    ['', {}],
    ['?', {}],
    ['?from=1999&to=1999-03-01', window('1999-01-01', '1999-03-02')],
    ['?from=1999-03-01&to=1999', window('1999-03-01', '2000-01-01')],
    ['?from=1999&to=2001', window('1999-01-01', '2002-01-01')],
    ['?from=2001&to=1999', window('1999-01-01', '2002-01-01')],
    ['?from=1999', window('1999-01-01', '2025-12-01')],
    ['?to=1999', window('1975-11-01', '2000-01-01')],
    ['?from=1975&to=1990', window('1975-11-01', '1991-01-01')],
    ['?from=1950&to=1960', {}],
    ['?from=2025-02-30', {}],
    ['?from=-1&to=9e99', {}],
    ['?from=1999-13&to=2001', window('1975-11-01', '2002-01-01')],
    ['?view=river&scale=log&scheme=neon&lang=xx&others=yes&level=9', {}],
    ['?view=Table&view=table', {}],
    ['?view=table&view=stage', { view: 'table' }],
    ['?thread=nobody&select=nothing', {}],
    ['?thread=&select=&view=&lang=&step=', { thread: null, select: null, view: null }],
    ['?thread=__proto__&lang=constructor&view=toString', {}],
    ['?select=__proto__', { select: '__proto__' }],
    ['?__proto__=1&constructor=2&toString=3&hasOwnProperty=4', {}],
    ['?data=javascript:alert(1)', {}],
    ['?data=data:text/html,x', {}],
    ['?data=https://example.org/a.json', { data: 'https://example.org/a.json' }],
    ['?data=stories%2Fother.json', { data: 'stories/other.json' }],
    [`?data=https://example.org/${'x'.repeat(3000)}`, {}],
    ['?select=%E0%A4%A&thread=%&%%%=1', {}],
    ['?v=1&lang=fr', { lang: 'fr' }],
    ['lang=fr', { lang: 'fr' }],
  ])('%j', (search, expected) => {
    expect(parseAddress(search, legal)).toEqual(expected);
  });

  it('never throws and never leaves the page without a state', () => {
    const keys = fc.constantFrom(
      'lang',
      'from',
      'to',
      'thread',
      'select',
      'view',
      'scale',
      'data',
      'v',
      '__proto__',
      '',
    );
    const rubbish = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.tuple(keys, fc.string({ unit: 'grapheme' })), { maxLength: 8 }).map((pairs) => {
        return `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`;
      }),
    );
    fc.assert(
      fc.property(rubbish, (search) => {
        const state = read(search);
        expect(state.window[0]).toBeLessThan(state.window[1]);
        const written = writeAddress(state, defaults, search, legal);
        expect(read(written)).toEqual(state);
        expect(writeAddress(state, defaults, written, legal)).toBe(written);
        expect(Object.keys({})).toEqual([]);
        expect(({} as Record<string, unknown>).lang).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('what is not ours', () => {
  it('keeps unknown keys as they stand, in their order', () => {
    const search = '?utm=a+b&lang=fr&mood=embed&flag&x=%7e&v=1';
    const state = { ...defaults, lang: 'en', thread: 'cybercrime' };
    expect(writeAddress(state, defaults, search, legal)).toBe(
      '?utm=a+b&mood=embed&flag&x=%7e&v=1&thread=cybercrime',
    );
  });

  it('keeps a value it does not understand until the reader changes that thing', () => {
    expect(writeAddress(defaults, defaults, '?view=river&step=3', legal)).toBe('?view=river&step=3');
    const table = { ...defaults, view: 'table' as const };
    expect(writeAddress(table, defaults, '?view=river&step=3', legal)).toBe('?view=table&step=3');
  });
});
