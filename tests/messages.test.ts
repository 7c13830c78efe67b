/**
 * The message files agree, key by key. A green run does not prove that the words are good, that they fit where they
 * are shown, or that nothing on the page is hard-coded: the pseudo-language test in tests/e2e looks for that.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '@/i18n/locales';
import { makeWords, type MessageKey, type Messages } from '@/i18n/words';

/** The words of the page, those that come with the share dialog, and those of the classroom. */
const FOLDERS = ['messages', 'share-messages', 'class-messages'];
const at = (folder: string) => new URL(`../src/i18n/${folder}/`, import.meta.url);
const text = (folder: string, locale: string) => readFileSync(new URL(`${locale}.json`, at(folder)), 'utf8');
const messages = (folder: string, locale: string) => JSON.parse(text(folder, locale)) as Messages;
const CODES = Object.keys(LOCALES) as Locale[];
const placeholders = (words = '') => [...new Set(words.match(/\{\w+\}/g))].sort();

it.each(FOLDERS)('%s has one file for each language, and no other', (folder) => {
  expect(readdirSync(at(folder)).sort()).toEqual(CODES.map((code) => `${code}.json`).sort());
});

describe.each(FOLDERS.flatMap((folder) => CODES.map((code) => [folder, code] as const)))(
  'the %s in %s',
  (folder, code) => {
    const en = messages(folder, 'en');
    const own = messages(folder, code);
    const entries = Object.entries(own);

    it('have the keys of the English ones, each once', () => {
      expect(Object.keys(own).sort()).toEqual(Object.keys(en).sort());
      const written = [...text(folder, code).matchAll(/^\s*"([^"]+)":/gm)].map(([, key]) => key);
      expect(written).toEqual([...new Set(written)]);
    });

    it('have keys of the form component.what-it-says, and both plural forms', () => {
      for (const key of Object.keys(own)) {
        expect(key).toMatch(/^[a-z-]+\.[a-z0-9-]+(\.(one|other))?$/);
        if (key.endsWith('.one')) expect(own).toHaveProperty([key.replace(/one$/, 'other')]);
        if (key.endsWith('.other')) expect(own).toHaveProperty([key.replace(/other$/, 'one')]);
      }
    });

    it('have the placeholders of the English ones', () => {
      for (const [key, words] of entries) {
        // "One event" may do without its number, in either language.
        const but = (of: string[]) => (key.endsWith('.one') ? of.filter((name) => name !== '{n}') : of);
        expect(but(placeholders(words)), key).toEqual(but(placeholders(en[key])));
      }
    });

    it('have words, and no space too many', () => {
      for (const [key, words] of entries) {
        expect(words.trim(), key).not.toBe('');
        expect(words, key).toBe(words.trim());
        expect(words, key).not.toMatch(/ {2}|\t|\n/);
      }
    });

    it('have no key that is hidden by another one of the same base', () => {
      for (const key of Object.keys(own)) {
        if (/\.(one|other)$/.test(key)) expect(own).not.toHaveProperty([key.replace(/\.(one|other)$/, '')]);
      }
    });

    it('are printed as in a book: curly marks, a true ellipsis, no raw HTML', () => {
      for (const [key, words] of entries) expect(words, key).not.toMatch(/'|"|\.\.\.|<|>/);
    });

    it('say every message, whatever the number', () => {
      const { t } = makeWords(code, own);
      for (const key of Object.keys(own)) {
        const base = key.replace(/\.(one|other)$/, '') as MessageKey;
        for (const n of [0, 1, 2, 1.5, 1e6]) {
          const params = Object.fromEntries(placeholders(own[key]).map((name) => [name.slice(1, -1), 'x']));
          const said = t(base, { ...params, n });
          expect(said, key).not.toBe(base);
          expect(said, key).not.toMatch(/[{}]/);
        }
      }
    });
  },
);

describe('French typography, as in Canada', () => {
  const fr = FOLDERS.flatMap((folder) => Object.entries(messages(folder, 'fr')));
  it.each([
    ['a no-break space before a colon', /[^\u00a0\d]:|\u00a0 :/],
    ['a no-break space inside « »', /«[^\u00a0]|[^\u00a0]»/],
    ['no space before ; ! ?', /[ \u00a0\u202f][;!?]/],
    ['no straight or English quotes', /["'“]/],
    ['no double no-break space', /\u00a0[ \u00a0]| \u00a0/],
  ])('has %s', (_, wrong) => {
    for (const [key, words] of fr) expect(words, key).not.toMatch(wrong);
  });
});
