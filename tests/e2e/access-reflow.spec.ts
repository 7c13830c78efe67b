/**
 * The page at 400 % zoom, with wide spacing of text, with a reader’s own style sheet, colours and contrast.
 * What a green run does not prove: that it looks well then; Windows’ own contrast themes; other browsers’ zoom.
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { cutTexts, overlaps, tooWide } from './support-access/boxes';
import { below, markContrasts } from './support-access/contrast';
import { open, turnToView } from './support-access/page';
import { addStyle } from './support/add-style';

const VIEWS = ['stage', 'threads', 'flow', 'table'] as const;

test.describe('at 320 × 256 px', { tag: '@chromium' }, () => {
  test.use({ viewport: { width: 320, height: 256 } });
  for (const lang of ['en', 'fr'])
    test(
      `only what pans is wider than the page, in any view (${lang})`,
      { tag: lang === 'en' ? '@long' : [] },
      async ({ page }) => {
        await open(page, `?lang=${lang}`);
        for (const view of VIEWS)
          for (const search of ['', '&select=p-smuggling']) {
            const where = `?view=${view}&lang=${lang}${search}`;
            await turnToView(page, view, where);
            if (search) await expect(page.locator('[data-panel] h2')).toBeAttached();
            expect(await tooWide(page), where).toBeLessThanOrEqual(0);
            expect(await cutTexts(page), where).toEqual([]);
            expect(await overlaps(page), where).toEqual([]);
          }
      },
    );
});

/** WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

// Each view at the width where its words have least room; the rest at length.
for (const [width, views, tag] of [
  [1440, ['stage', 'table'], []],
  [390, ['threads', 'flow'], []],
  [1440, ['threads', 'flow'], ['@long']],
  [390, ['stage', 'table'], ['@long']],
] as const)
  for (const lang of ['en', 'fr'])
    test(
      `with wide spacing no words are cut (${views.join(', ')}, ${width} px, ${lang})`,
      { tag: ['@chromium', ...tag] },
      async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await open(page, `?view=${views[0]}&lang=${lang}&select=p-smuggling`);
        await addStyle(page, SPACED);
        for (const view of views)
          await test.step(view, async () => {
            await turnToView(page, view, `?view=${view}&lang=${lang}&select=p-smuggling`);
            await expect(page.locator('[data-panel] h2')).toBeVisible();
            expect.soft(await cutTexts(page), view).toEqual([]);
            expect.soft(await overlaps(page), view).toEqual([]);
            expect.soft(await tooWide(page), view).toBeLessThanOrEqual(0);
          });
      },
    );

const rules = (page: Page) =>
  page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))
      .join('\n'),
  );

test('a reader’s own style sheet wins in every view', { tag: '@chromium' }, async ({ page }) => {
  await open(page, '?view=stage&select=p-smuggling');
  for (const view of VIEWS)
    await test.step(`${view}, as it is`, async () => {
      await turnToView(page, view, `?view=${view}&select=p-smuggling`);
      await expect(page.locator('[data-panel] h2')).toBeVisible();
      // Colours of words are left to style sheets, and none of ours insists.
      expect(await rules(page), view).not.toContain('!important');
      const inline = await page
        .locator('[data-view] *, header *, [data-panel] *')
        .evaluateAll((all) => all.filter((each) => (each as HTMLElement).style?.color).length);
      expect(inline, view).toBe(0);
    });
  await addStyle(
    page,
    `* { color: rgb(1, 2, 3) !important; fill: rgb(1, 2, 3) !important;
      font-family: monospace !important; background: rgb(250, 250, 200) !important }`,
  );
  const ours = () =>
    page
      .locator(
        '[data-view] :is(text, button, p, th, td, h2, h3), header *, [data-panel] :is(p, h2, h3, button)',
      )
      .evaluateAll((all) =>
        all
          .filter((each) => {
            const style = getComputedStyle(each);
            return style.color !== 'rgb(1, 2, 3)' || style.fontFamily !== 'monospace';
          })
          .map((each) => each.outerHTML.slice(0, 120)),
      );
  for (const view of VIEWS)
    await test.step(`${view}, as the reader wants it`, async () => {
      await turnToView(page, view, `?view=${view}&select=p-smuggling`);
      // A colour on its way to another takes its time.
      await expect.poll(ours, view).toEqual([]);
    });
});

test.describe('forced colours', { tag: '@chromium' }, () => {
  test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });
  for (const colorScheme of ['light', 'dark'] as const)
    test(
      `marks have 3:1 in the reader’s colours (${colorScheme})`,
      { tag: colorScheme === 'dark' ? '@long' : [] },
      async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await open(page);
        for (const [view, marks] of [
          ['stage', ['.event .dot', '.node .body', '.summit line', '.ribbon .body']],
          ['flow', ['.node .body', '.ribbon .body']],
          ['threads', ['[data-view] svg circle']],
        ] as const)
          await test.step(view, async () => {
            await turnToView(page, view, `?view=${view}`);
            for (const selector of marks) {
              const found = await markContrasts(page, selector);
              expect(found.length, `${view}: ${selector}`).toBeGreaterThan(0);
              expect.soft(below(found, 3), `${view}: ${selector}`).toEqual([]);
            }
          });
      },
    );
});

test('who asks for more contrast gets stronger lines and words', { tag: '@chromium' }, async ({ page }) => {
  const LINES = ['hairline', 'control', 'ink-soft'];
  /** Contrast of each against the paper. */
  const measure = () =>
    page.evaluate((names) => {
      const one = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const luminance = (name: string) => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = `var(--${name})`;
        if (!one) return 0;
        one.fillStyle = getComputedStyle(probe).color;
        probe.remove();
        one.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...one.getImageData(0, 0, 1, 1).data].map((v) =>
          v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return names.map((name) => {
        const [a, b] = [luminance(name), luminance('paper')];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      });
    }, LINES);
  await open(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, contrast: 'no-preference' });
    const usual = await measure();
    await page.emulateMedia({ colorScheme, contrast: 'more' });
    const more = await measure();
    more.forEach((ratio, i) => {
      expect(ratio, `${LINES[i]} ${colorScheme}`).toBeGreaterThan(usual[i] ?? Infinity);
      expect(ratio, `${LINES[i]} ${colorScheme}`).toBeGreaterThanOrEqual(3);
    });
  }
});
