/**
 * What is handed on says all that a receiver needs. A green run does not prove that the page restores it
 * (tests/e2e/phone-share.spec.ts does).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress, type AddressState, type Legal } from './codec';
import { withOwn } from './page-address';
import { shareAddress } from './share-address';

const extent = [Date.UTC(1975, 10), Date.UTC(2025, 11)] as const;
const legal: Legal = {
  langs: new Set(['en', 'fr']),
  threads: new Set(['cybercrime']),
  things: new Set(['o-call', 'm-1976-canada']),
  steps: new Set(['outcomes']),
  questions: new Set(['plan']),
  extent,
  levels: [1, 4],
  place: (t) => (t - extent[0]) / (extent[1] - extent[0]),
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
const states: fc.Arbitrary<AddressState> = fc.record({
  lang: fc.constantFrom('en', 'fr'),
  window: fc.constantFrom(extent, [Date.UTC(1990), Date.UTC(2000)] as const),
  thread: fc.constantFrom(null, 'cybercrime'),
  select: fc.constantFrom(null, 'o-call', 'm-1976-canada'),
  step: fc.constantFrom(null, 'outcomes'),
  check: fc.constantFrom(null, 'plan'),
  pace: fc.constantFrom('own', 'class'),
  view: fc.constantFrom(null, 'stage', 'threads', 'flow', 'table'),
  scale: fc.constantFrom('story', 'even'),
  scheme: fc.constantFrom('light', 'dark', 'auto'),
  reading: fc.constantFrom('full', 'plain'),
  others: fc.boolean(),
  level: fc.constantFrom(1, 2, 4),
  only: fc.boolean(),
  data: fc.constantFrom(null, './other.json'),
  mode: fc.constantFrom('page', 'embed', 'print'),
  paper: fc.constantFrom(null, 'a4'),
  parts: fc.constantFrom(null, 'flow,key'),
  plain: fc.boolean(),
  static: fc.boolean(),
  session: fc.constantFrom(null, 'k3x9'),
});

const ROOT = 'https://x.example/g7/';
const FILE = 'file:///E:/class.html';
/** What a page reads of an address of ours: its path first, and its query over that; a file by itself has no path. */
function readBack(address: string): AddressState {
  const { pathname, search } = new URL(address);
  const [, lang = 'en', thread = null, step = null] =
    /^\/g7\/(?:(fr)\/)?(?:thread\/([^/]+)\/|step\/([^/]+)\/)?$/.exec(pathname) ?? [];
  return { ...defaults, scheme: 'light', lang, ...parseAddress(withOwn(search, { thread, step }), legal) };
}

describe('the address to hand on', () => {
  it('tells a receiver of other colours all but the colours', () => {
    fc.assert(
      fc.property(
        states,
        fc.constantFrom(
          '',
          '?scheme=dark&x=1&lang=fr',
          '?mode=embed&from=1980&plain=1',
          '?thread=cybercrime',
        ),
        fc.constantFrom(ROOT, FILE),
        (state, known, root) => {
          const address = shareAddress(root, state, defaults, known, legal);
          expect(readBack(address)).toEqual({
            ...state,
            scheme: 'light',
            mode: 'page',
            paper: null,
            parts: null,
            plain: false,
            static: false,
            session: null,
          });
        },
      ),
    );
  });

  it('is that of the page of what is shown', () => {
    const of = (state: Partial<AddressState>, known = '') =>
      shareAddress(ROOT, { ...defaults, ...state }, defaults, known, legal);
    expect(of({})).toBe(ROOT);
    expect(of({ lang: 'fr', thread: 'cybercrime', select: 'o-call' }, '?lang=fr&thread=cybercrime')).toBe(
      `${ROOT}fr/thread/cybercrime/?select=o-call`,
    );
    expect(of({ step: 'founding' }, '?step=outcomes')).toBe(`${ROOT}step/founding/`);
    expect(of({ step: 'founding', thread: 'cybercrime' })).toBe(`${ROOT}step/founding/?thread=cybercrime`);
    expect(of({ thread: 'cybercrime', data: './other.json' })).toBe(
      `${ROOT}?lang=en&thread=cybercrime&data=./other.json`,
    );
  });

  it('keeps what is not ours', () => {
    expect(shareAddress(ROOT, defaults, defaults, '?x=a+b&scheme=dark', legal)).toBe(`${ROOT}?x=a+b`);
  });

  it('says nothing of the host or of the way a reader came', () => {
    const frame =
      '?mode=embed&childId=a&initialWidth=300&parentTitle=T&parentUrl=https%3A%2F%2Fnews.example%2Fa';
    const came = '&utm_source=mail&utm_campaign=x&static=1&thread=cybercrime';
    const embedded = { ...defaults, mode: 'embed', static: true, thread: 'cybercrime' } as const;
    expect(shareAddress(ROOT, embedded, defaults, frame + came, legal)).toBe(`${ROOT}thread/cybercrime/`);
  });
});
