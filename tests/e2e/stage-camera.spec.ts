/**
 * The camera under wheel, pointer, buttons and history.
 * What a green run does not prove: how it feels, how many frames a second it gives (npm run bench), or what a real
 * trackpad sends; a pinch is played with Ctrl and the wheel, as browsers report it.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { boxOf, mark, middleOf, open, panel, period, settled, stage, turnTo } from './support/stage';
import { data } from './support/story';

const minimapEdges = (page: Page) =>
  page.locator('[data-minimap] [role="slider"]').evaluateAll((all) => all.map((one) => one.ariaValueNow));

/** Presses a movement button (the motion is off: it is there at once). */
const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  await settled(page);
};

test('Ctrl and wheel zoom about the pointer: the time under it stays within a pixel', async ({ page }) => {
  await open(page);
  for (const [query, id] of [
    ['', 's-2001-rome'],
    ['?from=2025-01-01&to=2025-11-20', 'ev-20250607-priorities'],
    ['?scale=even&from=1990', 's-2001-rome'],
  ] as const) {
    await turnTo(page, query);
    const y = (await boxOf(stage(page))).y + 5;
    await page.keyboard.down('Control');
    for (const delta of [-120, -120, -40, -120, 120, -30, 60]) {
      const before = await middleOf(page, id);
      await page.mouse.move(Math.round(before), y);
      const said = await period(page);
      await page.mouse.wheel(0, delta);
      await expect.poll(() => period(page), `zooms at “${query}” by ${delta}`).not.toBe(said);
      await settled(page);
      const moved = Math.abs((await middleOf(page, id)) - before);
      expect(moved, `${id} slid by ${moved} px at “${query}” by ${delta}`).toBeLessThanOrEqual(1);
    }
    await page.keyboard.up('Control');
  }
});

test('a plain wheel scrolls the page and does not zoom', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page);
  const before = await period(page);
  await stage(page).hover({ position: { x: 600, y: 200 } });
  await page.mouse.wheel(0, 150);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  expect(await period(page)).toBe(before);
});

test('a horizontal wheel pans by what it turned, and slides like a drag', async ({ page }) => {
  await open(page, '?from=2025-01-01&to=2025-11-20');
  const before = await middleOf(page, 'ev-20250607-priorities');
  await stage(page).hover({ position: { x: 600, y: 5 } });
  const slides = page.waitForFunction(
    () => getComputedStyle(document.querySelector('[data-window] > svg')!).translate !== 'none',
  );
  await page.mouse.wheel(90, 0);
  await slides;
  await expect(page.locator('[data-window] > svg')).toHaveCSS('translate', 'none');
  await expect
    .poll(async () => Math.abs((await middleOf(page, 'ev-20250607-priorities')) - (before - 90)))
    .toBeLessThanOrEqual(1);
  expect(await page.evaluate(() => scrollX)).toBe(0);
});

test('a drag pans one to one, and chooses nothing even where it began on a mark', async ({ page }) => {
  await open(page, '?from=2025-01-01&to=2025-11-20');
  const id = 'ev-20250607-priorities';
  const dot = await boxOf(mark(page, id).locator('.dot').first());
  const before = await middleOf(page, id);
  const y = dot.y + dot.height / 2;
  await page.mouse.move(before, y);
  await page.mouse.down();
  await page.mouse.move(before - 60, y + 4, { steps: 4 });
  await page.mouse.move(before - 137, y + 4, { steps: 4 });
  await settled(page);
  expect(Math.abs((await middleOf(page, id)) - (before - 137))).toBeLessThanOrEqual(1);
  await page.mouse.up();
  await settled(page);
  await expect(panel(page)).toHaveCount(0);
  await expect(mark(page, id)).toHaveAttribute('aria-pressed', 'false');
  expect(new URL(page.url()).searchParams.get('select')).toBeNull();
  // The next click is a click again.
  await mark(page, id).locator('.dot').first().click();
  await expect(panel(page)).toBeVisible();
});

test('a drag moves what is painted and paints nothing anew; at rest it is painted where it stands', async ({
  page,
}) => {
  await open(page, '?from=2025-01-01&to=2025-11-20');
  const painted = () =>
    page.locator('[data-window] .slides').evaluate((slides) => {
      const all = [slides, ...slides.querySelectorAll('[data-kind] *, [data-label^="tick"]')];
      const looks = all.map((each) =>
        [...each.attributes].map(({ name, value }) => `${name}=${value}`).join(' '),
      );
      const { left } = slides.querySelector('[data-id="ev-20250607-priorities"]')!.getBoundingClientRect();
      return { looks, left };
    });
  const { x, y } = await boxOf(stage(page));
  await page.mouse.move(x + 700, y + 4);
  const before = await painted();
  expect(before.looks.length).toBeGreaterThan(100);
  await page.mouse.down();
  for (const by of [-20, -38, -45, -41]) await page.mouse.move(x + 700 + by, y + 4);
  await settled(page);
  const during = await painted();
  const kept = new Set(during.looks);
  expect(before.looks.filter((look) => !kept.has(look))).toEqual([]);
  expect(Math.abs(during.left - before.left + 41)).toBeLessThanOrEqual(1);
  await page.mouse.up();
  await settled(page);
  const after = await painted();
  expect(Math.abs(after.left - during.left)).toBeLessThanOrEqual(1);
  expect(after.looks[0]).not.toBe(during.looks[0]);
  await expect(page.locator('[data-window] > svg')).toHaveCSS('translate', 'none');
});

test('nothing leads out of the story', async ({ page }) => {
  await open(page);
  const whole = await period(page);
  await stage(page).hover({ position: { x: 700, y: 5 } });
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 600);
  await page.keyboard.up('Control');
  await page.mouse.wheel(-4000, 0);
  await settled(page);
  expect(await period(page)).toBe(whole);

  await turnTo(page, '?from=1980&to=2000');
  await page.mouse.wheel(-40_000, 0);
  await expect.poll(async () => (await minimapEdges(page))[0]).toBe('0');
  await page.mouse.wheel(40_000, 0);
  await expect.poll(async () => (await minimapEdges(page))[2]).toBe('100');
  await expect(page.getByRole('button', { name: 'Later', exact: true })).toBeDisabled();
});

test('zooming in stops at a few hours, and the address says so', async ({ page }) => {
  await open(page);
  const dot = await boxOf(mark(page, 'ev-20251123-outcomes').locator('.dot').first());
  await page.mouse.move(dot.x + dot.width / 2, dot.y - 8);
  await page.keyboard.down('Control');
  for (let i = 0; i < 40; i++) await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect(page.getByRole('button', { name: 'Zoom in', exact: true })).toBeDisabled();
  await expect
    .poll(() => {
      const said = new URL(page.url()).searchParams;
      return (Date.parse(`${said.get('to')}Z`) - Date.parse(`${said.get('from')}Z`)) / 36e5;
    })
    .toBeCloseTo(3, 1);
  const said = await period(page);
  await page.mouse.wheel(0, 0);
  await settled(page);
  expect(await period(page)).toBe(said);
  await press(page, 'Zoom out');
  expect(await period(page)).not.toBe(said);
});

test('every gesture has a button', { tag: '@slow-firefox' }, async ({ page }) => {
  await open(page);
  const whole = await period(page);
  for (const name of ['Fit', 'Zoom out', 'Earlier', 'Later'])
    await expect(page.getByRole('button', { name, exact: true })).toBeDisabled();
  await press(page, 'Zoom in');
  const half = await minimapEdges(page);
  expect([half[0], half[2]]).toEqual(['25', '75']);
  await press(page, 'Later');
  expect((await minimapEdges(page))[0]).toBe('50');
  await expect(page.getByRole('button', { name: 'Later', exact: true })).toBeDisabled();
  await press(page, 'Earlier');
  expect((await minimapEdges(page))[0]).toBe('25');
  await press(page, 'Zoom out');
  expect(await period(page)).toBe(whole);
  await press(page, 'Zoom in');
  await press(page, 'Fit');
  expect(await period(page)).toBe(whole);
});

test(
  'chapters are a press away, below the stage and on the axis',
  { tag: '@slow-firefox' },
  async ({ page }) => {
    await open(page);
    const whole = await period(page);
    for (const id of ['years-1975-2023', 'year-2024', 'year-2025', 'ottawa', 'next']) {
      const button = page.locator(`button[data-kind="chapter"][data-id="${id}"]`);
      await button.click();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      const byButton = await period(page);
      await press(page, 'Fit');
      expect(await period(page)).toBe(whole);
      // The button below it may have scrolled the page.
      await page.evaluate(() => scrollTo(0, 0));
      const band = await boxOf(stage(page).locator(`[data-band="${id}"] rect`));
      await page.mouse.click(band.x + band.width / 2, band.y + band.height - 12);
      await settled(page);
      expect(await period(page)).toBe(byButton);
      await press(page, 'All fifty years');
    }
  },
);

test(
  'the columns that left the stage keep their names at its edges, and come when called',
  { tag: '@slow-firefox' },
  async ({ page }) => {
    await open(page);
    await expect(stage(page).locator('[data-stub]')).toHaveCount(0);
    await page.locator('button[data-kind="chapter"][data-id="ottawa"]').click();
    await settled(page);
    const said = await stage(page)
      .locator('[data-stub]')
      .evaluateAll((all) => all.map((stub) => stub.textContent.trim()));
    const named = (id: string) => data.columns.find((column) => column.id === id)?.label.en ?? '';
    const left = ['founding', 'forum', 'groundwork', 'presidency', 'mandates'].map((id) => `‹ ${named(id)}`);
    expect(said).toEqual([...left, `${named('actions')} ›`]);
    for (const [column, node] of [
      ['presidency', 'n-presidency-2025'],
      ['actions', null],
      ['groundwork', 'n-plan-2024'],
    ] as const) {
      await stage(page).locator(`[data-stub="${column}"]`).click();
      await settled(page);
      await expect(stage(page).locator(`[data-stub="${column}"]`)).toHaveCount(0);
      await expect(stage(page).locator(`[data-label="column-${column}"]`)).toBeVisible();
      if (node) await expect(mark(page, node)).toBeVisible();
    }
  },
);

test('going back undoes one choice at a time and keeps the window', async ({ page }) => {
  await open(page);
  await page.locator('button[data-kind="chapter"][data-id="year-2025"]').click();
  const said = await period(page);
  await expect(page).toHaveURL(/from=2025/);
  const chip = page.locator('button[data-kind="thread"][data-id="migrant-smuggling"]');
  await chip.click();
  await expect(page).toHaveURL(/thread=migrant-smuggling/);
  await mark(page, 'ev-20250607-priorities').locator('.dot').first().click();
  await expect(page).toHaveURL(/select=ev-20250607-priorities/);

  await page.goBack();
  await expect(panel(page)).toHaveCount(0);
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  expect(await period(page)).toBe(said);
  await page.goForward();
  await page.goForward();
  await expect(panel(page)).toBeVisible();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
});
