/**
 * Letters of twice the usual size, as a reader sets them in the browser: nothing is cut, no control lies on another.
 * What a green run does not prove: that it looks well; words inside the SVG keep their size (they grow with the zoom
 * of the page, and the table and the list have all of them as text).
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { cutTexts, overlaps, tooWide } from './support-access/boxes';
import { open } from './support-access/page';

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
  for (const view of ['stage', 'threads', 'flow', 'table'] as const)
    test(
      `with letters of 32 px nothing is cut or covered (${view}, ${width} px)`,
      { tag: '@chromium' },
      async ({ page }) => {
        await page.setViewportSize({ width, height });
        for (const search of ['', '&select=p-smuggling&lang=fr']) {
          await open(page, `?view=${view}${search}`);
          if (search) await expect(page.locator('[data-panel] h2')).toBeAttached();
          expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
          expect(await cutTexts(page), search).toEqual([]);
          expect(await overlaps(page), search).toEqual([]);
          expect(await tooWide(page), search).toBeLessThanOrEqual(0);
        }
      },
    );
