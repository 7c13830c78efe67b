/**
 * The page around the story on a phone: what the first screen shows, that nothing is cut, that fingers and on-screen
 * keyboards have their room. What a green run does not prove: the bars and safe areas of real phones.
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { said, type Lang } from './support-access/page';
import { boxOf, open, settled, turnTo } from './support/stage';

const more = (page: Page) => page.locator('header button[popovertarget]');
const view = (page: Page) => page.locator('.view');

for (const lang of ['en', 'fr'] as Lang[])
  test(`the first screen shows what it is, the views, the threads and the story: ${lang}`, async ({
    page,
  }) => {
    await open(page, `?lang=${lang}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    const lines = await page.locator('header > p').evaluate((e) => {
      const range = document.createRange();
      range.selectNodeContents(e);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
    expect(lines).toBeLessThanOrEqual(2);
    const views = ['threads', 'flow', 'table', 'stage'] as const;
    await expect(page.locator('header .views button')).toHaveText(
      views.map((id) => said(lang, `view.${id}`)),
    );
    const chips = await page
      .locator('main button.chip')
      .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().top));
    expect(chips.length).toBe(8);
    expect(new Set(chips).size).toBe(1);
    expect((await boxOf(view(page))).y).toBeLessThanOrEqual(230);
  });

/** What sticks out of the page, or is cut inside a control or a heading. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement;
    if (wide.scrollWidth > wide.clientWidth) found.push(`page ${wide.scrollWidth} > ${wide.clientWidth}`);
    for (const e of document.querySelectorAll<HTMLElement>('header *, .tools *, [data-dock] *, footer *')) {
      // What only a screen reader gets is clipped on purpose.
      if (getComputedStyle(e).clipPath === 'inset(50%)') continue;
      if (e.closest('.visually-hidden, svg, [popover]:not(:popover-open)') || e.matches('input, .bar'))
        continue;
      if (e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
        found.push(`${e.localName}.${e.className} “${e.textContent?.trim().slice(0, 30)}”`);
    }
    return found;
  });

const SIZES = [
  [320, 640],
  [360, 640],
  [390, 844],
  [430, 932],
  [320, 256],
  [844, 390],
  [932, 430],
  [768, 1024],
] as const;
for (const query of ['?lang=fr', '?select=n-plan-2024__o-call'])
  test(`nothing sticks out or is cut at any size (${query})`, async ({ page }) => {
    await open(page, query);
    for (const [width, height] of SIZES)
      await test.step(`${width}×${height}`, async () => {
        await page.setViewportSize({ width, height });
        // What is chosen comes anew, as a sheet or beside the picture.
        await turnTo(page, '?lang=' + (query.includes('fr') ? 'fr' : 'en'));
        await turnTo(page, query);
        await expect(page.locator('[data-panel] h2')).toHaveCount(query.includes('select') ? 1 : 0);
        expect.soft(await cut(page), `${query} at ${width}×${height}`).toEqual([]);
      });
  });

test('nothing sticks out or is cut with letters twice as large', async ({ page }) => {
  await page.addInitScript(() => {
    const style = new CSSStyleSheet();
    style.replaceSync('html { font-size: 32px !important }');
    document.adoptedStyleSheets = [style];
  });
  for (const query of ['?lang=fr', '?select=n-plan-2024__o-call']) {
    await open(page, query);
    expect(await cut(page), query).toEqual([]);
  }
});

/** Buttons, links and fields around the story that are smaller than a finger; what stands in running text is exempt. */
const small = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        ':is(header, .tools, [data-dock], footer) :is(button, a[href], select, input, summary)',
      ),
    ].flatMap((e) => {
      const box = e.getBoundingClientRect();
      const inText = getComputedStyle(e).display === 'inline' && e.parentElement?.closest('p, li, dd');
      if (box.width === 0 || inText || (box.width >= 44 && box.height >= 43.9)) return [];
      return [`${e.localName} “${e.ariaLabel ?? e.textContent?.trim()}” ${box.width}×${box.height}`];
    }),
  );

test('every target around the story is as large as a finger', async ({ page }) => {
  for (const query of [
    '?select=ev-20251123-outcomes',
    '?lang=fr&select=n-plan-2024__o-call',
    '?view=flow&select=o-call',
  ]) {
    await open(page, query);
    await expect(page.locator('[data-panel] h2')).toBeVisible();
    await page.locator('[data-handle]').tap();
    await more(page).evaluate((button: HTMLButtonElement) => button.click());
    await expect(page.locator('[popover]')).toBeVisible();
    expect(await small(page), query).toEqual([]);
  }
});

test('no field makes a phone zoom, and the page may always be zoomed', async ({ page }) => {
  await open(page);
  await page.locator('search button').tap();
  await expect(page.locator('search input')).toBeFocused();
  const sizes = await page
    .locator('header select, search input')
    .evaluateAll((all) => all.map((e) => parseFloat(getComputedStyle(e).fontSize)));
  expect(sizes.length).toBe(2);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  const meta = (await page.locator('meta[name="viewport"]').getAttribute('content')) ?? '';
  expect(meta).toContain('viewport-fit=cover');
  expect(meta).not.toMatch(/maximum-scale|minimum-scale|user-scalable/);
});

test('the row of threads brings what is pressed or has the focus into view', async ({ page }) => {
  await open(page, '?thread=migrant-smuggling');
  const inRow = async (chip: ReturnType<Page['locator']>) => {
    const [it, row] = [await boxOf(chip), await boxOf(page.locator('main .bar[role="toolbar"]'))];
    return it.x >= row.x - 1 && it.x + it.width <= row.x + row.width + 1;
  };
  const chips = page.locator('main button.chip');
  await expect.poll(() => inRow(page.locator('button.chip[data-id="migrant-smuggling"]'))).toBe(true);
  await page.locator('button.chip[data-id="migrant-smuggling"]').focus();
  await page.keyboard.press('Home');
  await expect(chips.first()).toBeFocused();
  await expect.poll(() => inRow(chips.first())).toBe(true);
  await page.keyboard.press('End');
  await expect(chips.last()).toBeFocused();
  await expect.poll(() => inRow(chips.last())).toBe(true);
});

test('the keyboard on the screen hides neither the field of the search nor what it finds', async ({
  page,
}) => {
  await open(page);
  await page.locator('search button').tap();
  await expect(page.locator('search input')).toBeFocused();
  await page.setViewportSize({ width: 390, height: 420 });
  await page.keyboard.type('Ottawa');
  await expect(page.locator('[role="option"]').first()).toBeVisible();
  const seen = async (height: number) => {
    const [field, list] = [
      await boxOf(page.locator('search input')),
      await boxOf(page.locator('search .results')),
    ];
    expect(field.y).toBeGreaterThanOrEqual(0);
    expect(list.y).toBeGreaterThanOrEqual(field.y + field.height);
    expect(list.y + list.height).toBeLessThanOrEqual(height);
    expect(list.height).toBeGreaterThan(150);
  };
  await settled(page);
  await seen(420);
  // A keyboard that lies over the page is known to the visual viewport only.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, 'height', { value: 430 });
    visualViewport?.dispatchEvent(new Event('resize'));
  });
  await settled(page);
  await seen(430);
  // Away again by Escape: list, words, field.
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await expect(page.locator('search input')).toHaveCount(0);
  await expect(page.locator('search button')).toBeFocused();
});

test('a hit opens the sheet', async ({ page }) => {
  await open(page);
  await page.locator('search button').tap();
  await page.keyboard.type('Halifax');
  await page.locator('[role="option"]').first().tap();
  await expect(page.locator('[data-dock]')).toBeVisible();
  await expect(page).toHaveURL(/select=/);
});

test('the menu has what is wanted once in a visit, and gives the focus back', async ({ page }) => {
  await open(page);
  await more(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[popover]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[popover]')).toBeHidden();
  await expect(more(page)).toBeFocused();
  await more(page).tap();
  await page.locator('header select').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.getByRole('button', { name: 'Français' }).tap();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('[popover]')).toBeHidden();
  await more(page).tap();
  await page.getByRole('link', { name: said('fr', 'how.link') }).tap();
  await expect(page.getByRole('heading', { name: said('fr', 'how.title') })).toBeInViewport();
});

for (const id of ['threads', 'flow', 'table', 'stage'])
  test(`15 tab stops lead through the page: ${id}`, async ({ page }) => {
    await page.goto(`./?view=${id}`);
    await expect(page.locator('[data-view], main table').first()).toBeVisible();
    const seen: string[] = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const it = document.activeElement;
        return !it || it === document.body ? null : (it.ariaLabel ?? it.textContent).trim().slice(0, 30);
      });
      if (at === null) break;
      seen.push(at);
    }
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.length, seen.join(' | ')).toBeLessThanOrEqual(15);
  });

test('a phone on its side gives the stage 70 % of its height, a tablet the whole stage', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await open(page);
  const stage = page.locator('[data-stage]');
  const box = await boxOf(stage);
  expect(390 - box.y).toBeGreaterThanOrEqual(390 * 0.7);
  expect(box.height).toBeGreaterThan(390 * 0.7);
  await page.setViewportSize({ width: 768, height: 1024 });
  await expect(stage).toBeVisible();
  const last = await boxOf(page.locator('main').locator('button').last());
  expect(last.y + last.height).toBeLessThanOrEqual(1024);
});
