/**
 * The colours of src/app.css, and those before a class, computed: contrast of marks and words, and the threads told apart by readers who see
 * fewer colours. A green run does not prove what a browser paints: ribbons are translucent and overlap, a browser
 * may force its own colours, and simulated deficiencies are averages of people.
 */
import { readFileSync } from 'node:fs';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
  type Color,
} from 'culori';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../src/app.css', import.meta.url), 'utf8');
const base = css.slice(0, css.indexOf('@media'));

const THREADS = [
  'organized-crime',
  'extremism',
  'synthetic-drugs',
  'cybercrime',
  'migrant-smuggling',
  'child-protection',
  'transnational-repression',
];

type Token = (name: string) => string;

/** The colours of one scheme by the names of their tokens. */
function scheme(text: string, which: 'light' | 'dark'): Token {
  const tokens = new Map<string, string>();
  for (const [, name, light, dark] of text.matchAll(
    /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g,
  )) {
    tokens.set(name ?? '', (which === 'light' ? light : dark) ?? '');
  }
  return (name) => tokens.get(name) ?? expect.fail(`app.css has no colour --${name}`);
}

const colour = (hex: string): Color => parse(hex) ?? expect.fail(`${hex} is no colour`);
const difference = differenceCiede2000();
const SIGHTS: Record<string, { see: (c: Color) => Color; least: number }> = {
  'full colour vision': { see: (c: Color) => c, least: 15 },
  deuteranopia: { see: filterDeficiencyDeuter(1), least: 10 },
  protanopia: { see: filterDeficiencyProt(1), least: 10 },
  tritanopia: { see: filterDeficiencyTrit(1), least: 10 },
};

const present = readFileSync(new URL('../src/present/present.css', import.meta.url), 'utf8');
/** Which sheet, in which scheme; what its marks and its words keep to their grounds at the least. */
const PALETTES = [
  { sheet: 'page', text: base, marks: 3, words: 4.5 },
  { sheet: 'class', text: present, marks: 4.5, words: 7 },
].flatMap((palette) => (['light', 'dark'] as const).map((which) => ({ ...palette, which })));

describe.each(PALETTES)('the $which palette of the $sheet', ({ sheet, text, which, marks, words }) => {
  const token = scheme(text, which);
  const GROUNDS = ['paper', 'raised', 'band-1', 'band-2'];

  it.each([
    ...THREADS.map((id) => `thread-${id}`),
    'neutral',
    'control',
    ...(sheet === 'page' ? ['focus'] : []),
  ])(`keeps --%s at ${marks}:1 on paper`, (name) => {
    for (const ground of ['paper', 'raised']) {
      expect(wcagContrast(token(name), token(ground)), ground).toBeGreaterThanOrEqual(marks);
    }
  });

  it.each(['ink', 'ink-soft', 'neutral-text', ...THREADS.map((id) => `thread-${id}-text`)])(
    `keeps words in --%s at ${words}:1 on every ground`,
    (name) => {
      for (const ground of GROUNDS) {
        expect(wcagContrast(token(name), token(ground)), ground).toBeGreaterThanOrEqual(words);
      }
    },
  );

  it.each(Object.entries(SIGHTS))('tells all threads apart with %s', (_, { see, least }) => {
    for (const [i, a] of THREADS.entries()) {
      for (const b of THREADS.slice(i + 1)) {
        const apart = difference(see(colour(token(`thread-${a}`))), see(colour(token(`thread-${b}`))));
        expect(apart, `${a} and ${b}`).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it('tells what belongs to no thread from the threads', () => {
    for (const id of THREADS) {
      const apart = difference(colour(token('neutral')), colour(token(`thread-${id}`)));
      expect(apart, id).toBeGreaterThanOrEqual(10);
    }
  });
});

it('strengthens the ink for readers who ask for more contrast', () => {
  const more = css.slice(
    css.indexOf('@media (prefers-contrast: more)'),
    css.indexOf('@media (forced-colors'),
  );
  for (const which of ['light', 'dark'] as const) {
    const [plain, strong] = [scheme(base, which), scheme(more, which)];
    for (const name of ['ink', 'ink-soft', 'hairline', 'control']) {
      const gain = wcagContrast(strong(name), plain('paper')) - wcagContrast(plain(name), plain('paper'));
      expect(gain, `${which} ${name}`).toBeGreaterThan(0);
    }
  }
});

it('never shouts an author’s style over a reader’s', () => {
  expect(css).not.toContain('!important');
});
