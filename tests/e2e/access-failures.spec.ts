/**
 * When a part of the page cannot be had, a sentence says so, there is a way out, and the rest goes on working.
 * What a green run does not prove: other failures than these; that the sentence helps. Broken datasets have their own
 * tests.
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { mark, open, said } from './support-access/page';
import { comeNear } from './support/live';

test('without its words the page says so in both languages', async ({ page }) => {
  let gone = true;
  await page.route(/\/assets\/en-[^/]*\.json$/, (route) =>
    gone ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await page.goto('./');
  await comeNear(page);
  const alert = page.getByRole('alert');
  await expect(alert.locator('p[lang="en"]')).not.toBeEmpty();
  await expect(alert.locator('p[lang="fr"]')).not.toBeEmpty();
  gone = false;
  await alert.locator('button[lang="fr"]').click();
  await expect(page.locator('[data-stage] > svg')).toBeVisible();
});

test('a story that the server withholds can be asked for again', async ({ page }) => {
  let broken = true;
  await page.route(/\/story\.en[^/]*\.json$/, (route) =>
    broken ? route.fulfill({ status: 500 }) : route.continue(),
  );
  await page.goto('./?thread=cybercrime');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('en', 'error.title'));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  broken = false;
  await page.getByRole('button', { name: said('en', 'error.retry') }).click();
  await expect(page.locator('[data-stage] > svg')).toBeVisible();
  await expect(page.locator('button[data-kind="thread"][aria-pressed="true"]')).toHaveAttribute(
    'data-id',
    'cybercrime',
  );
});

test('a panel whose code is gone leaves the rest usable', async ({ page }) => {
  await page.route(/\/PanelFrame[^/]*\.js$/, (route) => route.fulfill({ status: 404 }));
  await open(page);
  await mark(page, 'p-smuggling').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: said('en', 'panel.failed') })).toBeVisible();
  await expect(page.getByRole('button', { name: said('en', 'panel.retry') })).toBeVisible();
  await expect(page.getByRole('button', { name: said('en', 'failure.reload') })).toBeVisible();
  await page.getByRole('button', { name: said('en', 'failure.dismiss') }).click();
  await page.getByRole('button', { name: '2024', exact: true }).click();
  await expect(page).toHaveURL(/from=2024&to=2024/);
  await page.getByRole('button', { name: said('en', 'view.table'), exact: true }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
});

test('a view whose code is gone leaves the rest usable', async ({ page }) => {
  await page.route(/\/TableView[^/]*\.js$/, (route) => route.fulfill({ status: 404 }));
  await open(page);
  await page.getByRole('button', { name: said('en', 'view.table'), exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: said('en', 'failure.view') })).toBeVisible();
  await page.getByRole('button', { name: said('en', 'view.stage'), exact: true }).click();
  await expect(page.locator('[data-stage] > svg')).toBeVisible();
});

test('long texts that are gone can be asked for again', async ({ page }) => {
  let gone = true;
  await page.route(/\/detail\.en[^/]*\.json$/, (route) => (gone ? route.abort() : route.continue()));
  await open(page, '?select=p-smuggling');
  const panel = page.locator('[data-panel]');
  await expect(panel.getByText(said('en', 'panel.failed'))).toBeVisible();
  await expect(panel.getByRole('heading', { level: 2 })).not.toBeEmpty();
  gone = false;
  await panel.getByRole('button', { name: said('en', 'panel.retry') }).click();
  await expect(panel.getByText(said('en', 'panel.failed'))).toHaveCount(0);
  await expect(panel.locator('[data-kind="source"]').first()).toBeAttached();
});

test('a language that is gone is said, and the page stays as it was', async ({ page }) => {
  await page.route(/\/story\.fr[^/]*\.json$/, (route) => route.abort());
  await open(page);
  await page.locator('header button[lang="fr"]').click();
  await expect(page.getByText(said('en', 'failure.language'))).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).not.toHaveURL(/lang=/);
});
