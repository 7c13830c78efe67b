/**
 * The built page at work in a folder of a plain static server: a tour of everything asks nobody else for anything,
 * complains about nothing, and loads what it needs when it needs it.
 * What a green run does not prove: that other browsers than Chromium and Firefox are as content.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { serveFolder, type StaticServer } from './server/static';
import { fixture, serve } from './support/datasets';
import { live } from './support/live';
import { mark, panel, settled, stage } from './support/stage';

let server: StaticServer;
test.beforeAll(async () => {
  server = await serveFolder(process.env.E2E_DIST ?? 'dist', 'classes/2025/g7');
});
test.afterAll(() => server.close());

/** Everything that was asked for, and every complaint. */
function watch(page: Page): { asked: string[]; complaints: string[] } {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on(
    'response',
    (response) => response.ok() || complaints.push(`${response.status()} ${response.url()}`),
  );
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return { asked, complaints };
}

test('a tour asks no other origin for anything and meets no error', async ({ page }) => {
  const { asked, complaints } = watch(page);
  await page.goto(server.url);
  await live(page);
  for (const id of ['year-2025', 'ottawa'])
    await page.locator(`[data-kind="chapter"][data-id="${id}"]`).click();
  await page.locator('button[data-kind="thread"]').nth(3).click();
  await mark(page, 'o-call').focus();
  await page.keyboard.press('Enter');
  await panel(page).locator('[data-kind="source"]:visible').first().click();
  await page.locator('input[role="combobox"]').fill('Kananaskis');
  await page.locator('search [role="option"]').first().click();
  await page.getByText('Even scale', { exact: true }).click();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.locator('select').first().selectOption('dark');
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goBack();
  await expect(stage(page)).toBeVisible();
  await page.reload();
  await live(page);
  await expect(stage(page)).toBeVisible();
  await settled(page);

  const { origin } = new URL(server.url);
  expect(asked.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin)).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(server.url) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the first view loads neither the check, nor the panel, nor the long texts, nor the table', async ({
  page,
}) => {
  const { asked, complaints } = watch(page);
  const named = (part: string) => asked.filter((url) => url.includes(`/assets/${part}`)).length;
  await page.goto(server.url);
  await live(page);
  await settled(page);
  for (const later of [
    'read-story',
    'say-failure',
    'ErrorPanel',
    'PanelFrame',
    'SearchResults',
    'ShareDialog',
    'TableView',
    'detail.',
  ])
    expect(named(later), later).toBe(0);
  expect(named('index')).toBeGreaterThan(0);

  await mark(page, 'o-call').focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('Sources');
  expect(named('PanelFrame')).toBeGreaterThan(0);
  expect(named('read-story')).toBe(0);

  await serve(page, { body: fixture('small-flow') });
  await page.goto(`${server.url}?data=./test-story.json`);
  await live(page);
  expect(named('read-story')).toBe(1);
  expect(complaints).toEqual([]);
});
