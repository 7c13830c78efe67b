/**
 * Focus is never lost and always seen; forced colours still tell apart what is pressed, chosen and drawn.
 * What a green run does not prove: that the order of the tab stops makes sense, that a ring is thick enough on every
 * ground, or how Windows’ own contrast themes look.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './support/test';
import { focused, mark, open, said } from './support-access/page';

const kept = async (page: Page, after: string) => {
  await expect.poll(() => focused(page), after).not.toBe('body');
};

test('focus stays in the page whatever is chosen, closed or switched', async ({ page }) => {
  await open(page);
  const event = mark(page, 's-1999-moscow');
  await page.locator('search input').fill('Moscow');
  await expect(page.locator('[role="option"]').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-panel] h2')).toBeVisible();
  await kept(page, 'a hit was picked');

  await mark(page, 'p-smuggling').focus();
  await page.keyboard.press('Enter');
  await expect(mark(page, 'p-smuggling')).toBeFocused();
  const close = page.getByRole('button', { name: 'Close', exact: true });
  await close.focus();
  await page.keyboard.press('Enter');
  await expect(mark(page, 'p-smuggling')).toBeFocused();

  await page.keyboard.press('Enter');
  const neighbour = page.locator('[data-panel] [data-kind="node"]').first();
  await neighbour.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-panel] h2')).toBeFocused();
  await close.focus();
  await page.keyboard.press('Enter');
  await kept(page, 'the panel of a neighbour was closed');

  const steps = ['zoom.in', 'zoom.fit', 'view.table', 'view.stage'] as const;
  for (const name of ['2024', ...steps.map((key) => said('en', key))]) {
    const button = page.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await kept(page, name);
  }
  await page.getByRole('radio', { name: 'Even scale' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Even scale' })).toBeFocused();
  await page.getByRole('button', { name: 'Français' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await kept(page, 'the language was switched');
  await expect(event.or(page.locator('[data-stage]')).first()).toBeVisible();
});

test('closing what an address opened puts the focus back into the view', async ({ page }) => {
  for (const view of ['stage', 'table']) {
    await open(page, `?view=${view}&select=p-smuggling`);
    const close = page.getByRole('button', { name: 'Close', exact: true });
    await close.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-panel]')).toHaveCount(0);
    await kept(page, view);
  }
});

test('tracing freed by the button in the corner keeps the focus', async ({ page }) => {
  await open(page, '?thread=cybercrime');
  await page.locator('[data-trace] button').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-trace]')).toHaveCount(0);
  await kept(page, 'everything is shown');
});

/** What of an element and its children is painted, as one string. */
const paint = (it: Locator) =>
  it.evaluate((element) =>
    [
      element,
      ...(element.closest('label') ? [element.closest('label') as Element] : []),
      ...element.querySelectorAll('*'),
    ]
      .map((each) => {
        const s = getComputedStyle(each);
        const outline =
          s.outlineStyle === 'none' ? '' : `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor}`;
        return `${outline}|${s.stroke}|${s.strokeWidth}`;
      })
      .join(';'),
  );

test('focus is seen on every kind of mark and control', async ({ page }) => {
  await open(page, '?from=2025-06-01&to=2025-06-30&select=p-smuggling');
  await page.keyboard.press('Tab'); // from here on focus is shown
  const places = [
    ...['event', 'summit', 'cluster', 'node', 'link'].map((kind) => `[data-stage] [data-kind="${kind}"]`),
    'button[data-kind="thread"]',
    'header button',
    'header select',
    'search input',
    '[data-kind="chapter"]',
    'input[type="radio"]:checked',
    '[data-minimap] [data-part="start"]',
    '[data-minimap] [data-part="window"]',
    '[data-panel] button',
    '[data-trace] button',
    '[role="toolbar"] button[title]',
  ];
  for (const place of places) {
    const it = page.locator(place).first();
    await expect(it, place).toBeAttached();
    const before = await paint(it);
    await it.focus();
    expect(await paint(it), place).not.toBe(before);
    await it.blur();
  }
  await page.locator('[data-panel] h2').focus(); // a place to read from, not a control
});

test.describe('forced colours', { tag: '@chromium' }, () => {
  test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

  test('what is pressed, chosen and drawn is told apart', async ({ page }) => {
    await open(page, '?thread=migrant-smuggling&select=p-smuggling');
    const colour = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((e, p) => getComputedStyle(e).getPropertyValue(p), property);
    const canvas = await colour('html', 'background-color');

    const chip = (pressed: boolean) => `.chip[aria-pressed="${pressed}"]`;
    expect(await colour(chip(true), 'background-color')).not.toBe(
      await colour(chip(false), 'background-color'),
    );
    expect(await colour('[data-kind="node"].chosen .ring', 'stroke')).not.toBe(canvas);
    expect(await colour('[data-kind="node"]:not(.chosen) .ring', 'stroke')).toBe('none');
    expect(await colour('[data-kind="node"] .body', 'fill')).not.toBe(canvas);
    const lit = '[data-kind="link"][data-lit="true"]';
    expect(await colour(`${lit} .body`, 'stroke')).not.toBe(canvas);
    const receded = '[data-kind="link"][data-lit="false"] .body';
    for (const property of ['stroke', 'stroke-dasharray'])
      expect(await colour(`${lit} .body`, property)).not.toBe(await colour(receded, property));
    expect(await colour('[data-stage] .lanes text', 'fill')).not.toBe(canvas);

    /** How many colours there are on the stage: a blank or a black one has few. */
    const shot = (await page.locator('[data-stage]').screenshot()).toString('base64');
    const colours = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context?.drawImage(picture, 0, 0);
      const data = context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
      return new Set(new Uint32Array((data as Uint8ClampedArray).buffer)).size;
    }, shot);
    expect(colours).toBeGreaterThan(50);
  });

  test('marks have 3:1 against the reader’s ground', async ({ page }) => {
    await open(page);
    const { below, markContrasts } = await import('./support-access/contrast');
    for (const selector of ['.event .dot', '.node .body', '.summit line', '.ribbon .body'])
      expect(below(await markContrasts(page, selector), 3), selector).toEqual([]);
  });
});
