/**
 * English and French are the same page: switching keeps all but the words.
 * What a green run does not prove: that the French is good, or that both say the same (language-pseudo.spec.ts proves
 * that nothing is left behind in the code).
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { focused, mark, open, said } from './support-access/page';

const STATE = 'from=2025-06&to=2025-11-23&thread=migrant-smuggling&select=p-smuggling&scale=even&scheme=dark';

test('switching keeps window, choice, thread, scale and focus', { tag: '@wide' }, async ({ page }) => {
  await open(page, `?${STATE}`);
  await expect(page.locator('[data-panel] h2')).toBeVisible();
  const place = () => page.locator('[data-minimap] [data-part="window"]').getAttribute('style');
  const before = await place();
  const english = await page.title();
  await page.locator('header button[lang="fr"]').focus();
  await page.keyboard.press('Enter');

  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page).toHaveURL(/lang=fr/);
  await expect(page).not.toHaveTitle(english);
  const [url, state] = [new URL(page.url()).searchParams, new URLSearchParams(STATE)];
  for (const [key, value] of state) expect(url.get(key), key).toBe(value);
  expect(await place()).toBe(before);
  await expect(page.locator('[role="toolbar"] [data-kind="thread"][aria-pressed="true"]')).toHaveAttribute(
    'data-id',
    'migrant-smuggling',
  );
  await expect(mark(page, 'p-smuggling')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('radio', { name: said('fr', 'scale.even') })).toBeChecked();
  await expect(
    page
      .locator('[data-panel]')
      .getByText(said('fr', 'panel.threads'))
      .or(page.locator('[data-panel] h2'))
      .first(),
  ).toBeVisible();
  await expect.poll(() => focused(page)).toContain('English');

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(mark(page, 'p-smuggling')).toHaveAttribute('aria-pressed', 'true');
  expect(await place()).toBe(before);

  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle(english);
  await expect(mark(page, 'p-smuggling')).toHaveAttribute('aria-pressed', 'true');
  await page.goForward();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test(
  'the table and its choice stay too, with dates as French writes them',
  { tag: '@wide' },
  async ({ page }) => {
    await open(page, '?view=table&select=m-1976-canada');
    await page.locator('header button[lang="fr"]').click();
    await expect(page.getByRole('heading', { name: said('fr', 'head.table') })).toBeVisible();
    await expect(mark(page, 'm-1976-canada')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('cell', { name: '23 novembre 2025' }).first()).toBeVisible();
    await expect(page.getByRole('cell', { name: '15–17 novembre 1975' })).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/November \d/);
  },
);

test('the page of a language is in it, whatever the reader’s own; the address may say otherwise', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const [address, lang] of [
    ['', 'en'],
    ['?lang=fr', 'fr'],
    ['fr/', 'fr'],
    ['fr/?lang=en', 'en'],
  ] as const) {
    await open(page, address);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page).toHaveTitle(lang === 'fr' ? /Ottawa/ : /^Fifty years/);
    await expect(page).toHaveURL(new RegExp(`/${address.replaceAll('?', '[?]')}$`));
  }
  await context.close();
});
