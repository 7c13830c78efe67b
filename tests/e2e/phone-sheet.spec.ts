/**
 * The sheet at the bottom of a phone: its stops, by button, key and finger; every way to close it; what it leaves free.
 * What a green run does not prove: how the on-screen bars of a real phone move it, or how a finger on glass feels.
 */
import { expect, type Frame, type Page } from '@playwright/test';
import { test } from './support/test';
import { said } from './support-access/page';
import { live } from './support/live';
import { boxOf, open, panel, settled } from './support/stage';

const dock = (page: Page) => page.locator('[data-dock]');
const handle = (page: Page) => page.locator('[data-handle]');
const row = (page: Page, id: string) => page.locator(`[data-view] [data-id="${id}"]`).first();
const stop = (page: Page, at: string) => expect(dock(page)).toHaveAttribute('data-stop', at);
const closed = (page: Page) => expect(dock(page)).toHaveCount(0);
/** What is chosen stands clear of the sheet. */
const clear = (page: Page, id: string) =>
  expect
    .poll(async () => {
      const [mark, sheet] = [await boxOf(row(page, id)), await boxOf(dock(page))];
      return mark.y >= 0 && mark.y + mark.height <= sheet.y + 1 ? 'clear' : JSON.stringify({ mark, sheet });
    })
    .toBe('clear');
const EVENT = 'm-1976-canada';
const NODE = 'o-call';

/** One finger from point to point in `ms` by the clock of its events; `hold` leaves it at rest before it is lifted. */
async function draw(
  page: Page,
  [from, to]: readonly [{ x: number; y: number }, { x: number; y: number }],
  { ms, hold = false }: { ms: number; hold?: boolean },
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const start = Date.now();
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number, after: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      timestamp: (start + after) / 1000,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, id: 0 }],
    });
  const steps = 8;
  await send('touchStart', 0, 0);
  for (let i = 1; i <= steps; i++) await send('touchMove', i / steps, (ms * i) / steps);
  await send('touchEnd', 1, ms + (hold ? 400 : 10));
  await session.detach();
  await settled(page);
}

/** Draws the head of the sheet up (positive) or down, px. */
async function drawHead(page: Page, up: number, how: { ms: number; hold?: boolean }): Promise<void> {
  const { x, y } = await boxOf(dock(page));
  const from = { x: x + 60, y: y + 30 };
  await draw(page, [from, { x: from.x, y: from.y - up }], how);
}
const FLICK = { ms: 80 };
const SLOW = { ms: 600, hold: true };

test('it opens over 40 % of the page and leaves the rest of it to the reader', async ({ page }) => {
  await open(page);
  await row(page, EVENT).tap();
  await stop(page, 'half');
  const aside = page.getByRole('complementary', { name: said('en', 'panel.label') });
  await expect(aside.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await settled(page);
  const box = await boxOf(dock(page));
  expect(box.height).toBeCloseTo(844 * 0.4, 0);
  expect(box.y + box.height).toBeCloseTo(844, 0);
  expect(box.width).toBe(390);
  // What was chosen, and what comes after it, can be scrolled clear of it.
  const chosen = await boxOf(row(page, EVENT));
  expect(chosen.y).toBeGreaterThanOrEqual(0);
  expect(chosen.y + chosen.height).toBeLessThanOrEqual(box.y + 1);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const foot = await boxOf(page.locator('footer'));
  expect(foot.y + foot.height).toBeLessThanOrEqual(box.y + 1);
  // The page under it answers: another choice takes its place, no second sheet.
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('.views button').nth(1).tap();
  await expect(page.locator('[data-view="flow"]')).toBeAttached();
  await expect(dock(page)).toHaveCount(1);
});

for (const id of ['ev-20251123-outcomes', 'm-1976-canada', 'p-smuggling'])
  test(`what an address chooses stands clear of the sheet: ${id}`, async ({ page }) => {
    await open(page, `?select=${id}`);
    await expect(panel(page).getByRole('heading', { level: 2 })).toBeVisible();
    await clear(page, id);
  });

test('one button and two keys reach all three stops', async ({ page }) => {
  await open(page, `?select=${EVENT}`);
  await stop(page, 'half');
  await expect(handle(page)).toHaveAccessibleName(said('en', 'panel.more'));
  await handle(page).tap();
  await stop(page, 'full');
  expect((await boxOf(dock(page))).height).toBeCloseTo(844 * 0.92, 0);
  await expect(handle(page)).toHaveAccessibleName(said('en', 'panel.less'));
  await handle(page).tap();
  await stop(page, 'peek');
  const peek = await boxOf(dock(page));
  expect(peek.height).toBeLessThan(160);
  for (const part of [
    handle(page),
    panel(page).getByRole('heading', { level: 2 }),
    panel(page).getByRole('button', { name: said('en', 'panel.close'), exact: true }),
  ]) {
    const box = await boxOf(part);
    expect(box.y).toBeGreaterThanOrEqual(peek.y);
    expect(box.y + box.height).toBeLessThanOrEqual(844);
  }
  // What is out of sight is no tab stop.
  await expect(panel(page).getByRole('button')).toHaveCount(2);
  await handle(page).focus();
  await page.keyboard.press('ArrowUp');
  await stop(page, 'half');
  await page.keyboard.press('ArrowUp');
  await stop(page, 'full');
  await page.keyboard.press('ArrowUp');
  await stop(page, 'full');
  await page.keyboard.press('ArrowDown');
  await stop(page, 'half');
  await expect(handle(page)).toBeFocused();
});

test('a finger on its head moves it, slowly to the nearest stop and by a flick to the next', async ({
  page,
}) => {
  await open(page, `?select=${EVENT}`);
  await stop(page, 'half');
  await drawHead(page, 300, SLOW);
  await stop(page, 'full');
  await drawHead(page, -100, SLOW);
  await stop(page, 'full');
  await drawHead(page, -380, SLOW);
  await stop(page, 'half');
  await drawHead(page, 60, FLICK);
  await stop(page, 'full');
  await drawHead(page, -60, FLICK);
  await stop(page, 'half');
  await drawHead(page, -60, FLICK);
  await stop(page, 'peek');
  await drawHead(page, 60, FLICK);
  await stop(page, 'half');
  await drawHead(page, -60, FLICK);
  await stop(page, 'peek');
  const scrolled = await page.evaluate(() => scrollY);
  await drawHead(page, -60, FLICK);
  await closed(page);
  await expect(page).not.toHaveURL(/select=/);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test('a drag that begins on a button of the head does not press it', async ({ page }) => {
  await open(page, `?select=${EVENT}`);
  const at = await boxOf(panel(page).getByRole('button', { name: said('en', 'panel.close'), exact: true }));
  const from = { x: at.x + at.width / 2, y: at.y + at.height / 2 };
  await draw(page, [from, { x: from.x, y: from.y - 300 }], SLOW);
  await stop(page, 'full');
});

test('scrolling inside and moving the sheet do not fight', async ({ page }) => {
  await open(page, '?select=ev-20251123-outcomes');
  await expect(panel(page).getByRole('heading', { name: 'Sources' })).toBeAttached();
  const inside = () => panel(page).evaluate((e) => e.scrollTop);
  const outside = () => page.evaluate(() => scrollY);
  await clear(page, 'ev-20251123-outcomes');
  const before = await outside();
  const middle = async () => {
    const { y, height } = await boxOf(dock(page));
    return { x: 200, y: y + Math.min(height * 0.7, 500) };
  };
  let from = await middle();
  await draw(page, [from, { x: from.x, y: from.y - 140 }], SLOW);
  await expect.poll(inside).toBeGreaterThan(60);
  await stop(page, 'half');
  // Back down again: the content moves, not the sheet, however far the finger goes.
  await draw(page, [from, { x: from.x, y: from.y + 60 }], SLOW);
  await stop(page, 'half');
  await panel(page).evaluate((e) => e.scrollTo(0, 0));
  // From its top on, pulling down moves the sheet.
  await handle(page).tap();
  await stop(page, 'full');
  await settled(page);
  from = await middle();
  await draw(page, [from, { x: from.x, y: from.y + 200 }], FLICK);
  await stop(page, 'half');
  expect(await inside()).toBe(0);
  expect(await outside()).toBe(before);
});

test('Escape, the cross and Back each close it; the focus goes back to the mark', async ({ page }) => {
  await open(page);
  const mark = row(page, EVENT);
  await mark.focus();
  await page.keyboard.press('Enter');
  await stop(page, 'half');
  await panel(page)
    .getByRole('button', { name: said('en', 'panel.close'), exact: true })
    .click();
  await closed(page);
  await expect(mark).toBeFocused();

  await page.keyboard.press('Enter');
  await handle(page).focus();
  await page.keyboard.press('Escape');
  await closed(page);
  await expect(mark).toBeFocused();

  await page.keyboard.press('Enter');
  await stop(page, 'half');
  await expect(page).toHaveURL(/select=/);
  await page.goBack();
  await closed(page);
  expect(await page.evaluate(() => getComputedStyle(document.body).paddingBlockEnd)).toBe('0px');
});

test.describe('the history', () => {
  const at = (page: Page) => page.evaluate(() => ({ search: location.search, length: history.length }));
  const shut = (page: Page) =>
    panel(page)
      .getByRole('button', { name: said('en', 'panel.close'), exact: true })
      .click();

  test('closing goes back to before the choice, so that Back does not open it again', async ({ page }) => {
    await page.goto('about:blank');
    await open(page);
    const before = await at(page);
    for (let i = 0; i < 3; i++) {
      await row(page, EVENT).tap();
      await expect(page).toHaveURL(/select=/);
      await shut(page);
      await expect(page).not.toHaveURL(/select=/);
    }
    expect(await at(page)).toEqual({ search: before.search, length: before.length + 1 });
    await page.goForward();
    await stop(page, 'half');
    await page.goBack();
    await closed(page);
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  test('also after a reload', async ({ page }) => {
    await open(page);
    const before = await at(page);
    await row(page, EVENT).tap();
    await expect(page).toHaveURL(/select=/);
    await page.reload();
    await stop(page, 'half');
    await shut(page);
    await expect(page).not.toHaveURL(/select=/);
    expect((await at(page)).length).toBe(before.length + 1);
    await page.goForward();
    await stop(page, 'half');
  });

  test('what came by its address is closed without leaving the page', async ({ page }) => {
    await page.goto('about:blank');
    await open(page, `?select=${EVENT}`);
    await shut(page);
    await closed(page);
    await expect(page).not.toHaveURL(/select=/);
    await page.goBack();
    await stop(page, 'half');
  });

  test('each step from thing to thing can be taken back', async ({ page }) => {
    await open(page);
    await row(page, EVENT).tap();
    await expect(page).toHaveURL(new RegExp(`select=${EVENT}`));
    await handle(page).tap();
    const next = panel(page).locator('button[data-kind="event"]').first();
    const id = await next.getAttribute('data-id');
    await next.tap();
    await expect(page).toHaveURL(new RegExp(`select=${id}`));
    await stop(page, 'full');
    await expect(panel(page).getByRole('heading', { level: 2 })).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`select=${EVENT}`));
    await stop(page, 'full');
    await page.goBack();
    await closed(page);
  });

  test('closing keeps the camera where it is', async ({ page }) => {
    await open(page, '?view=stage');
    await page.locator('[data-stage] [data-kind="node"][data-id="p-smuggling"]').focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/select=p-smuggling/);
    await page.locator('[data-kind="chapter"][data-id="year-2025"]').click();
    await expect(page).toHaveURL(/from=2025/);
    await shut(page);
    await closed(page);
    await expect(page).toHaveURL(
      /\?view=stage&from=2025[^&]*&to=[^&]*$|\?from=2025[^&]*&to=[^&]*&view=stage$/,
    );
    await expect(page.locator('[data-kind="chapter"][data-id="year-2025"]')).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('an embed and a frame leave the history of their host alone', async ({ page }) => {
    await open(page, '?mode=embed');
    const before = await at(page);
    await row(page, EVENT).tap();
    await expect(page).toHaveURL(/select=/);
    await shut(page);
    await expect(page).not.toHaveURL(/select=/);
    expect(await at(page)).toEqual(before);

    const host = new URL('host.html', page.url()).href;
    await page.route(host, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<iframe src="./" width="380" height="800"></iframe>',
      }),
    );
    await page.goto(host);
    await live(page.frames()[1] as Frame);
    const frame = page.frameLocator('iframe');
    await frame.locator(`[data-view] [data-id="${EVENT}"]`).first().click();
    await expect(frame.locator('[data-dock]')).toBeVisible();
    await page.evaluate(() => history.pushState(null, '', '#later'));
    await frame.getByRole('button', { name: said('en', 'panel.close'), exact: true }).click();
    await expect(frame.locator('[data-dock]')).toHaveCount(0);
    await expect.poll(() => page.frames()[1]?.evaluate(() => location.search)).not.toMatch(/select=/);
    expect(page.url()).toBe(`${host}#later`);
  });
});

test('in the flow it opens as its title, and keeps the stop that the reader chose', async ({ page }) => {
  await open(page, '?view=flow');
  await page.locator(`[data-view="flow"] [data-kind="node"]`).first().click();
  await stop(page, 'peek');
  await handle(page).tap();
  await stop(page, 'half');
  await panel(page).locator('button[data-kind="node"]').first().tap();
  await stop(page, 'half');
  await expect(page).toHaveURL(/select=/);
});

test('turning the phone keeps what is chosen and the period, and moves the sheet to the side', async ({
  page,
}) => {
  await open(page, `?select=${NODE}&from=2025-06&to=2025-12`);
  await stop(page, 'half');
  const address = page.url();
  await page.setViewportSize({ width: 844, height: 390 });
  const stage = page.locator('[data-stage]');
  await expect(stage).toBeVisible();
  await settled(page);
  const [side, picture] = [await boxOf(dock(page)), await boxOf(stage)];
  await expect(dock(page)).not.toHaveAttribute('data-stop');
  expect(side.x).toBeGreaterThanOrEqual(picture.x + picture.width - 1);
  expect(picture.width).toBeGreaterThanOrEqual(844 * 0.55);
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeInViewport();
  expect(page.url()).toBe(address);
  await page.setViewportSize({ width: 390, height: 844 });
  await stop(page, 'half');
  expect(page.url()).toBe(address);
  // A small phone on its side has a narrow page, and room beside the list all the same.
  await page.setViewportSize({ width: 667, height: 375 });
  await expect(dock(page)).not.toHaveAttribute('data-stop');
  const list = await boxOf(page.locator('[data-view]'));
  expect((await boxOf(dock(page))).x).toBeGreaterThanOrEqual(list.x + list.width - 1);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });
  test('it moves for a quarter of a second, and then the page knows its height', async ({ page }) => {
    await open(page, `?select=${EVENT}`);
    await stop(page, 'half');
    expect(await dock(page).evaluate((e) => getComputedStyle(e).transitionDuration)).toBe('0.25s');
    await handle(page).tap();
    const room = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).paddingBlockEnd));
    await expect.poll(room).toBeCloseTo(844 * 0.92, 0);
    await handle(page).tap();
    await expect.poll(room).toBeLessThan(160);
  });
});
test('without motion it stands where it goes at once', async ({ page }) => {
  await open(page, `?select=${EVENT}`);
  await stop(page, 'half');
  expect(await dock(page).evaluate((e) => e.getAnimations().length)).toBe(0);
  expect(await dock(page).evaluate((e) => getComputedStyle(e).transitionDuration)).toBe('0s');
});
