/**
 * Each view has a name, a sentence of what it shows now and one of how to read it; two keys lead from there to a table
 * of just that, and the table to a file.
 * What a green run does not prove: that the sentences read well; that a spreadsheet opens the file as it should.
 */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { errorsOf, focused, open, turnToView, openStory, said, type Lang } from './support-access/page';

const VIEWS = ['stage', 'threads', 'flow', 'table'] as const;
const summary = (page: Page) => page.locator('#view-summary');
const plain = (text: string) => text.replace(/\s+/g, ' ');
const numberIn = (text: string, word: RegExp) =>
  Number(word.exec(plain(text))?.[1]?.replace(/\D/g, '') ?? NaN);
const rowsOf = (page: Page, ...kinds: string[]) =>
  page.locator(kinds.map((kind) => `main table tbody button[data-kind="${kind}"]`).join(', '));

for (const lang of ['en', 'fr'] satisfies Lang[])
  test(`every view is headed by what it shows (${lang})`, async ({ page }) => {
    const errors = errorsOf(page);
    await open(page, `?lang=${lang}`);
    for (const view of VIEWS) {
      await turnToView(page, view, `?view=${view}&lang=${lang}`);
      const heading = page.getByRole('heading', { level: 2, name: said(lang, `head.${view}`) });
      await expect(heading).toBeVisible();
      await expect(page.locator('#view-how')).toHaveText(said(lang, `head.how-${view}`));
      await expect(summary(page)).toContainText(/\d+/);
      const root = page.locator('[data-view]');
      await expect(root).toHaveAttribute('aria-labelledby', /view-heading/);
      await expect(root).toHaveAttribute('aria-describedby', /view-summary/);
      await expect(root).toHaveAttribute('aria-describedby', /view-how/);
    }
    expect(errors).toEqual([]);
  });

test('the sentence follows every zoom, thread and language, and the head keeps to one line', async ({
  page,
}) => {
  await open(page);
  const all = [await summary(page).innerText()];
  const changed = async (what: string) => {
    await expect.poll(async () => all.includes(await summary(page).innerText()), what).toBe(false);
    all.push(await summary(page).innerText());
    const box = await page.locator('[data-view="stage"]').evaluate((stage) => {
      const head = stage.previousElementSibling as HTMLElement;
      return { head: head.getBoundingClientRect().height, text: head.scrollWidth - head.clientWidth };
    });
    expect(box.head).toBeLessThanOrEqual(24);
    expect(box.text).toBeLessThanOrEqual(0);
  };
  await page.getByRole('button', { name: '2024', exact: true }).click();
  await changed('a chapter');
  await page.getByRole('button', { name: said('en', 'zoom.in') }).click();
  await changed('closer');
  await page.getByRole('button', { name: said('en', 'zoom.later') }).click();
  await changed('later');
  await page.locator('button[data-kind="thread"]').nth(2).click();
  await changed('a thread');
  await page.locator('header button[lang="fr"]').click();
  await changed('the language');
});

for (const lang of ['en', 'fr'] satisfies Lang[])
  test(`two keys lead from the heading to a table of just what is shown, and one back (${lang})`, async ({
    page,
  }) => {
    const word = { events: /(\d+) (?:events?|événements?)/, links: /(\d+) (?:links?|liens?)/ };
    const story = await openStory(page, `?lang=${lang}&from=1995&to=2016`, lang);
    for (const thread of [null, 'cybercrime']) {
      if (thread) await page.locator(`button[data-kind="thread"][data-id="${thread}"]`).click();
      const told = (await summary(page).textContent()) ?? '';
      await page.locator('#view-heading').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-view="table"]')).toBeVisible();
      expect(await focused(page)).toContain('button');
      const [from, to] = [Date.UTC(1995, 0), Date.UTC(2017, 0)];
      const mine = story.events.filter(
        ({ t0, t1, threads }) => t1 > from && t0 < to && (thread === null || threads.includes(thread)),
      );
      await expect(rowsOf(page, 'event')).toHaveCount(mine.length);
      expect(numberIn(told, word.events)).toBe(mine.length);
      await expect(rowsOf(page, 'link')).toHaveCount(numberIn(told, word.links) || 0);
      expect(numberIn((await summary(page).textContent()) ?? '', word.events)).toBe(mine.length);
      for (const height of await page
        .locator('main table tr')
        .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height)))
        expect(height).toBeGreaterThanOrEqual(24);
      await expect(page.locator('main table caption').first()).not.toBeEmpty();
      expect(await page.locator('main table th:not([scope])').count()).toBe(0);
      await page.keyboard.press('Enter'); // the same button leads back
      await expect(page.locator('[data-view="stage"]')).toBeVisible();
      expect(await focused(page)).toContain('button');
    }
  });

// Firefox saves the files, but its driver gives a download no number when no navigation began it, and so it is not told.
for (const lang of ['en', 'fr'] satisfies Lang[])
  test(`the tables can be taken along as files (${lang})`, { tag: '@chromium' }, async ({ page }) => {
    const story = await openStory(page, `?view=table&lang=${lang}`, lang);
    for (const [key, count] of [
      ['table.csv-events', story.events.length + story.summits.length],
      ['table.csv-links', story.links.length],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: said(lang, key) }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`-(events|links)-${lang}\\.csv$`));
      const text = await readFile(await file.path(), 'utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      // None of our texts has a line break, so a line is a row.
      expect(text.trim().split('\r\n')).toHaveLength(count + 1);
      expect(text).toContain(said(lang, 'table.column-threads'));
    }
  });

test('a table is one tab stop, and its arrows reach every row and heading', async ({ page }) => {
  await open(page, '?view=table');
  const table = page.locator('main table').first();
  await expect(table.locator('button[tabindex="0"]')).toHaveCount(1);
  await table.locator('button[tabindex="0"]').focus();
  const ids = await table.locator('tbody button').evaluateAll((all) => all.map(({ dataset }) => dataset.id));
  const here = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.id);
  for (const id of ids.slice(0, 30)) {
    expect(await here()).toBe(id);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('End');
  expect(await here()).toBe(ids.at(-1));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  for (const heading of await table.locator('thead button').all()) {
    await expect(heading).toBeFocused();
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter'); // sorts, and the focus stays
  await expect(table.locator('thead button').last()).toBeFocused();
  await expect(table.locator('button[tabindex="0"]')).toHaveCount(1);
});
