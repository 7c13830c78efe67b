/**
 * Proves that each kind of fault is found and said, and that nothing a file may hold makes the check throw.
 * Does not prove that a dataset without problems is true, or well written.
 */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDataset } from './check';
import { PROBLEM_TEXTS, problem, sayProblem } from './problem-texts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../tests/fixtures/${name}.json`, import.meta.url), 'utf8'));
const codes = (value: unknown) => checkDataset(value).problems.map(({ code, path }) => `${code} ${path}`);
type Loose = Record<'chapters' | 'events', Record<string, unknown>[]>;
const small = () => read('small-flow') as Loose;

describe('stories in order', () => {
  it.each(['empty', 'one-event', 'no-flow', 'small-flow'])('%s has no problem', (name) => {
    expect(checkDataset(read(name)).problems).toEqual([]);
  });
});

describe('broken stories', () => {
  it.each([
    ['backward-flow', ['backward-link links[0]']],
    ['cycle', ['backward-link links[3]', 'cycle links']],
    ['duplicate-id', ['duplicate-id nodes[0].id']],
    [
      'missing-id',
      [
        'unknown-id events[2].threads[2]',
        'unknown-id links[1].target',
        'unknown-id facts[1].places[0].source',
      ],
    ],
    ['wrong-version', ['wrong-version version']],
    ['missing-language', ['missing-language title', 'missing-language events[0].label']],
    [
      'unsourced',
      ['unsourced events[0].sources', 'unsourced nodes[0].sources', 'unsourced links[0].sources'],
    ],
    ['backward-dates', ['ends-before-start events[4].end', 'chapter-gap chapters[1].from']],
    ['weights', ['link-without-fact links[1]', 'inferred-with-fact links[2].inferred']],
    ['same-ends', ['duplicate-link links[3]', 'self-link links[4]']],
    ['foreign-thread', ['link-thread links[0].threads[0]']],
    ['same-column', ['same-column links[0]']],
    ['outside-chapters', ['outside-chapters events[0].date']],
  ])('%s', (name, expected) => {
    // Where one fault makes another, both are said.
    expect(codes(read(`broken/${name}`))).toEqual(expect.arrayContaining(expected));
    expect(checkDataset(read(`broken/${name}`)).dataset).toBeNull();
  });

  it('names every fault of the shapes at once', () => {
    expect(codes(read('broken/wrong-types'))).toEqual([
      'wrong-type chapters[0].share',
      'wrong-type chapters[1].share',
      'wrong-choice events[0].importance',
      'no-such-date events[1].date',
      'bad-date events[2].date',
      'missing events[3].label',
      'unknown-field events[4].colour',
    ]);
  });

  it('refuses numbers that are none, and ids that could not stand in an address', () => {
    const story = small();
    Object.assign(story.chapters[0] ?? {}, { share: NaN });
    Object.assign(story.chapters[1] ?? {}, { share: Infinity });
    Object.assign(story.events[0] ?? {}, { id: 'a b' });
    expect(codes(story)).toEqual([
      'wrong-type chapters[0].share',
      'too-big chapters[1].share',
      'bad-id events[0].id',
    ]);
  });

  it('takes ids such as “constructor” for what they are', () => {
    const story = small();
    Object.assign(story.events[0] ?? {}, { id: 'constructor', nodes: ['toString'] });
    expect(codes(story)).toEqual(['unknown-id events[0].nodes[0]']);
  });

  it('says what is no story, and what is too much to draw', () => {
    for (const value of [null, undefined, 1, 'text', [], true])
      expect(codes(value)).toEqual(['not-a-story ']);
    expect(codes({})).toEqual(['no-version version']);
    expect(codes({ ...small(), nodes: Array.from({ length: 2001 }, () => null) })).toEqual([
      'too-many nodes',
    ]);
  });

  it('stops counting after 200 problems', () => {
    const { problems } = checkDataset({ ...small(), events: Array.from({ length: 500 }, () => ({})) });
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.code).toBe('and-more');
  });
});

describe('never throws', () => {
  it('on any value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(checkDataset(value).dataset).toBeNull();
      }),
    );
  });

  it('on a good story with any one value put in any place', () => {
    const story = JSON.stringify(small());
    const places = paths(JSON.parse(story));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything(), (path, value) => {
        const changed: unknown = JSON.parse(story);
        put(changed, path, value);
        const checked = checkDataset(changed);
        expect(checked.dataset === null).toBe(checked.problems.length > 0);
        expect(checked.problems.every(({ sentence }) => sentence.length > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('on a value that fights back', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    expect(codes(trap)).toEqual(['unreadable ']);
  });
});

describe('sentences', () => {
  it('say the same in both languages, with the same names filled in', () => {
    for (const [code, texts] of Object.entries(PROBLEM_TEXTS)) {
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      expect(names(texts.fr), code).toEqual(names(texts.en));
    }
  });

  it('name things in the reader’s words', () => {
    const said = problem('links[0].target', 'unknown-id', {
      kind: 'link',
      owner: 'm-x__p-y',
      id: 'p-y',
      list: 'nodes',
    });
    expect(said.sentence).toBe(
      'The link “m-x__p-y” points to “p-y”, which is not in the list of nodes. Add it there or correct the id.',
    );
    expect(sayProblem(said, 'fr')).toContain('Le lien «\u00a0m-x__p-y\u00a0» renvoie à');
    expect(sayProblem({ ...said, code: 'constructor' }, 'fr')).toBe(said.sentence);
  });
});

type Path = (string | number)[];

function paths(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const keys: Path = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [
    at,
    ...keys.flatMap((key) => paths((value as Record<string | number, unknown>)[key], [...at, key])),
  ].filter(({ length }) => length > 0);
}

function put(value: unknown, [key, ...rest]: Path, by: unknown): void {
  const here = value as Record<string | number, unknown>;
  if (key === undefined) return;
  if (rest.length === 0) here[key] = by;
  else put(here[key], rest, by);
}
