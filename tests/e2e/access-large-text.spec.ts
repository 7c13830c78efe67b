/**
 * Letters of twice the usual size, as a reader sets them in the browser: nothing is cut, no control lies on another.
 * What a green run does not prove: that it looks well; words inside the SVG keep their size (they grow with the zoom
 * of the page, and the table and the list have all of them as text).
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { cutTexts, overlaps, tooWide } from './support-access/boxes';
import { open, turnToView } from './support-access/page';

test.use({
  launchOptions: {
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS, '--blink-settings=defaultFontSize=32'],
  },
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  test(
    `with letters of 32 px nothing is cut or covered in any view (${width} px)`,
    { tag: '@chromium' },
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      for (const search of ['', '&select=p-smuggling&lang=fr']) {
        await open(page, `?view=stage${search}`);
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
        for (const view of ['stage', 'threads', 'flow', 'table']) {
          const where = `?view=${view}${search}`;
          await turnToView(page, view, where);
          if (search) await expect(page.locator('[data-panel] h2')).toBeAttached();
          expect(await cutTexts(page), where).toEqual([]);
          expect(await overlaps(page), where).toEqual([]);
          expect(await tooWide(page), where).toBeLessThanOrEqual(0);
        }
      }
    },
  );
