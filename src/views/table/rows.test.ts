/**
 * The rows hold exactly the story, whatever is filtered and sorted. A green run does not prove that the page draws
 * every row it is given, nor that its headers and buttons are named: tests/e2e looks at the page.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowLink, FlowNode, Story, StoryEvent, Summit } from '@/story/story';
import { EVENT_COLUMNS, eventRows, LINK_COLUMNS, linkRows, type Phrases } from './rows';
import { filterRows, NO_THREAD, sortRows } from './sift';

const THREADS = ['cybercrime', 'extremism', 'synthetic-drugs'];
const say: Phrases = {
  date: ({ t0 }) => `le ${new Date(t0).getUTCFullYear()}`,
  kind: (kind) => kind,
  summit: ({ number, place }) => `Sommet ${number}, ${place}`,
  importance: (importance) => (importance ? `rang ${importance}` : 'sans rang'),
  weight: ({ weight }) => `${weight} faits`,
  link: (from, to) => `${from} vers ${to}`,
  noThread: 'aucun fil',
};

const words = fc.constantFrom('Évian', 'Cœur', 'Québec', 'La Malbaie', 'Ottawa', '');
const times = fc.tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 1e9 }));
const threads = fc.subarray(THREADS);
const events: fc.Arbitrary<Partial<StoryEvent>[]> = fc.array(
  fc
    .record({ title: words, threads, times, importance: fc.constantFrom(1, 2, 3, 4) })
    .map(({ times: [t0, length], ...event }) => ({
      ...event,
      t0,
      t: t0,
      t1: t0 + length,
    })),
  { maxLength: 30 },
);
const stories: fc.Arbitrary<Story> = fc
  .record({
    events,
    summits: fc.array(fc.record({ place: words, times }), { maxLength: 8 }),
    links: fc.array(fc.record({ threads, weight: fc.nat(9) }), { maxLength: 30 }),
  })
  .map(({ events, summits, links }) => {
    const nodes = ['a', 'b', 'c'].map((id): FlowNode => ({
      ...bare,
      id,
      label: `Nœud ${id}`,
      column: 'x',
      dated: null,
      offstage: false,
    }));
    return Object.freeze({
      ...({} as Story),
      t0: 0,
      t1: 2e12,
      threads: THREADS.map((id) => ({ id, label: `Fil ${id}`, about: '', since: 0 })),
      events: events.map((event, i) => ({ ...bare, kind: 'meeting', ...event, id: `e${i}` }) as StoryEvent),
      summits: summits.map(({ place, times: [t0, length] }, i): Summit => ({
        ...bare,
        id: `s${i}`,
        number: i + 1,
        place,
        host: '',
        format: 'G7',
        held: true,
        t0,
        t1: t0 + length,
        t: t0,
      })),
      nodes,
      links: links.map((link, i): FlowLink => ({
        ...link,
        id: `l${i}`,
        source: 'a',
        target: i % 2 ? 'b' : 'gone',
        inferred: link.weight === 0,
      })),
    });
  });
const bare = { t: 0, precision: 'day' as const, threads: [], nodes: [] };
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
const all = { text: '', thread: null, period: null };

describe('rows', () => {
  it('are the items of the story, each once, in every order', () => {
    fc.assert(
      fc.property(stories, fc.boolean(), (story, descending) => {
        const rows = eventRows(story, say);
        expect(ids(rows)).toEqual(ids([...story.events, ...story.summits]));
        expect(ids(filterRows(rows, all))).toEqual(ids(rows));
        for (const column of EVENT_COLUMNS) {
          expect(ids(sortRows(rows, { column, descending }, (a, b) => a.localeCompare(b)))).toEqual(
            ids(rows),
          );
        }
        const links = linkRows(story, say);
        expect(ids(links)).toEqual(ids(story.links));
        for (const column of LINK_COLUMNS) {
          expect(ids(sortRows(links, { column, descending }, (a, b) => a.localeCompare(b)))).toEqual(
            ids(links),
          );
        }
      }),
    );
  });

  it('have words in every cell of their columns and a name that begins with the words of its button', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const row of eventRows(story, say)) {
          for (const column of EVENT_COLUMNS) expect(row.cells[column]).toBeDefined();
          expect(row.name.startsWith(row.cells.title?.text ?? '?')).toBe(true);
        }
        for (const row of linkRows(story, say)) {
          for (const column of LINK_COLUMNS) expect(row.cells[column]?.text).not.toBe('');
          expect(row.name.startsWith(row.cells.from?.text ?? '?')).toBe(true);
        }
      }),
    );
  });

  it('are shown or filtered away, never both and never neither', () => {
    const threadsOrNone = fc.constantFrom(...THREADS, NO_THREAD);
    fc.assert(
      fc.property(stories, threadsOrNone, times, (story, thread, [a, length]) => {
        const rows = eventRows(story, say);
        const shown = filterRows(rows, { ...all, thread });
        const had = (row: { threads: { id: string }[] }) =>
          thread === NO_THREAD ? row.threads.length === 0 : row.threads.some(({ id }) => id === thread);
        expect(shown).toEqual(rows.filter(had));
        const inside = filterRows(rows, { ...all, period: [a, a + length] });
        expect(inside).toEqual(rows.filter((row) => row.t0 < a + length && row.t1 > a));
      }),
    );
  });
});

describe('the filter', () => {
  const story = {
    ...fc.sample(stories, { numRuns: 1, seed: 1 })[0],
    events: [
      {
        ...bare,
        id: 'x',
        kind: 'statement',
        title: 'Évian, au cœur de l’été',
        t0: 0,
        t1: 1,
        importance: 1,
        threads: ['cybercrime'],
      },
      { ...bare, id: 'y', kind: 'voice', title: 'Ottawa', t0: 2, t1: 3, importance: 2, threads: [] },
    ],
    summits: [],
  } as unknown as Story;
  it.each([
    ['evian', ['x']],
    ['COEUR evi', ['x']],
    ['fil cyber', ['x']],
    ['aucun', ['y']],
    ["l'ete", ['x']],
    ['  ', ['x', 'y']],
    ['rang', ['x', 'y']],
    ['.*', []],
  ])('finds by %j', (text, found) => {
    expect(filterRows(eventRows(story, say), { ...all, text }).map(({ id }) => id)).toEqual(found);
  });
});

describe('the order', () => {
  it('goes up, and down in reverse where nothing is equal', () => {
    const rows = linkRows(fc.sample(stories, { numRuns: 1, seed: 4 })[0] as Story, say);
    const weights = (descending: boolean) =>
      sortRows(rows, { column: 'weight', descending }, () => 0).map(({ cells }) =>
        Number(cells.weight?.sort),
      );
    expect(weights(false)).toEqual([...weights(false)].sort((a, b) => a - b));
    expect(weights(true)).toEqual([...weights(false)].reverse());
  });
});
