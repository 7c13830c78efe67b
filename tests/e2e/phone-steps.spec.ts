/**
 * The guided story on a phone: by one thumb, the text in the sheet, what it points at in sight above it.
 * What a green run does not prove: how it feels in the hand.
 */
import { expect } from '@playwright/test';
import { data } from './support/story';
import { told } from '../speech/told';
import { open } from './support/stage';
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
  // The thumb still scrolls: nothing holds the page where the step put it.
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(() => scrollY === 0);
});
