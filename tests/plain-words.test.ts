/**
 * The plain texts of our own story: what a machine can measure of them. A green run proves that sentences and words are
 * short, and that no date, number or name was added to what the record itself says. It does not prove that a pupil of
 * twelve understands, that nothing else was added, or that the French is good: people have to read them.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/dataset/format';
import type { Text } from '@/dataset/format/shapes';
import { plainProse, readProse } from '@/dataset/prose';

const data = JSON.parse(readFileSync(new URL('../data/g7.json', import.meta.url), 'utf8')) as Dataset;

interface Told {
  id: string;
  plain: Text | undefined;
  full: Text;
  /** All else that the record says, and the facts behind it: numbers and names may come from there. */
  beside: (Text | string | undefined)[];
}
const behind = (ids: readonly string[]) =>
  data.facts.filter(({ events, nodes }) => [...events, ...nodes].some((id) => ids.includes(id)));
const factTexts = (ids: readonly string[]) =>
  behind(ids).flatMap(({ text, places }) => [text, ...places.flatMap(({ says, who }) => [says, who])]);

const EVENTS: Told[] = data.events.map(({ id, plain, summary, title, label, note, date, end }) => ({
  id,
  plain,
  full: summary,
  beside: [title, label, note, date, end, ...factTexts([id])],
}));
const STEPS: Told[] = (data.steps ?? []).map(({ id, plain, text, title, notes }) => {
  const shown = readProse(text['en'] ?? '').flatMap((part) => (typeof part === 'string' ? [] : [part.id]));
  const things = [...data.events, ...data.nodes].filter((thing) => shown.includes(thing.id));
  const told = things.flatMap(({ summary, label }) => [summary, label]);
  return { id, plain, full: text, beside: [title, notes, ...told, ...factTexts(shown)] };
});
const TOLD = [...EVENTS, ...STEPS];

const say = (text: Text | undefined, language: string) => plainProse(readProse(text?.[language] ?? ''));
const sentencesOf = (text: string) => text.split(/(?<=[.!?])\s+/);
/** « l’image » are two words, as they are to a reader. */
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
/** Letters from which a word is long: French ones are longer by nature. */
const LONG: Record<string, number> = { en: 10, fr: 11 };
const longShare = (texts: readonly string[], language: string) => {
  const words = texts.flatMap(wordsOf);
  return words.filter((word) => word.length >= (LONG[language] ?? 0)).length / words.length;
};

/** Small counts (“three texts”) may be counted out; larger ones are somebody’s. */
const NUMBERS: Record<string, RegExp> = {
  en: /\b(?:\d[\d,.]*|six|seven|eight|nine|ten|twenty(?:-\w+)?|thirty|forty)\b/giu,
  fr: /\b(?:\d[\d,.]*|six|sept|huit|neuf|dix|vingt(?:-\w+)?|trente|quarante)\b/giu,
};
const numbersIn = (text: string, language: string) =>
  (text.match(NUMBERS[language] ?? /$^/g) ?? []).map((number) => number.replace(/[.,]$/, '').toLowerCase());
/** What the group and its members are called needs no source at each text. */
const COMMON = new Set(
  'G7 G8 Canada France French Italy Italie Russia Russie United States États-Unis Europe Union'.split(' '),
);
/** Words that explain others: what “the Eight” are, where the Sahel lies, what a state is. */
const EXPLAIN = [
  ...['s-1996-paris25: seven', 's-2011-paris: Africa', 's-2011-paris: America', 's-2019-paris: Africa'],
  ...['s-1996-paris25: sept', 's-2019-paris: Afrique', 's-2018-charlevoix: État', 'ev-202510-academy: État'],
];
const namesIn = (text: string) =>
  sentencesOf(text).flatMap((sentence) =>
    wordsOf(sentence)
      .slice(1)
      .filter((word) => /^\p{Lu}/u.test(word) && !COMMON.has(word)),
  );

describe.each(data.languages)('plain texts: %s', (language) => {
  it('stand at every event and every step', () => {
    expect(TOLD).toHaveLength(98);
    expect(TOLD.filter(({ plain }) => say(plain, language).length < 10).map(({ id }) => id)).toEqual([]);
  });

  it('have short sentences and few long words, and fewer than the full texts', () => {
    for (const told of TOLD) {
      const lengths = sentencesOf(say(told.plain, language)).map((sentence) => wordsOf(sentence).length);
      expect(mean(lengths), told.id).toBeLessThanOrEqual(15);
      expect(Math.max(...lengths), told.id).toBeLessThanOrEqual(24);
      expect(say(told.plain, language), told.id).not.toMatch(/[;()—–]/);
    }
    const plain = TOLD.map((told) => say(told.plain, language));
    const full = TOLD.map((told) => say(told.full, language));
    const sentences = (texts: readonly string[]) =>
      mean(texts.flatMap(sentencesOf).map((sentence) => wordsOf(sentence).length));
    expect(sentences(plain)).toBeLessThan(0.7 * sentences(full));
    expect(longShare(plain, language)).toBeLessThan(0.08);
    expect(longShare(plain, language)).toBeLessThan(0.8 * longShare(full, language));
  });

  it('name no date, number or name that the record and its facts do not', () => {
    const added = TOLD.flatMap(({ id, plain, full, beside }) => {
      const said = say(plain, language);
      const texts = beside.map((text) => (typeof text === 'string' ? text : say(text, language)));
      const known = [say(full, language), ...texts].join(' ');
      const words = new Set(wordsOf(known));
      const numbers = new Set([...numbersIn(known, language), ...(known.match(/\d{4}/g) ?? [])]);
      return [
        ...namesIn(said).filter((name) => !words.has(name)),
        ...numbersIn(said, language).filter((number) => !numbers.has(number)),
      ].map((word) => `${id}: ${word}`);
    });
    expect(added.filter((word) => !EXPLAIN.includes(word))).toEqual([]);
  });

  it('mark the same things in steps as the full texts do', () => {
    for (const { id, plain, full } of STEPS) {
      const marked = (text: Text | undefined, of: string) =>
        readProse(text?.[of] ?? '').flatMap((part) => (typeof part === 'string' ? [] : [part.id]));
      expect(marked(plain, language), id).toEqual(marked(full, data.languages[0] ?? ''));
    }
  });
});
