/**
 * A story that cannot be shown is answered with words: what is wrong, where, and a way on. The page is never blank.
 * What a green run does not prove: every sentence (the unit tests of the check go through those).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { readFileSync } from 'node:fs';
import { ADDRESS, fixture, isStory, serve, type Answer } from './support/datasets';
import { comeNear, live } from './support/live';
import { open } from './support/stage';

interface Small {
  nodes: { id: string; date?: string }[];
  chapters: { share: unknown }[];
  events: { importance: unknown }[];
}
const changed = (change: (story: Small) => void): string => {
  const story = JSON.parse(fixture('small-flow')) as Small;
  change(story);
  return JSON.stringify(story);
};

/** Name of the fault → the answer of the server, and what the panel must say in English and in French. */
const FAULTS: Record<string, { answer: Answer; en: RegExp; fr: RegExp }> = {
  'not JSON': {
    answer: { body: fixture('broken/not-json') },
    en: /The file is not JSON/,
    fr: /Le fichier n’est pas du JSON/,
  },
  'not there (404)': {
    answer: { body: 'Not found', status: 404, contentType: 'text/plain' },
    en: /the error 404 instead of a file/,
    fr: /l’erreur 404 plutôt que par un fichier/,
  },
  'a page in place of data': {
    answer: { body: '<!doctype html><title>Welcome</title>', contentType: 'text/html' },
    en: /gives a web page, not a data file/,
    fr: /donne une page Web/,
  },
  'an empty file': { answer: { body: '' }, en: /The file is not JSON/, fr: /Le fichier n’est pas du JSON/ },
  'a file of null': {
    answer: { body: 'null' },
    en: /where a story is expected/,
    fr: /au lieu d’une histoire/,
  },
  '5 MB of rubbish': {
    answer: { body: 'x'.repeat(5_000_001) },
    en: /larger than 5 MB/,
    fr: /dépasse 5 Mo/,
  },
  'rubbish just below the limit': {
    answer: { body: 'x'.repeat(4_900_000) },
    en: /The file is not JSON/,
    fr: /Le fichier n’est pas du JSON/,
  },
  'a version of tomorrow': {
    answer: { body: fixture('broken/wrong-version') },
    en: /this page reads version 1/,
    fr: /cette page lit la version 1/,
  },
  'an id that is not there': {
    answer: { body: fixture('broken/missing-id') },
    en: /“p-y”, which is not in the list of nodes/,
    fr: /«\sp-y\s», qui n’est pas dans la liste/,
  },
  'a thing without an id': {
    answer: { body: changed(({ nodes }) => nodes.forEach((node) => Reflect.deleteProperty(node, 'id'))) },
    en: /“id” is missing/,
    fr: /Il manque «\sid\s»/,
  },
  'a duplicate id': {
    answer: { body: fixture('broken/duplicate-id') },
    en: /“n1” is used twice/,
    fr: /«\sn1\s» sert deux fois/,
  },
  'a cycle': {
    answer: { body: fixture('broken/cycle') },
    en: /run in a circle: n1 → n2 → n3 → n1/,
    fr: /tournent en rond/,
  },
  'a bare NaN': {
    answer: { body: changed(() => {}).replace(/"importance":\d/, '"importance":NaN') },
    en: /The file is not JSON/,
    fr: /Le fichier n’est pas du JSON/,
  },
  'NaN as a word': {
    answer: { body: changed(({ chapters }) => chapters.forEach((chapter) => (chapter.share = 'NaN'))) },
    en: /“share” in .* should be a number/,
    fr: /«\sshare\s» dans .* doit être un nombre/,
  },
};

/** As it stands in the message files: the wording is theirs. */
const title = (lang: 'en' | 'fr'): string => {
  const words = JSON.parse(readFileSync(`src/i18n/messages/${lang}.json`, 'utf8')) as Record<string, string>;
  return words['error.title'] ?? '';
};

async function expectPanel(page: Page, lang: 'en' | 'fr', said: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title(lang));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
  await expect(page.getByRole('listitem').filter({ hasText: said }).first()).toBeVisible();
  // A sentence a person can read: it ends, and it is short enough.
  for (const text of await page.getByRole('listitem').allInnerTexts()) {
    expect(text.trim()).toMatch(/[.!]$/);
    expect(text.length).toBeLessThan(600);
  }
  const home = page.getByRole('link');
  await expect(home).toHaveAttribute('href', new RegExp(`\\?lang=${lang}$`));
}

for (const [fault, { answer, en, fr }] of Object.entries(FAULTS)) {
  test(`${fault}: the panel says so in both languages`, { tag: '@wide' }, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await serve(page, answer);
    await page.goto(`./?lang=en&data=${ADDRESS}`);
    await expectPanel(page, 'en', en);
    await page.goto(`./?lang=fr&data=${ADDRESS}`);
    await expectPanel(page, 'fr', fr);
    expect(errors).toEqual([]);
  });
}

test(
  'a server that never answers is given up after 15 seconds, and may be asked again',
  { tag: '@wide' },
  async ({ page }) => {
    await page.clock.install();
    let answers = false;
    await page.route(isStory, async (route) => {
      if (answers) await route.fulfill({ body: fixture('small-flow'), contentType: 'application/json' });
    });
    const asked = page.waitForRequest((request) => isStory(new URL(request.url())));
    await page.goto(`./?lang=en&data=${ADDRESS}`);
    await asked;
    await expect(page.locator('[data-loading]')).toHaveText('Loading the story…');
    await page.clock.fastForward(14_000);
    await expect(page.locator('[data-loading]')).toBeVisible();
    await page.clock.fastForward(1500);
    await expectPanel(page, 'en', /did not answer within 15 seconds/);
    answers = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(stage(page)).toBeVisible();
  },
);

const stage = (page: Page) => page.locator('[data-stage]');

test('an address that is none is said to be none', async ({ page }) => {
  await page.goto('./?lang=en&data=story.json');
  await expectPanel(page, 'en', /is not a web address/);
});

test('the link on the panel leads to our own story', async ({ page }) => {
  await serve(page, { body: 'no' });
  await page.goto(`./?lang=fr&data=${ADDRESS}&from=2025`);
  await page.getByRole('link').click();
  await live(page);
  await expect(page.locator('h1')).toHaveText('Cinquante ans jusqu’à Ottawa');
  expect(new URL(page.url()).search).not.toContain('data');
});

test(
  'when our own files do not come, the page says so and tries again',
  { tag: '@wide' },
  async ({ page }) => {
    await page.route('**/story.*.json', (route) => route.abort());
    await page.goto('./?lang=en');
    await comeNear(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This story cannot be shown');
    await page.unroute('**/story.*.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(stage(page)).toBeVisible();
  },
);

test('words from a story are never taken for HTML', async ({ page }) => {
  const evil = '<img src=x onerror="document.title=1">';
  const story = JSON.parse(fixture('small-flow')) as {
    title: object;
    events: { title: object; label: object }[];
  };
  story.title = { en: evil, fr: evil };
  for (const event of story.events) event.title = event.label = { en: evil, fr: evil };
  await serve(page, { body: JSON.stringify(story) });
  await open(page, `?data=${ADDRESS}`);
  await expect(page.locator('h1')).toHaveText(evil);
  await expect(page.locator('img')).toHaveCount(0);
});
