/**
 * The accessibility statement: the same sections in both languages, marked as such, with working links, the app's keys
 * and colours, nothing that axe finds, nothing cut off on a narrow screen.
 * What a green run does not prove: that what it states is true. Whoever changes a test changes the statement.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { told, type Lang } from '../speech/told';
import { findings } from './support-access/axe';
import { live } from './support/live';
import { open } from './support/stage';

const LANGS = ['en', 'fr'] satisfies Lang[];
const ADDRESS = './accessibility.html';

const sectionsOf = (page: Page, lang: Lang) =>
  page
    .locator(`article[lang="${lang}"] section > h3`)
    .evaluateAll((heads, lang) => heads.map(({ id }) => id.replace(`${lang}-`, '')), lang);

test('has the same sections in both languages, each marked with its own', async ({ page }) => {
  await page.goto(ADDRESS);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const [en, fr] = [await sectionsOf(page, 'en'), await sectionsOf(page, 'fr')];
  expect(en).toEqual(['aim', 'met', 'tested', 'judged', 'fails', 'untested', 'keys', 'report']);
  expect(fr).toEqual(en);
  for (const tag of ['li', 'dt', 'time'])
    expect(await page.locator(`#fr ${tag}`).count(), tag).toBe(await page.locator(`#en ${tag}`).count());
});

for (const lang of LANGS) {
  test(`is linked from the foot of the page, and leads back (${lang})`, async ({ page }) => {
    await open(page, `?lang=${lang}`);
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: told(lang).word('credit.access') })
      .click();
    await expect(page).toHaveURL(new RegExp(`accessibility\\.html#${lang}$`));
    await expect(page.locator(`#${lang}-title`)).toBeInViewport();
    await page.locator(`nav a[href="./?lang=${lang}"]`).click();
    // Before the scripts the page stands there for wide and for narrow windows, one of them unseen.
    await live(page);
    await expect(page.getByRole('heading', { level: 1, name: told(lang).title })).toBeVisible();
  });

  test(`lists the keys that the app lists (${lang})`, async ({ page }) => {
    await open(page, `?lang=${lang}`);
    await page.getByRole('button', { name: told(lang).word('keys.open'), exact: true }).click();
    const listed = (root: string) =>
      page
        .locator(`${root} :is(kbd, dd)`)
        .evaluateAll((all) => all.map((each) => each.textContent?.replace(/\s+/g, ' ').trim()));
    await expect(page.locator('dialog dd').first()).toBeVisible();
    const inApp = await listed('dialog');
    expect(inApp.length).toBeGreaterThan(20);
    await page.goto(ADDRESS);
    expect(await listed(`#${lang} [data-keys]`)).toEqual(inApp);
  });
}

test('has no link that leads nowhere', async ({ page }) => {
  await page.goto(ADDRESS);
  const links = await page.locator('a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) {
    expect((await page.request.get(link)).ok(), link).toBe(true);
    const id = new URL(link).hash.slice(1);
    if (id) await expect(page.locator(`[id="${id}"]`), link).toBeAttached();
  }
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing, and nothing is cut off, from a desk down to 320 px (${scheme})`, async ({
    page,
  }) => {
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(ADDRESS);
      expect(await findings(page), `${width} px`).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, `${width} px`).toBeLessThanOrEqual(0);
    }
  });

test('wears the colours of the app', () => {
  const tokens = (file: string) =>
    new Map(
      [...readFileSync(file, 'utf8').matchAll(/(--[\w-]+): (light-dark\([^)]+\));/g)]
        .map(([, a, b]) => [a, b])
        .reverse() as [string, string][],
    );
  const app = tokens('src/app.css');
  const own = tokens('public/accessibility.css');
  expect(own.size).toBeGreaterThan(4);
  for (const [name, value] of own) expect(value, name).toBe(app.get(name));
});
