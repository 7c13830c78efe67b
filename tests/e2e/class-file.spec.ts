/**
 * The file for the class, from the disk and without a network: the lesson, its links, presenting with the presenter’s
 * window, a question, the handout and the story, in both languages, and nothing asked of anybody. What a green run does
 * not prove: a school’s locked-down computer, or engines that keep windows from a disk apart (there key T is left).
 */
import { expect, type Page, type TestInfo } from '@playwright/test';
import en from '@/i18n/class-messages/en.json' with { type: 'json' };
import shareWords from '@/i18n/share-messages/en.json' with { type: 'json' };
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { told, type Lang } from '../speech/told';
import { data } from './support/story';
import { test } from './support/test';

/** The file alone in a folder, built for a site of this address; '': the build knew of none. */
function fileAlone(info: TestInfo, lang: Lang, site: string): string {
  const name = lang === 'en' ? 'class.html' : `class.${lang}.html`;
  const built = readFileSync(path.resolve(process.env.E2E_DIST ?? 'dist', name), 'utf8');
  expect(built).toMatch(/^[^>]*>\s*<html[^>]* data-root="/);
  const file = info.outputPath(name);
  writeFileSync(file, built.replace(/ data-root="[^"]*"/, ` data-root="${site}"`));
  return pathToFileURL(file).href;
}
const titleOf = (id: string, lang: Lang) => data.steps.find((step) => step.id === id)?.title[lang] ?? id;

/** Notes what the browser complains of, and what is asked for beside the file itself; in all windows. */
function watch(page: Page): string[] {
  const seen: string[] = [];
  const note = (each: Page) => {
    each.on('console', (message) => {
      if (/error|warning/.test(message.type())) seen.push(message.text());
    });
    each.on('pageerror', (error) => seen.push(error.message));
    each.on('request', (request) => {
      if (!/^data:|\/class(\.fr)?\.html/.test(request.url())) seen.push(request.url());
    });
  };
  note(page);
  page.context().on('page', note);
  return seen;
}
const choose = async (page: Page, lang: Lang, key: 'how.lesson' | 'class.print') => {
  await page.getByRole('button', { name: told(lang).word('class.name'), exact: true }).click();
  await page.getByRole('link', { name: told(lang).word(key) }).click();
};

test('teaches the whole lesson from the disk', async ({ page, context }, info) => {
  const seen = watch(page);
  const file = fileAlone(info, 'en', '');
  await page.goto(file);
  await choose(page, 'en', 'how.lesson');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Lesson/);

  // From the lesson into the presentation; the presenter’s window beside it hears and leads.
  await page.locator('#first-look-4 li a').first().click();
  const heading = page.locator('[data-present] h1');
  await expect(heading).toHaveText(titleOf('outcomes', 'en'));
  const opened = context.waitForEvent('page');
  await page.keyboard.press('w');
  const desk = await opened;
  await expect(desk.locator('[data-joined="true"]')).toBeVisible();
  await expect(desk.locator('[data-desk="outcomes"]')).toBeVisible();
  await desk.keyboard.press('PageUp');
  await expect(heading).not.toHaveText(titleOf('outcomes', 'en'));
  // Nobody else comes to this disk: no code that leads nowhere.
  await page.keyboard.press('q');
  await expect(page.locator('[data-class-share]')).toContainText(shareWords['class.on-disk']);
  await expect(page.locator('[data-qr]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await desk.close();

  // Begun at the desk: it says that nobody answers, and opens the window for the class, which joins it.
  await page.goto(`${file}?mode=presenter`);
  await expect(page.locator('[data-joined]')).toContainText(`${en['desk.alone']} ${en['desk.from-disk']}`);
  const following = context.waitForEvent('page');
  await page.getByRole('link', { name: en['desk.open-audience'] }).click();
  const second = await following;
  await expect(page.locator('[data-joined="true"]')).toBeVisible();
  await second.close();

  // A question, answered where its link leads to.
  await page.goto(`${file}?mode=lesson#first-look`);
  await expect(page.locator('#first-look h3')).toBeInViewport();
  await page.locator('#first-look .pupils a').nth(1).click();
  const offers = page
    .locator('[data-check]')
    .getByRole('list', { name: en['check.answers'] })
    .getByRole('button');
  await offers.first().click();
  await expect(page.locator('[data-check]').getByRole('status')).not.toBeEmpty();

  await choose(page, 'en', 'class.print');
  await expect(page.locator('[data-handout][data-ready]')).toBeVisible();
  expect(await page.locator('[data-sheet]').count()).toBeGreaterThan(8);
  // A place on a disk is nobody’s business.
  expect(await page.locator('[data-handout]').innerText()).not.toContain('file:');
  await page.getByRole('link', { name: en['print.back'] }).click();
  await expect(page.locator('[data-stage] [data-kind="event"]').first()).toBeVisible();
  expect(seen).toEqual([]);
});

test('holds the other language, the long texts and the search', async ({ page }, info) => {
  const seen = watch(page);
  await page.goto(fileAlone(info, 'fr', 'https://timeline.example/'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cinquante ans jusqu’à Ottawa');
  await page.locator('[data-view] [data-kind="node"][data-id="n-founding"]').first().press('Enter');
  await expect(page.locator('aside a[href^="https://"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fifty years to Ottawa');
  await expect(page).toHaveURL(/class\.fr\.html\?.*lang=en/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fifty years to Ottawa');
  // Handed on is the page on the web.
  await page.getByRole('button', { name: told('en').word('share.name'), exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue(
    'https://timeline.example/?select=n-founding',
  );
  await page.keyboard.press('Escape');
  await page.locator('input[role="combobox"]').fill('Rambouillet');
  await expect(page.locator('[role="option"]').first()).toContainText('Rambouillet');
  expect(seen).toEqual([]);
});

test('has a lesson whose links lead into the file, and that can be taken away as Word', async ({
  page,
}, info) => {
  const file = fileAlone(info, 'en', '');
  for (const lang of ['en', 'fr'] satisfies Lang[]) {
    await page.goto(`${file}?mode=lesson&lang=${lang}`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    const hrefs = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.filter((href) => href.startsWith(`?lang=${lang}`)).length).toBeGreaterThan(30);
    const others = hrefs.filter((href) => !/^(\?lang=|\?mode=lesson|#|https:)/.test(href));
    expect(others.map((href) => href.slice(0, 26))).toEqual(
      ['data:application/vnd.openxm', 'data:text/markdown;charset'].map((start) => start.slice(0, 26)),
    );
    const saved = page.waitForEvent('download');
    await page.locator('a[download$=".docx"]').click();
    expect((await saved).suggestedFilename()).toMatch(/^le[a-z-]+\.docx$/);
  }
});
