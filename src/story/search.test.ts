/** Laws of search on a small story in two languages. It does not prove that people find what they mean. */
import { assert, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fold } from './fold-text';
import { storySearch, type Hit } from './search';
import type { Story } from './story';
import type { StoryDetail } from './story-detail';

const day = (iso: string) => ({
  t0: Date.parse(iso),
  t1: Date.parse(iso) + 864e5,
  precision: 'day' as const,
});

const TEXT = {
  en: {
    smuggling: 'Migrant smuggling',
    call: 'Call to action on social media',
    plan: 'Action Plan, 2024',
    halifax: 'Halifax: financial crime',
    labour: 'A work of the heart',
    summary: 'Experts meet after the summit.',
    term: 'money laundering',
    person: 'Minister of Public Safety',
  },
  fr: {
    smuggling: 'Trafic illicite de migrants',
    call: 'Appel à l’action sur les médias sociaux',
    plan: 'Plan d’action de 2024',
    halifax: 'Halifax : criminalité financière',
    labour: 'Une œuvre du cœur',
    summary: 'Des spécialistes se réunissent après le sommet.',
    term: 'blanchiment d’argent',
    person: 'Ministre de la Sécurité publique',
  },
};

function texts(locale: 'en' | 'fr'): { story: Story; detail: StoryDetail } {
  const word = TEXT[locale];
  const event = (id: string, title: string, iso: string, threads: string[] = []) => ({
    ...day(iso),
    id,
    title,
    label: title,
    threads,
    kind: 'meeting' as const,
    t: Date.parse(iso),
    importance: 1 as const,
    nodes: [],
    next: false,
  });
  const node = (id: string, label: string) => ({
    id,
    label,
    column: 'c',
    t: 0,
    dated: null,
    threads: [],
    offstage: false,
  });
  const told = { summary: word.summary, note: '', sources: [], facts: [], verified: true };
  const story: Story = {
    id: 's',
    locale,
    languages: ['en', 'fr'],
    title: '',
    subtitle: '',
    credit: '',
    licence: '',
    group: '',
    widths: '',
    t0: 0,
    t1: 1,
    chapters: [],
    threads: [{ id: 'migrant-smuggling', label: word.smuggling, about: '', since: 0 }],
    events: [
      event('e-halifax', word.halifax, '1995-06-15'),
      event('e-labour', word.labour, '2025-06-17', ['migrant-smuggling']),
    ],
    summits: [
      {
        ...day('1995-06-15'),
        id: 's-halifax',
        t: 0,
        number: 21,
        place: 'Halifax',
        host: 'Jean Chrétien',
        format: 'G7',
        held: true,
        nodes: [],
      },
    ],
    columns: [{ id: 'c', label: 'Outcomes', t: 0, undated: false, strong: false }],
    nodes: [node('plan', word.plan), node('call', word.call)],
    links: [{ id: 'plan__call', source: 'plan', target: 'call', threads: [], weight: 1, inferred: false }],
    steps: [],
    questions: [],
  };
  const detail: StoryDetail = {
    locale,
    caveats: [],
    events: { 'e-halifax': told },
    summits: {},
    nodes: {},
    links: {},
    facts: {},
    sources: {
      'psc-en': {
        id: 'psc-en',
        title: 'Ministers’ communiqué',
        publisher: 'Public Safety Canada',
        date: day('2025-11-23'),
        dateNote: '',
        lang: 'en',
        url: '',
        titleRebuilt: false,
        kind: null,
        read: '',
        note: '',
      },
    },
    people: [
      {
        id: 'ga',
        name: 'Gary Anandasangaree',
        role: word.person,
        member: 'CA',
        note: '',
        said: [],
        sources: [],
      },
    ],
    participants: [],
    glossary: [
      {
        id: 'laundering',
        term: word.term,
        meaning: '',
        variants: '',
        caution: '',
        note: '',
        contrast: null,
        source: null,
      },
    ],
    steps: {},
  };
  return { story, detail };
}

const EN = texts('en');
const FR = texts('fr');
const search = storySearch(FR.story, FR.detail, [EN]);
const again = storySearch(FR.story, FR.detail, [EN]);
const found = (query: string) => search.find(query).map(({ id }) => id);
const everything: Hit[] = [
  'migrant',
  'halifax',
  'oeuvre',
  'plan',
  'appel',
  'gary',
  'blanchiment',
  'communique',
]
  .flatMap((word) => search.find(word))
  .concat(search.find('plan appel'));

describe('what is found', () => {
  test.each([
    ['halifax', ['s-halifax', 'e-halifax']],
    ['MEDIAS sociaux', ['call']],
    ['sociaux appel', ['call']],
    ["l'action medias", ['call']],
    ['oeuvre', ['e-labour']],
    ['œuvre', ['e-labour']],
    ['chretien', ['s-halifax']],
    ['21', ['s-halifax']],
    ['juin 1995', ['e-halifax', 's-halifax']],
    ['june 1995', ['e-halifax', 's-halifax']],
    ['specialistes', ['e-halifax']],
    ['public safety', ['ga', 'psc-en']],
    ['money laundering', ['laundering']],
    ['smuggling', ['migrant-smuggling', 'e-labour']],
    ['plan de 2024 appel', ['plan__call']],
    ['zzz', []],
    ['   ', []],
  ])('“%s”', (query, ids) => {
    expect(found(query).sort()).toEqual([...ids].sort());
  });

  test('a title that starts with the query comes before one that has it inside', () => {
    expect(found('criminalite')[0]).toBe('e-halifax');
    expect(found('halifax')).toEqual(['e-halifax', 's-halifax']);
    expect(found('plan')[0]).toBe('plan');
  });

  test('without the long texts, titles are found', () => {
    expect(storySearch(EN.story, null).find('halifax')).toHaveLength(2);
  });

  test('titles are told in the story’s own language', () => {
    expect(search.find('call to action')[0]?.title).toBe(TEXT.fr.call);
  });
});

describe('laws', () => {
  test('everything is found by its own full title, first or among equals', () => {
    expect(everything.length).toBeGreaterThan(9);
    for (const hit of everything) assert(found(hit.title).includes(hit.id), hit.title);
  });

  test('accents and case do not matter', () => {
    for (const hit of everything) {
      const plain = found(hit.title);
      expect(found(fold(hit.title))).toEqual(plain);
      expect(found(hit.title.toUpperCase())).toEqual(plain);
      expect(found(hit.title.normalize('NFD'))).toEqual(plain);
    }
  });

  test('never throws, finds each thing once, and always answers the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const ids = search.find(query).map(({ kind, id }) => `${kind} ${id}`);
        expect(new Set(ids).size).toBe(ids.length);
        expect(again.find(query).map(({ kind, id }) => `${kind} ${id}`)).toEqual(ids);
      }),
    );
  });

  test('a limit only cuts the end', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aceimnort 2é'), maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.nat(5), (query, limit) => {
        expect(search.find(query, limit)).toEqual(search.find(query).slice(0, limit));
      }),
    );
  });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
