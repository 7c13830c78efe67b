/**
 * The reader’s own colours in Firefox, which a preference turns on there (access-reflow.spec.ts has Chromium’s
 * emulation). The palette is one that nothing of ours resembles, so that what shows it was really told by the reader.
 * What a green run does not prove: that it looks well then; a contrast theme of the system.
 */
import { expect, type Page } from '@playwright/test';
import { test as base } from './support/test';
import { below, markContrasts } from './support-access/contrast';
import { open } from './support-access/page';

const [NAVY, YELLOW] = ['#101040', '#ffff00'];

const test = base.extend<object, object>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const READER = {
        'browser.display.document_color_use': 2,
        'browser.display.use_system_colors': false,
        'browser.display.background_color': NAVY,
        'browser.display.foreground_color': YELLOW,
        'ui.useAccessibilityTheme': 1,
      };
      await use({ ...launchOptions, firefoxUserPrefs: { ...launchOptions.firefoxUserPrefs, ...READER } });
    },
    { scope: 'worker' },
  ],
});

/** Whether colours are forced, and the ink: without the preferences nothing here would be shown. */
const told = (page: Page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.querySelector('h1') as Element);
    return [matchMedia('(forced-colors: active)').matches, style.color];
  });

for (const [view, marks] of [
  ['stage', ['.event .dot', '.node .body', '.summit line', '.ribbon .body']],
  ['flow', ['.node .body', '.ribbon .body', '[data-key] rect', '[data-key] line']],
  ['threads', ['[data-view] svg circle', '[data-view] svg line']],
] as const)
  // A scheme that was chosen here does not outweigh what the reader’s browser says.
  for (const scheme of ['light', 'dark'])
    test(
      `marks have 3:1 in the reader’s colours (${view}, scheme ${scheme})`,
      { tag: scheme === 'light' ? '@firefox' : ['@firefox', '@long'] },
      async ({ page }) => {
        await open(page, `?view=${view}&scheme=${scheme}`);
        expect(await told(page)).toEqual([true, 'rgb(255, 255, 0)']);
        for (const selector of marks) {
          const found = await markContrasts(page, selector);
          expect(found.length, selector).toBeGreaterThan(0);
          expect(below(found, 3), selector).toEqual([]);
        }
      },
    );
