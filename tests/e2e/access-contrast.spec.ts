/**
 * Text has 4.5:1 against the worst pixel behind it, marks have 3:1 against paper, in both schemes: SVG, where axe is
 * blind, and all other text on the first screen.
 * What a green run does not prove: contrast of what a trace lets recede (it is meant to), of other windows than
 * these, of what hover alone shows; that thin strokes are easy to see. Chips, pressed buttons and “+3” are known by
 * their words (and weight), so their borders and grounds are not held to 3:1.
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { below, markContrasts, textContrasts } from './support-access/contrast';
import { open } from './support-access/page';

/** Whose strongest paint must stand out from the paper. */
const MARKS = [
  '.event .dot',
  '.event .tie',
  '.node .body',
  '.ribbon .body',
  '.ribbon .hairline',
  '.summit line, .summit .missing',
  '.key line',
  '.chip .dot',
];
/** Controls whose border is what shows where they are, and the handles of the overview. */
const FRAMED = ['search input', '[data-minimap] [data-part="window"]'];

for (const scheme of ['light', 'dark']) {
  test.describe(scheme, () => {
    test('words', async ({ page }) => {
      await open(page, `?scheme=${scheme}&from=1990`);
      const all = await textContrasts(page);
      const inSvg = await page.locator('[data-stage] svg text').count();
      expect(all.length).toBeGreaterThan(Math.min(inSvg, 60));
      expect(below(all, 4.5)).toEqual([]);
    });

    // These two states are measured in the same way in access-axe.spec.ts, in both schemes.
    test('words beside what is traced, zoomed in, with a panel', { tag: '@long' }, async ({ page }) => {
      await open(page, `?scheme=${scheme}&lang=fr&from=2025-05&to=2025-11-23&select=p-smuggling`);
      await expect(page.locator('[data-trace]')).toBeVisible();
      const all = await textContrasts(page);
      expect(all.length).toBeGreaterThan(60);
      expect(below(all, 4.5)).toEqual([]);
    });

    test('words of the list of a search', { tag: '@long' }, async ({ page }) => {
      await open(page, `?scheme=${scheme}`);
      await page.locator('search input').fill('cyber');
      await expect(page.locator('[role="option"]').nth(5)).toBeVisible();
      await page.keyboard.press('ArrowDown');
      const all = await textContrasts(page, '.results');
      expect(all.length).toBeGreaterThan(10);
      expect(below(all, 4.5)).toEqual([]);
    });

    test('marks', async ({ page }) => {
      await open(page, `?scheme=${scheme}`);
      for (const selector of MARKS) {
        const marks = await markContrasts(page, selector);
        expect(marks.length, selector).toBeGreaterThan(0);
        expect(below(marks, 3), selector).toEqual([]);
      }
      for (const selector of FRAMED) {
        const frames = await markContrasts(page, selector);
        expect(frames.length, selector).toBeGreaterThan(0);
        expect(below(frames, 3), selector).toEqual([]);
      }
      for (const band of ['--band-1', '--band-2'])
        expect(below(await markContrasts(page, '[data-stage] .ticks path', band), 3), band).toEqual([]);
      expect(below(await markContrasts(page, '[data-minimap] .ticks i', '--band-1'), 3)).toEqual([]);
    });

    test('fields of the tables', async ({ page }) => {
      await open(page, `?scheme=${scheme}&view=table`);
      const fields = await markContrasts(page, 'main section input[type="search"], main section select');
      expect(fields).toHaveLength(2);
      expect(below(fields, 3)).toEqual([]);
    });
  });
}
