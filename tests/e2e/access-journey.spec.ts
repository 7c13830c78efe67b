/**
 * By keyboard alone: what leaders asked about migrant smuggling, and what came of it; on the stage and in the list.
 * What a green run does not prove: that a person knows these keys; the page tells them under “Keys”.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { open, panel } from './support/stage';
import { data } from './support/story';

const ASKED = 'm-migrant';
const CAME = 'o-call';
const node = (id: string) => {
  const found = data.nodes.find((each) => each.id === id);
  if (!found) throw new Error(`the story has no ${id}`);
  return found;
};

const focusedId = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.id ?? null);

/** Presses a key until what is focused fits; a reader would stop there too. */
async function until(page: Page, key: string, fits: () => Promise<boolean>, most: number): Promise<number> {
  for (let presses = 0; presses <= most; presses++) {
    if (await fits()) return presses;
    await page.keyboard.press(key);
  }
  throw new Error(`${most} times ${key} did not lead there`);
}

const tells = async (page: Page, id: string) => {
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(node(id).label.en ?? '');
  await expect(panel(page)).toContainText(node(id).summary.en ?? '∅');
};

for (const view of ['stage', 'threads'] as const) {
  const tag = view === 'stage' ? [] : '@slow-firefox';
  test(`by search, Enter and the panel: ${view}`, { tag }, async ({ page }) => {
    await open(page, `?lang=en&view=${view}`);
    const search = page
      .getByRole('searchbox')
      .or(page.getByRole('combobox', { name: /search/i }))
      .first();
    await until(page, 'Tab', () => search.evaluate((field) => field === document.activeElement), 15);
    await page.keyboard.type('statement on migrant smuggling');
    await until(
      page,
      'ArrowDown',
      () =>
        page
          .locator('[role="option"][aria-selected="true"]')
          .filter({ hasText: node(ASKED).label.en ?? '∅' })
          .count()
          .then(Boolean),
      6,
    );
    await page.keyboard.press('Enter');
    await tells(page, ASKED);
    // Into the panel and to what came of it.
    const onward = panel(page)
      .getByRole('button', { name: node(CAME).label.en })
      .first();
    await until(page, 'Tab', () => onward.evaluate((button) => button === document.activeElement), 60);
    await page.keyboard.press('Enter');
    await tells(page, CAME);
  });
}

test('by arrows along the flow', async ({ page }) => {
  await open(page, '?lang=en');
  await until(page, 'Tab', async () => (await page.locator('[data-stage] [data-id]:focus').count()) > 0, 15);
  await page.keyboard.press('f');
  await page.keyboard.press('Home');
  // Right to a ribbon, down to the one that leads on, right to its other end.
  const along = async (id: string) => {
    await page.keyboard.press('ArrowRight');
    const here = async () => (await focusedId(page))?.endsWith(`__${id}`) ?? false;
    await until(page, 'ArrowDown', here, 12);
    await page.keyboard.press('ArrowRight');
    expect(await focusedId(page)).toBe(id);
  };
  for (const id of ['n-leaders', 'n-coalition-2024', ASKED]) await along(id);
  await page.keyboard.press('Enter');
  await tells(page, ASKED);
  await along(CAME);
  await page.keyboard.press('Enter');
  await tells(page, CAME);
});
