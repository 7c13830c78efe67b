/**
 * Citations in each style and language, and BibTeX that TeX reads as the words it was given.
 * A green run does not prove that a teacher’s house style agrees.
 */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ShareKey } from '@/i18n/load-share-words';
import { makeWords, type Messages } from '@/i18n/words';
import type { Locale } from '@/i18n/locales';
import { citationsOf, plain, type Cited } from './citation';

const wordsOf = (locale: Locale) => {
  const file = new URL(`../../i18n/share-messages/${locale}.json`, import.meta.url);
  return makeWords<ShareKey>(locale, JSON.parse(readFileSync(file, 'utf8')) as Messages);
};
const url = 'https://timeline.example/?lang=en&thread=cybercrime';
const cite = (locale: Locale, site: string, title: string | null, [year, month, day] = [2026, 11, 22]) => {
  const words = wordsOf(locale);
  const [y = 0, m = 1, d = 1] = [year, month, day];
  const cited: Cited = {
    site,
    title,
    url,
    locale,
    accessed: { year: y, month: m, day: d },
    date: words.day(Date.UTC(y, m - 1, d)),
  };
  return Object.fromEntries(citationsOf(cited, words.t).map((each) => [each.style, each]));
};
const texts = (citations: ReturnType<typeof cite>) =>
  Object.fromEntries(
    Object.entries(citations).map(([style, each]) => [style, plain(each).replace(/[\u00a0\u202f]/g, ' ')]),
  );

describe('a citation', () => {
  it('of a thread, in English', () => {
    const { APA, MLA, Chicago, BibTeX } = texts(cite('en', 'Fifty years to Ottawa', 'Cybercrime'));
    expect(APA).toBe(
      `Fifty years to Ottawa. (n.d.). Cybercrime [Interactive timeline]. Retrieved November 22, 2026, from ${url}`,
    );
    expect(MLA).toBe(`“Cybercrime.” Fifty years to Ottawa, ${url}. Accessed 22 Nov. 2026.`);
    expect(Chicago).toBe(`Fifty years to Ottawa. “Cybercrime.” Accessed November 22, 2026. ${url}.`);
    expect(BibTeX?.split('\n')).toEqual([
      '@misc{fifty-years-to-ottawa-cybercrime-2026,',
      '  author       = {{Fifty years to Ottawa}},',
      '  title        = {{Cybercrime}},',
      `  howpublished = {\\url{${url}}},`,
      '  note         = {Interactive timeline. Accessed November 22, 2026},',
      '  langid       = {english},',
      '}',
    ]);
  });

  it('of a thread, in French, on the first of a month', () => {
    const said = texts(cite('fr', 'Cinquante ans jusqu’à Ottawa', 'Cybercriminalité', [2027, 4, 1]));
    expect(said.APA).toBe(
      `Cinquante ans jusqu’à Ottawa. (s. d.). Cybercriminalité [Chronologie interactive]. Consulté le 1er avril 2027, à l’adresse ${url}`,
    );
    expect(said.MLA).toBe(
      `« Cybercriminalité ». Cinquante ans jusqu’à Ottawa, ${url}. Consulté le 1er avr. 2027.`,
    );
    expect(said.Chicago).toBe(
      `Cinquante ans jusqu’à Ottawa. « Cybercriminalité ». Consulté le 1er avril 2027. ${url}.`,
    );
    expect(said.BibTeX).toContain('@misc{cinquante-ans-jusqu-a-ottawa-cybercriminalite-2027,');
  });

  it('of the whole names it once', () => {
    for (const [locale, site] of [
      ['en', 'Fifty years to Ottawa'],
      ['fr', 'Cinquante ans jusqu’à Ottawa'],
    ] as const)
      for (const [style, text] of Object.entries(texts(cite(locale, site, null))))
        expect(text.split(site).length - 1, style).toBe(style === 'BibTeX' ? 2 : 1);
  });

  it('sets the name of the work in italics, and ends no title twice', () => {
    const { APA, MLA, Chicago } = cite('en', 'The whole', 'A part.');
    const italics = (citation = APA) =>
      citation?.pieces.filter(({ italic }) => italic).map(({ text }) => text);
    expect([italics(APA), italics(MLA), italics(Chicago)]).toEqual([['A part'], ['The whole'], []]);
  });

  it('knows every month of both languages', () => {
    for (const locale of ['en', 'fr'] as const)
      for (let month = 1; month <= 12; month++)
        expect(texts(cite(locale, 'a', 'b', [2026, month, 2])).MLA).toMatch(/ 2 \p{L}{3,5}\.? 2026\.$/u);
  });

  it('says its words as they are, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom('{url}', '$&', '{site}', '*'),
        (word, sign) => {
          const title = `x${word}${sign}x`;
          expect(plain(cite('en', 'Site', title).Chicago ?? { style: 'APA', pieces: [] })).toContain(
            `“${title}.”`,
          );
        },
      ),
    );
  });
});

/** What TeX makes of a group: the words again; throws where braces do not meet or a sign would act. */
function untex(source: string): string {
  const names: Record<string, string> = { textbackslash: '\\', textasciitilde: '~', textasciicircum: '^' };
  let words = '';
  let rest = source;
  while (rest) {
    const [all = '', name, sign, plainSign] =
      /^(?:\\([a-z]+)\{\}|\\([&%$#_{}])|([^\\&%$#_{}^]))/su.exec(rest) ?? [];
    if (!all) throw new Error(`TeX would act on ${rest.slice(0, 20)}`);
    words += name !== undefined ? names[name] : (sign ?? (plainSign === '~' ? '\u00a0' : plainSign));
    rest = rest.slice(all.length);
  }
  return words;
}

describe('BibTeX', () => {
  it('is read by TeX as the words it was given', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'\\{}%&$#_~^ aé«\u00a0'), minLength: 1 });
    fc.assert(
      fc.property(nasty, (title) => {
        const lines = plain(cite('en', 'Site', title).BibTeX ?? { style: 'BibTeX', pieces: [] });
        const [, written = ''] = /^ {2}title {8}= \{\{(.*)\}\},$/m.exec(lines) ?? [];
        expect(untex(written)).toBe(title);
      }),
    );
  });
});
