/**
 * One press hands on what is shown, by the system’s sheet or in the dialog: by a copy, or the reader’s own hand.
 * What a green run does not prove: what a real system’s sheet does with the address.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import words from '@/i18n/share-messages/en.json' with { type: 'json' };
import { said } from './support-access/page';
import { open } from './support/stage';

const STATE = '?thread=migrant-smuggling&from=2025-06&to=2025-11&scale=even&scheme=dark&select=o-call';

/** What the page handed on, by which way. */
interface Asked {
  shared: { title: string; text: string; url: string }[];
  copied: string[];
}
const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: Asked }).asked);

/** Puts our own ways in place of the browser’s. `error`: the name of what the sheet fails with. */
const ways = (page: Page, has: { sheet?: boolean; clipboard?: boolean; error?: string }) =>
  page.addInitScript(({ sheet, clipboard, error }) => {
    const asked: Asked = { shared: [], copied: [] };
    Object.assign(window, { asked });
    const share = (data: Asked['shared'][number]) => {
      asked.shared.push(data);
      return error ? Promise.reject(new DOMException('no', error)) : Promise.resolve();
    };
    const writeText = (text: string) => {
      asked.copied.push(text);
      return Promise.resolve();
    };
    const put = (name: string, value: unknown) => Object.defineProperty(navigator, name, { value });
    put('share', sheet ? share : undefined);
    put('canShare', sheet ? () => true : undefined);
    put('clipboard', clipboard ? { writeText } : undefined);
  }, has);

/** Opens the menu of the page and presses there. */
async function press(page: Page, key: 'share.name' | 'share.more' = 'share.name'): Promise<void> {
  await page.locator('header button[popovertarget]').evaluate((e: HTMLElement) => e.click());
  const button = page.getByRole('button', { name: said('en', key), exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
}
const dialogOf = (page: Page) => page.getByRole('dialog', { name: said('en', 'share.name') });
const address = (page: Page) => dialogOf(page).getByRole('textbox', { name: words['link.address'] });
const copy = (page: Page) => dialogOf(page).getByRole('button', { name: words['copy.do'] }).click();

test('the system’s sheet gets the whole address at once, in the reader’s language', async ({ page }) => {
  await ways(page, { sheet: true, clipboard: true });
  await open(page, STATE);
  await page
    .locator('[data-view] [data-kind="event"]')
    .first()
    .evaluate((e: HTMLElement) => e.click());
  await press(page);
  const { shared, copied } = await asked(page);
  expect(shared.length).toBe(1);
  expect(copied).toEqual([]);
  const url = new URL(shared[0]?.url ?? '');
  const chosen = await page.locator('[data-panel] h2').textContent();
  expect(shared[0]?.text).toBe(chosen);
  // The page of the thread has its own title and picture, and is in one language.
  expect(url.pathname).toBe('/thread/migrant-smuggling/');
  expect(url.searchParams.has('lang')).toBe(false);
  expect(url.searchParams.has('thread')).toBe(false);
  expect(url.searchParams.get('scale')).toBe('even');
  expect(url.searchParams.get('from')).toMatch(/^2025/);
  expect(url.searchParams.has('scheme')).toBe(false);
  expect(url.searchParams.has('view')).toBe(false);
});

test('a reader who thinks better of it hears nothing of it', async ({ page }) => {
  await ways(page, { sheet: true, clipboard: true, error: 'AbortError' });
  await open(page);
  await press(page);
  expect((await asked(page)).shared.length).toBe(1);
  expect((await asked(page)).copied).toEqual([]);
  await expect(dialogOf(page)).toHaveCount(0);
});

test('where there is a sheet, the other ways are beside it', async ({ page }) => {
  await ways(page, { sheet: true, clipboard: true });
  await open(page);
  await press(page, 'share.more');
  await copy(page);
  expect((await asked(page)).copied.length).toBe(1);
  expect((await asked(page)).shared).toEqual([]);
});

for (const [name, way] of Object.entries({
  'there is no sheet': { clipboard: true },
  'the sheet is refused': { sheet: true, clipboard: true, error: 'NotAllowedError' },
}))
  test(`the address is copied, and that is shown and spoken, where ${name}`, async ({ page }) => {
    await ways(page, way);
    await open(page, STATE);
    await press(page);
    await copy(page);
    await expect(dialogOf(page).getByRole('status')).toHaveText(words['copy.done']);
    const { copied } = await asked(page);
    expect(copied.length).toBe(1);
    expect(new URL(copied[0] ?? '').searchParams.get('select')).toBe('o-call');
  });

test('where nothing may copy, the address is selected to be copied by hand', async ({ page }) => {
  await ways(page, {});
  await open(page, STATE);
  await press(page);
  await copy(page);
  const field = address(page);
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('readonly');
  await expect(dialogOf(page).getByRole('status')).toHaveText(words['copy.by-hand-touch']);
  const { value, chosen } = await field.evaluate((e: HTMLInputElement) => ({
    value: e.value,
    chosen: e.value.slice(e.selectionStart ?? 0, e.selectionEnd ?? 0),
  }));
  expect(chosen).toBe(value);
  expect(new URL(value).searchParams.get('select')).toBe('o-call');
});

test('a receiver of another language and other colours sees the same view', async ({
  page,
  browser,
  baseURL,
}) => {
  await ways(page, { clipboard: true });
  await open(page, `${STATE}&view=stage`);
  await page.getByRole('button', { name: said('en', 'zoom.in') }).click();
  await press(page);
  const url = await address(page).inputValue();
  await page.keyboard.press('Escape');
  const context = await browser.newContext({
    baseURL,
    locale: 'fr-CA',
    viewport: { width: 390, height: 844 },
  });
  const other = await context.newPage();
  await other.goto(url);
  await expect(other.locator('html[data-drawn="stage"]')).toBeAttached();
  const seen = (it: Page) =>
    it.evaluate(() => ({
      lang: document.documentElement.lang,
      pressed: [...document.querySelectorAll('[aria-pressed="true"]')].map((e) => e.textContent?.trim()),
      chosen: document.querySelector('[data-panel] h2')?.textContent,
      even: document.querySelector<HTMLInputElement>('input[value="even"]')?.checked,
      ids: [...document.querySelectorAll('[data-stage] g[data-id]')].map((e) => e.getAttribute('data-id')),
    }));
  await expect(other.locator('[data-panel] h2')).toBeVisible();
  const [mine, theirs] = [await seen(page), await seen(other)];
  expect(theirs).toEqual(mine);
  expect(mine.ids.length).toBeGreaterThan(5);
  await expect(other.locator('html')).not.toHaveAttribute('data-scheme');
  await context.close();
});
