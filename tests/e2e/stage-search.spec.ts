/**
 * Search finds things by words of either language, and leads to them.
 * What a green run does not prove: that the best hit comes first for what people really ask.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { mark, open, panel, period, stage } from './support/stage';

const field = (page: Page) => page.locator('input[role="combobox"]');
const options = (page: Page) => page.locator('search [role="option"]');

for (const lang of ['en', 'fr']) {
  test(`it finds words of both languages on the page in ${lang}`, async ({ page }) => {
    await open(page, `?lang=${lang}`);
    await field(page).fill('trafic');
    await expect(
      page.locator('[role="option"][data-kind="thread"][data-id="migrant-smuggling"]'),
    ).toBeVisible();
    await field(page).fill('smuggling');
    await expect(
      page.locator('[role="option"][data-kind="thread"][data-id="migrant-smuggling"]'),
    ).toBeVisible();
    await field(page).fill('Kananaskis');
    await expect(page.locator('[role="option"][data-kind="summit"]').first()).toContainText('Kananaskis');
    await expect(page.locator('[role="option"][data-id="m-kananaskis"]')).toBeVisible();

    // Accents do not matter, either way.
    await field(page).fill('resume de la presidence');
    await expect(page.locator('[role="option"][data-kind="term"][data-id="chair-summary"]')).toBeVisible();
    const plain = await options(page).count();
    await field(page).fill('Résumé de la présidence');
    await expect(options(page)).toHaveCount(plain);
  });
}

test('hits are lit on the stage while they are listed', async ({ page }) => {
  await open(page);
  await field(page).fill('Kananaskis');
  await expect(options(page).first()).toBeVisible();
  await expect(stage(page).locator('g.found').first()).toBeAttached();
  await field(page).fill('');
  await expect(stage(page).locator('g.found')).toHaveCount(0);
});

test('picking a hit moves the camera to it and opens its card', async ({ page }) => {
  await open(page, '?from=1980&to=1985');
  const before = await period(page);
  await field(page).fill('call to action on social media');
  const hit = page.locator('[role="option"][data-id="o-call"]');
  await hit.click();
  await expect(page).toHaveURL(/select=o-call/);
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Call to action on social media');
  expect(await period(page)).not.toBe(before);
  await expect(mark(page, 'o-call')).toBeInViewport();
  await expect(options(page)).toHaveCount(0);
});

test('it works by keyboard alone', async ({ page }) => {
  await open(page);
  await field(page).focus();
  await page.keyboard.type('Rambouillet');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const active = await field(page).getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('Rambouillet');
  await field(page).focus();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
});

test('a person, a term and a source open their cards', async ({ page }) => {
  await open(page);
  for (const [words, kind] of [
    ['Anandasangaree', 'person'],
    ['human trafficking', 'term'],
    ['Call To Action For Collaboration', 'source'],
  ] as const) {
    await field(page).fill(words);
    await page.locator(`[role="option"][data-kind="${kind}"]`).first().click();
    await expect(panel(page).getByRole('heading', { level: 2 })).toBeVisible();
  }
});

test('what is not found is said, with a way on', async ({ page }) => {
  await open(page);
  await field(page).fill('zzqx');
  await expect(page.locator('search')).toContainText(
    'Nothing found for “zzqx”. Try a place, a year or a name.',
  );
  await expect(options(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
});
