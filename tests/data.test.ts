/**
 * Proves that the published dataset is whole, sourced, bilingual and written by the house's rules, and that its
 * weights are those of the fact base. Does not prove that a source says what is cited from it, that an address
 * still answers, or that a translation is right: that takes a reader.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaText } from '../scripts/dataset-report';
import { checkDataset } from '../src/dataset/check';
import { eachText } from '../src/dataset/check-walk';
import { Dataset } from '../src/dataset/format';
import { plainProse, readProse } from '@/dataset/prose';
import { buildStory } from '../src/story/build-story';

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const text = file('../data/g7.json');
const data = JSON.parse(text) as Dataset;
const base = JSON.parse(file('./fixtures/fact-base-weights.json')) as { weights: Record<string, number> };

const texts: { path: string; en: string; fr: string; own: boolean }[] = [];
eachText(Dataset, data, (keys, { en = '', fr = '' }) =>
  texts.push({ path: keys.join('.'), en, fr, own: keys.at(-1) === 'quote' }),
);

describe('the dataset', () => {
  it('has no problem', () => {
    expect(checkDataset(data).problems).toEqual([]);
  });

  it('holds the whole story', () => {
    const kinds = (kind: string) => data.events.filter((event) => event.kind === kind).length;
    expect(data.summits.map(({ number }) => number)).toEqual(
      Array.from({ length: 51 }, (_, index) => index + 1),
    );
    expect(data.summits.filter(({ held }) => !held).map(({ number }) => number)).toEqual([46]);
    expect(kinds('membership')).toBe(13);
    expect(data.events.filter(({ id, kind }) => id.startsWith('s-') && kind === 'milestone')).toHaveLength(
      43,
    );
    expect(data.events).toHaveLength(86);
    expect(data.events.filter(({ next }) => next).map(({ id }) => id)).toEqual([
      'ev-202512-montreal',
      'ev-20260101-france',
    ]);
    const { nodes, links, facts, glossary, people, participants, threads, columns, chapters } = data;
    expect(
      [nodes, links, facts, glossary, people, participants, threads, columns, chapters].map(
        ({ length }) => length,
      ),
    ).toEqual([38, 65, 194, 41, 8, 10, 7, 8, 5]);
  });

  it('is told in nine to twelve steps, of the same things in both languages', () => {
    const steps = data.steps ?? [];
    expect(steps.length).toBeGreaterThanOrEqual(9);
    expect(steps.length).toBeLessThanOrEqual(12);
    for (const { id, text, notes } of steps) {
      const parts = (language: string) => readProse(text[language] ?? '');
      const named = (language: string) =>
        parts(language).flatMap((part) => (typeof part === 'string' ? [] : [part.id]));
      expect(named('fr'), id).toEqual(named('en'));
      expect(named('en').length, id).toBeGreaterThan(0);
      for (const language of data.languages) {
        const sentences = plainProse(parts(language)).split(/[.!?](?= |$)/);
        expect(sentences.length - 1, `${id}, ${language}`).toBeLessThanOrEqual(5);
        expect(notes?.[language], id).toBeTruthy();
      }
    }
  });

  it('is asked about in five ways, on each of its threads', () => {
    const questions = data.questions ?? [];
    expect(questions.length).toBeGreaterThanOrEqual(12);
    const kinds = ['order', 'wider', 'thread', 'joined', 'says'];
    for (const kind of kinds) {
      const asked = questions.filter((question) => question.kind === kind);
      expect(asked.length, kind).toBeGreaterThanOrEqual(2);
    }
    const threadsOf = new Map(
      [...data.events, ...data.nodes, ...data.links].map(({ id, threads }) => [id, threads]),
    );
    const named = (question: (typeof questions)[number]): string[] =>
      Object.entries(question).flatMap(([key, value]) =>
        key === 'among' ? [] : [value].flat().filter((part) => typeof part === 'string'),
      );
    const met = new Set(questions.flatMap(named).flatMap((id) => threadsOf.get(id) ?? []));
    expect([...met].sort()).toEqual(data.threads.map(({ id }) => id).sort());
  });

  it('counts the weights that the fact base states', () => {
    const weights = Object.fromEntries(buildStory(data, 'en').links.map(({ id, weight }) => [id, weight]));
    expect(weights).toEqual(base.weights);
  });

  it('lets no two events of one lane stand in one place, nor a link run back', () => {
    const { events, nodes, links } = buildStory(data, 'en');
    const places = events.flatMap(({ t, threads }) =>
      (threads.length > 0 ? threads : ['']).map((lane) => `${lane} ${t}`),
    );
    expect(new Set(places).size).toBe(places.length);
    const at = new Map(nodes.map(({ id, t }) => [id, t]));
    for (const { id, source, target } of links)
      expect(at.get(source), id).toBeLessThan(at.get(target) ?? NaN);
  });

  it('agrees with its published schema, which is up to date', () => {
    expect(file('../data/story.schema.json')).toBe(schemaText());
    expect(data.$schema).toBe('./story.schema.json');
  });

  it('is written as an editor leaves it: two spaces, one line at the end', () => {
    expect(text).toBe(`${JSON.stringify(data, null, 2)}\n`);
  });
});

describe('what must not stand in it', () => {
  it('keeps out what is not for publication', () => {
    expect(
      text.match(/lafortune|\bseeds?\b|seed-|eighth member|huitième membre|eight members|"publish"/i),
    ).toBeNull();
    expect(text.match(/(?<![\w/.-])(\+?1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])/)).toBeNull();
  });

  it('names each source by its publisher and date, and each address once', () => {
    const addresses = data.sources.flatMap(({ url }) => (url === undefined ? [] : [url]));
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { id, url, date } of data.sources) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(url, id).toBeDefined();
      if (date !== undefined && !/^(wikipedia|bpb|southasian)/.test(id))
        expect(id).toContain(date.slice(0, 4));
    }
  });

  it('does not link to copies and mirrors', () => {
    const copies =
      /daily8|einnews|zenniereport|openrijk|minghui|ozardiplo|webjosh|asiantelegraphqatar|publicnow|alsharqtribune|whitehouse\.gov\/briefing-room/;
    for (const { id, url = '', linkable } of data.sources)
      expect(linkable && copies.test(url), id).toBe(false);
  });
});

describe('both languages', () => {
  it('says everything twice, and a quotation once at least', () => {
    expect(texts.length).toBeGreaterThan(2000);
    for (const { path, en, fr, own } of texts) expect(own ? en + fr : en && fr, path).not.toBe('');
  });

  it('sets French as Canadian French is set', () => {
    for (const { path, fr } of texts) {
      expect(fr, path).not.toMatch(/[^\u00a0\d]:(?!\/)|«(?!\u00a0)|(?<!\u00a0)»/);
      expect(fr, path).not.toMatch(/[ \u00a0][;!?]|[“”]/);
    }
  });

  it('sets English and French with the right apostrophes, dashes and spaces', () => {
    for (const { path, en, fr } of texts) {
      expect(en, path).not.toMatch(/ :|«|»/);
      for (const said of [en, fr]) expect(said, path).not.toMatch(/['"]| {2}| [,.]|--|\d-\d{1,2}\b(?!\d)/);
    }
  });

  it('keeps headlines short enough for the stage', () => {
    for (const { id, label } of data.events)
      for (const said of Object.values(label)) expect(said.length, id).toBeLessThanOrEqual(36);
  });

  it('calls the Union what it is', () => {
    for (const { path, en } of texts)
      expect(en, path).not.toMatch(/eight (countries|members)|member.*European Union is a/i);
  });
});

describe('facts', () => {
  it('stand alone: none begins with a word that points back', () => {
    for (const { id, text: said } of data.facts)
      expect(said.en, id).not.toMatch(/^(It|They|He|She|His|This|That|These|Those)\b/);
  });

  it('name both ends of each link that they widen', () => {
    const ends = new Map(data.links.map(({ id, source, target }) => [id, [source, target]]));
    for (const { id, links, nodes } of data.facts)
      for (const link of links) expect(nodes, id).toEqual(expect.arrayContaining(ends.get(link) ?? ['?']));
  });

  it('stand behind the events of 2024 and 2025, save five that no fact tells', () => {
    const told = new Set(data.facts.flatMap(({ events }) => events));
    const untold = data.events.filter(({ id, date }) => date >= '2024' && !told.has(id)).map(({ id }) => id);
    expect(untold).toEqual([
      'ev-20241213-handover',
      'ev-20250616-mideast',
      'ev-20251021-announced',
      'ev-20251110-reminder',
      'ev-20260101-france',
    ]);
  });
});
