/**
 * No word of the page is written into its code: everything shown or spoken comes from the messages, the story or
 * Intl, all of which are put into brackets here.
 * What a green run does not prove: that messages are put together as every language needs it; what is shown only in
 * states that are not walked through here (the unit tests hold both message files to the same keys).
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { mark, open } from './support-access/page';
import { comeNear } from './support/live';
import { turnTo } from './support/stage';
import { speakPseudo, strays } from './support-access/pseudo';

const clean = async (page: Page, where: string) => expect(await strays(page), where).toEqual([]);
const told = (page: Page) => expect(page.locator('[data-panel] h3').first()).toBeVisible();

test('the check itself sees words that stand outside', async ({ page }) => {
  await open(page);
  expect((await strays(page)).length).toBeGreaterThan(100);
});

test('the stage, closer and farther, with the small card of a mark', async ({ page }) => {
  await speakPseudo(page);
  await open(page);
  await clean(page, 'fit');
  await mark(page, 'p-smuggling').hover();
  await expect(page.locator('.tip')).toBeVisible();
  await clean(page, 'tip');
  for (const search of [
    '?from=2025-11-22&to=2025-11-23&thread=cybercrime',
    '?from=1995&to=2003&scale=even&others=1',
  ]) {
    await turnTo(page, search);
    await clean(page, search);
  }
});

test('the panel, whatever it tells of', async ({ page }) => {
  await speakPseudo(page);
  const ids = [
    'm-1975-g6',
    '1976-san-juan',
    '2020-camp-david-cancelled',
    'p-smuggling',
    'n-leaders',
    'n-founding__n-leaders',
    'ev-202511-ottawa',
  ];
  const headings = new Set<string>();
  await open(page, `?select=${ids[0]}`);
  for (const id of ids) {
    await turnTo(page, `?select=${id}`);
    await told(page);
    headings.add(await page.locator('[data-panel] h2').innerText());
    await clean(page, id);
    if (id === 'm-1975-g6') {
      await page.locator('[data-panel] button[data-kind="source"]').last().click();
      await clean(page, 'source');
    }
  }
  expect(headings.size).toBe(ids.length);
});

test('search: a list, people and terms, nothing found', async ({ page }) => {
  await speakPseudo(page);
  await open(page);
  const field = page.locator('search input');
  const kinds = { Anandasangaree: 'person', smuggling: 'term', cyber: 'event' };
  for (const [query, kind] of Object.entries(kinds)) {
    await field.fill(query);
    const hit = page.locator(`[role="option"][data-kind="${kind}"]`).first();
    await expect(hit).toBeVisible();
    await clean(page, query);
    await hit.click();
    await expect(page.locator('[data-panel] h2')).toBeVisible();
    await clean(page, kind);
  }
  // The query itself is the reader's own word; brackets make it look like ours.
  await field.fill('⟦zzzz⟧');
  await expect(page.locator('.results')).toBeVisible();
  await clean(page, 'nothing found');
});

test('the tables, full and empty', async ({ page }) => {
  await speakPseudo(page);
  await open(page, '?view=table&thread=cybercrime');
  await clean(page, 'full');
  await page.getByRole('searchbox').fill('⟦zzzz⟧');
  await expect(page.getByRole('table')).toHaveCount(0);
  await clean(page, 'empty');
});

test('what is said when something fails', async ({ page }) => {
  await speakPseudo(page);
  await page.route(/\/PanelFrame[^/]*\.js$/, (route) => route.abort());
  await open(page, '?select=p-smuggling');
  await expect(page.locator('[data-dock][role="alert"]')).toBeVisible();
  await clean(page, 'no panel');

  await page.route(
    ({ pathname }) => pathname.endsWith('/none.json'),
    (route) => route.fulfill({ json: { version: 1 } }),
  );
  await page.goto('./?data=./none.json');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await clean(page, 'a story of someone else');

  await page.route(/\/story\.en[^/]*\.json$/, (route) => route.fulfill({ status: 500 }));
  await page.goto('./');
  await comeNear(page);
  // What stood there before the scripts speaks no such language.
  await expect(page.locator('[data-view]')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await clean(page, 'our own story');
});
