/**
 * The stage by keyboard alone.
 * What a green run does not prove: how it sounds in a screen reader, or that a keyboard of another layout has the keys.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { boxOf, open, panel, period, settled, stage } from './support/stage';

/** The mark that has the focus: what it is and which. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const mark = document.activeElement?.closest<SVGElement>('[data-stage] g[data-kind]');
    return { kind: mark?.dataset.kind ?? null, id: mark?.dataset.id ?? null };
  });

async function press(page: Page, key: string): Promise<Awaited<ReturnType<typeof focused>>> {
  await page.keyboard.press(key);
  await settled(page);
  return focused(page);
}

/** Tab until the stage has the focus; returns how many presses it took. */
async function tabToStage(page: Page): Promise<number> {
  for (let presses = 1; presses <= 12; presses++) {
    if ((await press(page, 'Tab')).kind) return presses;
  }
  throw new Error('Tab does not reach the stage');
}

/** A mark is a group of dots; its middle must lie on the stage, and the page must show it. */
async function expectInside(page: Page, key: string): Promise<void> {
  const now = await focused(page);
  const edge = await boxOf(stage(page));
  const box = await page.evaluate(() => {
    const mark = document.activeElement;
    const inks = ['.dot', '.body', '.hairline', '.missing', 'line', 'rect'];
    const dot = inks.map((ink) => mark?.querySelector(ink)).find(Boolean) ?? mark;
    const { x, y, width, height } = (dot as Element).getBoundingClientRect();
    return { x, y, width, height };
  });
  const what = `${now.kind} ${now.id} after ${key}: ${JSON.stringify(box)}`;
  // What spans more than the stage, a ribbon, must at least reach into it.
  const wide = now.kind === 'link';
  const [x0, x1] = wide ? [box.x + box.width, box.x] : [box.x, box.x + box.width];
  expect(x0, what).toBeGreaterThanOrEqual(edge.x - 1);
  expect(x1, what).toBeLessThanOrEqual(edge.x + edge.width + 1);
  expect(box.y, what).toBeGreaterThanOrEqual(edge.y - 1);
  expect(box.y + box.height, what).toBeLessThanOrEqual(edge.y + edge.height + 1);
}

test('Tab reaches the stage in few stops, stays there for one, and 15 lead through the whole page', async ({
  page,
}) => {
  await open(page);
  expect(await tabToStage(page)).toBeLessThanOrEqual(8);
  expect((await press(page, 'Tab')).kind).toBeNull();
  expect((await press(page, 'Shift+Tab')).kind).not.toBeNull();

  await page.reload();
  await open(page);
  const seen: string[] = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      return (at.ariaLabel ?? at.textContent).trim().slice(0, 40);
    });
    if (at === null) break;
    seen.push(at);
  }
  expect(seen.length).toBeGreaterThan(8);
  expect(seen.length, seen.join(' | ')).toBeLessThanOrEqual(15);
});

test('the skip link leads to the stage', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-stage] g[data-kind]:focus')).toBeAttached();
});

test('arrows walk through time and lanes, Home and End to either end, f across and back', async ({
  page,
}) => {
  await open(page);
  await tabToStage(page);
  const first = await press(page, 'Home');
  expect(first.id).toBe('m-1975-g6');
  expect(await press(page, 'ArrowLeft')).toEqual(first);
  const second = await press(page, 'ArrowRight');
  expect(second.id).not.toBe(first.id);
  expect(await press(page, 'ArrowLeft')).toEqual(first);
  const last = await press(page, 'End');
  expect(last.id).not.toBe(first.id);
  expect(await press(page, 'ArrowRight')).toEqual(last);
  const up = await press(page, 'ArrowUp');
  expect(up.id).not.toBe(last.id);

  const node = await press(page, 'f');
  expect(node.kind).toBe('node');
  expect((await press(page, 'Home')).id).toBe('n-founding');
  expect((await press(page, 'ArrowRight')).kind).toBe('link');
  expect((await press(page, 'ArrowRight')).kind).toBe('node');
  expect((await press(page, 'ArrowLeft')).kind).toBe('link');
  expect((await press(page, 'ArrowLeft')).id).toBe('n-founding');
  await press(page, 'End');
  const lower = await press(page, 'ArrowDown');
  expect(lower.kind).toBe('node');
  expect((await press(page, 'f')).kind).not.toBe('node');
});

test('the mark with the focus is always on the stage', async ({ page }) => {
  await open(page, '?from=2025-11-21&to=2025-11-23');
  await tabToStage(page);
  const walk = [
    ...[
      'Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'ArrowDown',
      '+',
      '+',
      'ArrowRight',
      'ArrowUp',
      'ArrowLeft',
    ],
    ...[
      'End',
      'ArrowLeft',
      'ArrowLeft',
      '-',
      'ArrowLeft',
      'f',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowUp',
    ],
    ...[
      'Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'End',
      'ArrowDown',
      'ArrowDown',
      'f',
      '0',
      'ArrowRight',
    ],
  ];
  for (const key of walk) {
    const { kind } = await press(page, key);
    expect(kind, `something has the focus after ${key}`).not.toBeNull();
    // Zooming is about the middle and may leave the mark behind until the next step.
    if (!['+', '-'].includes(key)) await expectInside(page, key);
  }
});

test('plus, minus and zero zoom; the focus stays on its mark', async ({ page }) => {
  await open(page);
  await tabToStage(page);
  await press(page, 'Home');
  const whole = await period(page);
  const before = await focused(page);
  expect(await press(page, '+')).toEqual(before);
  const closer = await period(page);
  expect(closer).not.toBe(whole);
  expect(await press(page, '+')).toEqual(before);
  expect(await press(page, '-')).toEqual(before);
  expect(await period(page)).toBe(closer);
  await press(page, '0');
  expect(await period(page)).toBe(whole);
});

test('Enter and space open, Escape goes back to where the focus was', async ({ page }) => {
  await open(page);
  await tabToStage(page);
  await press(page, 'End');
  for (const key of ['Enter', ' ']) {
    const before = await press(page, 'ArrowLeft');
    await press(page, key);
    await expect(panel(page)).toBeVisible();
    expect(await focused(page)).toEqual(before);
    expect(await press(page, 'Escape')).toEqual(before);
    await expect(panel(page)).toHaveCount(0);
  }
});

test('a count that opens hands its focus to what it held', async ({ page }) => {
  await open(page);
  const cluster = stage(page).locator('g[data-kind="cluster"]').nth(2);
  await cluster.focus();
  const whole = await period(page);
  const { kind } = await press(page, 'Enter');
  expect(await period(page)).not.toBe(whole);
  expect(kind).toBe('event');
  await expectInside(page, 'Enter');
  expect((await press(page, 'ArrowRight')).kind).not.toBeNull();
});

test('single letters act on the stage only, and never with Ctrl', async ({ page }) => {
  await open(page);
  const whole = await period(page);
  await page.locator('button[data-kind="thread"]').first().focus();
  for (const key of ['+', 'f', '0', '-']) await page.keyboard.press(key);
  await settled(page);
  expect(await period(page)).toBe(whole);
  await page.locator('input[role="combobox"]').fill('');
  await page.keyboard.type('+f0-');
  await expect(page.locator('input[role="combobox"]')).toHaveValue('+f0-');
  expect(await period(page)).toBe(whole);
});

test('what settled is said in the live region', async ({ page }) => {
  await open(page);
  const live = page.locator('[role="status"][aria-live="polite"]').first();
  await tabToStage(page);
  await press(page, '+');
  await expect(live).toHaveText(/\d{4}.*: \d+ events in \d+ threads/);
  await press(page, 'Enter');
  await expect(live).toHaveText(/: \d+ events?, \d+ links?/);
});
