/**
 * Text has 4.5:1 against the worst pixel behind it, marks have 3:1 against paper, in both schemes: SVG, where axe is
 * blind, and all other text on the first screen.
 * What a green run does not prove: contrast of what a trace lets recede (it is meant to), of other windows than
 * these, of what hover alone shows; that thin strokes are easy to see. Chips, pressed buttons and “+3” are known by
 * their words (and weight), so their borders and grounds are not held to 3:1.
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { below, markContrasts, textContrasts } from './support-access/contrast';
import { open, turnToView } from './support-access/page';

/** Whose strongest paint must stand out from the paper, or from another ground. */
const MARKS: readonly (readonly [selector: string, ground?: string])[] = [
  ['.event .dot'],
  ['.event .tie'],
  ['.node .body'],
  ['.ribbon .body'],
  ['.ribbon .hairline'],
  ['.summit line, .summit .missing'],
  ['.key line'],
  ['.chip .dot'],
  // Controls whose border is what shows where they are, and the handles of the overview.
  ['search input'],
  ['[data-minimap] [data-part="window"]'],
  ['[data-stage] .ticks path', '--band-1'],
  ['[data-stage] .ticks path', '--band-2'],
  ['[data-minimap] .ticks path:not(.receded)', '--band-1'],
];

for (const scheme of ['light', 'dark']) {
  test.describe(scheme, () => {
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

    test('words, marks and the fields of the tables', async ({ page }) => {
      await open(page, `?scheme=${scheme}&from=1990`);
      await test.step('words', async () => {
        const all = await textContrasts(page);
        const inSvg = await page.locator('[data-stage] svg text').count();
        expect(all.length).toBeGreaterThan(Math.min(inSvg, 60));
        expect.soft(below(all, 4.5), 'words').toEqual([]);
      });

      await turnToView(page, 'stage', `?scheme=${scheme}`);
      for (const [selector, ground] of MARKS)
        await test.step(`${selector} on ${ground ?? 'paper'}`, async () => {
          const marks = await markContrasts(page, selector, ground);
          expect(marks.length, selector).toBeGreaterThan(0);
          expect.soft(below(marks, 3), selector).toEqual([]);
        });

      await turnToView(page, 'table', `?scheme=${scheme}&view=table`);
      await test.step('fields of the tables', async () => {
        const fields = await markContrasts(page, 'main section input[type="search"], main section select');
        expect(fields).toHaveLength(2);
        expect(below(fields, 3), 'fields').toEqual([]);
      });
    });
  });
}
