/**
 * Terms found in texts, over random ones and our own. A green run does not prove that a term means there what the
 * glossary says: people have to read the texts.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/dataset/format';
import { readProse, type ProsePart } from '@/dataset/prose';
import { buildDetail } from './build-detail';
import { markTerms, termForms, type MarkedPart, type TermPart } from './mark-terms';

const data = JSON.parse(readFileSync(new URL('../../data/g7.json', import.meta.url), 'utf8')) as Dataset;
const glossaryOf = (language: string) => buildDetail(data, language).glossary;
const GLOSSARY = { en: glossaryOf('en'), fr: glossaryOf('fr') };
const FORMS = { en: termForms(GLOSSARY.en), fr: termForms(GLOSSARY.fr) };

const wordsOf = (part: MarkedPart) => (typeof part === 'string' ? part : part.words);
const isTerm = (part: MarkedPart): part is TermPart => typeof part !== 'string' && 'term' in part;
const found = (text: string, language: 'en' | 'fr' = 'en') =>
  markTerms(readProse(text), FORMS[language])
    .filter(isTerm)
    .map(({ words, term }) => `${term}: ${words}`);

describe('terms in a text', () => {
  it.each([
    ['The G7 agreed on sanctions. A sanction is a penalty.', ['g7: G7', 'sanctions: sanctions']],
    ['Proxies act for a state.', ['proxy: Proxies']],
    ['They met against Transnational Organized Crime.', ['toc: Transnational Organized Crime']],
    ['It is transnational; organized crime is named.', []],
    ['The g7, cybercriminals, and five strands', []],
    ['[migrant smuggling](x) and migrant smuggling', ['migrant-smuggling: migrant smuggling']],
    [
      'A resilience and response framework needs resilience.',
      ['framework: resilience and response framework', 'resilience: resilience'],
    ],
  ])('%s', (text, terms) => expect(found(text)).toEqual(terms));

  it.each([
    ['Les mandataires d’un État souverain.', ['proxy: mandataires', 'sovereign-state: État souverain']],
    [
      'Le trafic de migrants, un appel à l’action.',
      ['migrant-smuggling: trafic de migrants', 'call-to-action: appel à l’action'],
    ],
    [
      'Des plans d’action contre l’ingérence étrangère',
      ['action-plan: plans d’action', 'foreign-interference: ingérence étrangère'],
    ],
  ])('%s', (text, terms) => expect(found(text, 'fr')).toEqual(terms));

  const EXPLAINED = GLOSSARY.en.filter(({ id }) => id !== 'strand');
  const term = fc.constantFrom(...EXPLAINED.map((entry) => entry.term.replace(/\s*\(.*\)/, '')));
  const filler = fc.stringMatching(/^[ ,.;a-fA-F0-9’é]{0,12}$/);
  const part: fc.Arbitrary<ProsePart> = fc.oneof(
    filler.map((text) => ` ${text} `),
    term.map((words) => ` ${words},`),
    fc.tuple(filler, term, filler).map((all) => ` ${all.join(' ')} `),
    fc.record({ words: term, id: fc.constant('thing') }),
  );

  it('lose no letter, touch no mark, and stand once, as whole words', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const marked = markTerms(parts, FORMS.en);
        expect(marked.map(wordsOf).join('')).toBe(parts.map(wordsOf).join(''));
        const untouched = (all: readonly MarkedPart[]) =>
          all.filter((each) => typeof each !== 'string' && 'id' in each);
        expect(untouched(marked)).toEqual(untouched(parts));
        const terms = marked.filter(isTerm);
        expect(new Set(terms.map(({ term: id }) => id)).size).toBe(terms.length);
        for (const [i, each] of marked.entries()) {
          if (!isTerm(each)) continue;
          const [before, after] = [marked[i - 1], marked[i + 1]];
          if (typeof before === 'string') expect(before).not.toMatch(/[\p{L}\p{N}]$/u);
          if (typeof after === 'string') expect(after).not.toMatch(/^[\p{L}\p{N}]/u);
        }
      }),
    );
  });

  it('are found wherever they stand between other words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXPLAINED), fc.boolean(), (entry, loud) => {
        const plain = entry.term.replace(/\s*\(.*\)/, '');
        const text = `Aa ${loud ? plain.toUpperCase() : plain}, bb.`;
        expect(found(text)[0]).toBe(`${entry.id}: ${loud ? plain.toUpperCase() : plain}`);
      }),
    );
  });

  it('stand in most events and steps of our own story, in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const texts = [
        ...data.events.map(({ summary }) => summary[language]),
        ...(data.steps ?? []).map(({ text }) => text[language]),
      ];
      const terms = new Set(
        texts.flatMap((text) => found(text ?? '', language)).map((each) => each.split(':')[0]),
      );
      expect(terms.size, language).toBeGreaterThan(15);
    }
  });
});
