/**
 * By keys alone everything is reached, every step can be taken back, and keys of one character can be switched off.
 * What a green run does not prove: that the ways are short, or how they sound. The laws of the walk itself hold for
 * stories of any size: src/views/stage/walk.test.ts.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { open, said } from './support-access/page';
import { here, MOVES, reachable, stopsOf } from './support-access/walking';

const region = (page: Page) => page.locator('[role="status"][aria-live="polite"]').first();

async function enter(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // the skip link
  await expect.poll(() => here(page)).not.toBeNull();
}

for (const search of ['', '?from=2025-06&to=2025-11&others=1'])
  test(
    `the keys reach every mark of the stage (${search || 'all of it'})`,
    { tag: search ? '@long' : [] },
    async ({ page }) => {
      test.setTimeout(180_000);
      await open(page, search);
      const wanted = await stopsOf(page);
      expect(wanted.length).toBeGreaterThan(60);
      const reached = new Set(await reachable(page, wanted));
      expect(wanted.filter((id) => !reached.has(id))).toEqual([]);
    },
  );

test('the opposite key takes a step back, and Backspace all of them', async ({ page }) => {
  await open(page, '?from=2024&to=2025-11-22');
  await enter(page);
  const UNDO: Record<string, string> = {
    ...{ ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight', ArrowDown: 'ArrowUp', ArrowUp: 'ArrowDown' },
    ...{ PageDown: 'PageUp', PageUp: 'PageDown', f: 'f' },
  };
  const way = [await here(page)];
  let taken = 0;
  let dice = 20251123;
  for (let i = 0; i < 40; i++) {
    dice = (dice * 1103515245 + 12345) % 2 ** 31;
    const key = MOVES[Math.floor(dice / 65536) % MOVES.length] ?? 'ArrowRight';
    const from = await here(page);
    await page.keyboard.press(key);
    const to = await here(page);
    expect(to, `something has the focus after ${key}`).not.toBeNull();
    if (to === from) continue;
    way.push(to);
    const undo = UNDO[key];
    if (undo === undefined || i % 2 === 0) continue;
    await page.keyboard.press(undo);
    expect(await here(page), `${undo} after ${key}`).toBe(from);
    way.push(from);
    taken++;
  }
  expect(taken).toBeGreaterThan(8);
  for (const id of way.reverse().slice(1)) {
    await page.keyboard.press('Backspace');
    expect(await here(page)).toBe(id);
  }
});

for (const lang of ['en', 'fr'] as const)
  test(`a question mark lists the keys, and there they are switched off (${lang})`, async ({ page }) => {
    await open(page, `?lang=${lang}`);
    await enter(page);
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: said(lang, 'keys.title') });
    await expect(list).toBeVisible();
    for (const key of ['f', '+', '−', '0', '?', said(lang, 'keys.name-backspace')])
      await expect(list.locator('kbd').getByText(key, { exact: true })).toBeVisible();
    await list.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    const from = await here(page);
    expect(from).not.toBeNull(); // the focus is back where it was

    const period = page.locator('[data-minimap] [data-part="window"]');
    const before = await period.getAttribute('aria-valuetext');
    for (const key of ['f', '+', '=', '-', '0', '?']) await page.keyboard.press(key);
    expect(await here(page)).toBe(from);
    await expect(period).toHaveAttribute('aria-valuetext', before ?? '');
    await expect(list).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    expect(await here(page)).not.toBe(from);

    await open(page, `?lang=${lang}`); // remembered
    await enter(page);
    await page.keyboard.press('+');
    await expect(period).toHaveAttribute('aria-valuetext', before ?? '');
    await page.getByRole('button', { name: said(lang, 'keys.open'), exact: true }).click();
    await list.getByRole('checkbox').check();
    await list.getByRole('button', { name: said(lang, 'panel.close') }).click();
    await page.locator('[data-stage] [tabindex="0"]').focus();
    await page.keyboard.press('+');
    await expect(period).not.toHaveAttribute('aria-valuetext', before ?? '');
  });

test('the first focus on the stage says once how to go on', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await enter(page);
  await page.clock.runFor(600);
  await expect(region(page)).toHaveText(said('en', 'keys.once'));
  await page.clock.runFor(4000);
  await expect(region(page)).toBeEmpty();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await here(page)).not.toBeNull();
  await page.clock.runFor(600);
  await expect(region(page)).toBeEmpty();
});
