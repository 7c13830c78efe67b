/**
 * The guided story on a phone: by one thumb, the text in the sheet, what it points at in sight above it.
 * What a green run does not prove: how it feels in the hand.
 */
import { expect } from '@playwright/test';
import { data } from './support/story';
import { told } from '../speech/told';
import { open, settled } from './support/stage';
import { touchOf } from './support/touch';
import { test } from './support/test';

const STEPS = data.steps;
const { word } = told('en');

test('is told by one button, and shows what it speaks of', async ({ page }) => {
  expect(STEPS.length).toBeGreaterThanOrEqual(9);
  await open(page);
  await page.getByRole('banner').getByRole('link', { name: /12/ }).tap();
  const panel = page.locator('[data-panel]');
  for (const [i, step] of STEPS.entries()) {
    await expect(panel.getByRole('heading', { level: 2 })).toHaveText(step.title.en ?? '');
    const next = panel.getByRole('button', { name: word('step.next') });
    await expect(next).toBeInViewport({ ratio: 1 });
    if (step.select && step.part === 'events') {
      const sheet = page.locator('[data-dock]');
      const row = page.locator(`[data-view] [data-id="${step.select}"]`).first();
      await expect
        .poll(async () => {
          const [mark, over] = [await row.boundingBox(), await sheet.boundingBox()];
          return mark && over ? mark.y >= 0 && mark.y + mark.height <= over.y : false;
        }, step.id)
        .toBe(true);
    }
    const view = step.part === 'flow' ? 'flow' : 'threads';
    await expect(page.locator(`[data-view="${view}"]`)).toBeVisible();
    if (i < STEPS.length - 1) await next.tap();
  }
});

test('whoever scrolls after a step is not called back', async ({ page }) => {
  await open(page, '?step=founding');
  const next = page.locator('[data-panel]').getByRole('button', { name: word('step.next') });
  await next.tap();
  const touch = await touchOf(page);
  const before = await page.evaluate(() => scrollY);
  await touch.down({ x: 200, y: 330 });
  await touch.move(10, { x: 200, y: 80 });
  await touch.up();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
  const there = await page.evaluate(() => scrollY);
  // As long as the page would look for what the step points at.
  for (let i = 0; i < 90; i++) await settled(page);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(there);
});
