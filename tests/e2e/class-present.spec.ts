/**
 * The story before a class: by clicker keys wherever the focus is, by tap alone, large enough, and never lost. What a
 * green run does not prove: that a real remote sends these keys, that a projector shows these colours, that a hand on a
 * real board hits; that a screen stays awake; that the words suit a class: people, and a room.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import en from '@/i18n/class-messages/en.json' with { type: 'json' };
import { findings } from './support-access/axe';
import { data } from './support/story';
import { test } from './support/test';

const STEPS = data.steps;
const at = (page: Page, n: number, held = false) =>
  expect(page.locator(`[data-present]${held ? '.held' : ':not(.held)'}`)).toHaveAttribute(
    'data-step',
    STEPS[n - 1]?.id ?? '',
  );
const title = (page: Page) => page.locator('[data-caption] h1');
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
async function present(page: Page, search = ''): Promise<void> {
  await page.goto(`?mode=present${search}`);
  await expect(page.locator('[data-stage] > svg')).toBeVisible();
  await expect(title(page)).not.toBeEmpty();
}
const go = (page: Page, to: string): Locator => page.locator(`[data-go="${to}"]`);

test('takes the keys of clickers with the focus on the page, on a button, and after a click on the picture @wide', async ({
  page,
}) => {
  await present(page, '&step=ottawa-1995');
  const focus = [
    () => page.locator('body').click({ position: { x: 4, y: 4 } }),
    () => go(page, 'next').first().click(),
    () => page.locator('[data-stage] [data-kind="event"] .dot').first().click(),
  ];
  for (const put of focus) {
    await put();
    await press(page, 'Home');
    await at(page, 1, true);
    for (const key of ['PageDown', 'ArrowRight', ' ', 'n', 'ArrowDown', 'Enter']) await press(page, key);
    await at(page, 5, true);
    for (const key of ['PageUp', 'ArrowLeft', 'Shift+ ', 'p', 'ArrowUp']) await press(page, key);
    await at(page, 1);
    await press(page, 'Backspace');
    await at(page, 1, true);
    await press(page, 'End');
    await at(page, STEPS.length, true);
    await press(page, 'g', '4');
    await at(page, 4);
    // As clickers start and stop: nothing is lost, and the page is not loaded again.
    await page.evaluate(() => (document.body.dataset.same = ''));
    await press(page, 'F5', 'Escape', 'F5', 'Escape');
    await expect(page.locator('body[data-same]')).toHaveCount(1);
    await at(page, 4);
    if (await page.locator('[data-overview]').count()) await press(page, 'Escape');
  }
});

test('goes black within a frame, says so, and comes back where it was @wide', async ({ page }) => {
  await present(page, '&step=ministers');
  for (const [black, back] of [
    ['b', 'PageDown'],
    ['.', 'b'],
    ['B', 'Escape'],
  ] as const) {
    // In the frame after the key all of the window is black.
    await page.evaluate(() => {
      const covered = new Promise((done) =>
        addEventListener('keydown', () => requestAnimationFrame(() => done(look())), {
          once: true,
          capture: true,
        }),
      );
      const look = () => {
        const on = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        return on?.hasAttribute('data-black') === true && getComputedStyle(on).backgroundColor;
      };
      Object.assign(globalThis, { covered });
    });
    await press(page, black);
    expect(await page.evaluate(() => (globalThis as { covered?: unknown }).covered)).toBe('rgb(0, 0, 0)');
    await expect(page.getByRole('status')).toContainText(en['present.black-said']);
    await press(page, back);
    await expect(page.locator('[data-black]')).toHaveCount(0);
    await at(page, 4);
  }
});

test('asks before it shows, and keeps step and answer over a reload, another size and a turn @wide', async ({
  page,
}) => {
  await present(page, '&step=concerns');
  await expect(title(page)).toHaveText(/which of these/i);
  const marks = page.locator('[data-stage] .mark:visible');
  await expect(marks).toHaveCount(0);
  await expect(page.locator('[data-caption] .words')).toHaveCount(0);
  await press(page, 'PageDown');
  await at(page, 2);
  await expect(title(page)).toHaveText(STEPS[1]?.title.en ?? '');
  await expect(marks).not.toHaveCount(0);
  // What the words name is lit; all else recedes.
  const lit = page.locator('[data-stage] [data-kind="event"][data-lit="true"]');
  await expect(lit.first()).toBeAttached();
  for (const size of [
    { width: 1366, height: 768 },
    { width: 768, height: 1024 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await at(page, 2);
  }
  await page.reload();
  await expect(title(page)).toHaveText(STEPS[1]?.title.en ?? '');
  await at(page, 2);
  await expect(page).toHaveURL(/[?&]mode=present&step=concerns(&|$)/);
});

test('is large enough for the last row at four sizes, and nothing of it is cut @wide', async ({ page }) => {
  for (const [width, height] of [
    [1024, 768],
    [1280, 800],
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const step of ['seven-eight-seven', 'outcomes']) {
      await present(page, `&step=${step}`);
      if (step === 'seven-eight-seven') await press(page, 'PageDown');
      await expect(page.locator('[data-caption] .words')).toBeVisible();
      const seen = await page.evaluate(() => {
        const texts: [string, number][] = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const on = node.parentElement;
          const words = node.textContent?.trim() ?? '';
          if (!on || words === '' || on.closest('.visually-hidden, style, script')) continue;
          if (!on.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
          const svg = on.closest('svg');
          const scale = svg ? svg.getBoundingClientRect().width / svg.width.baseVal.value : 1;
          texts.push([words, (parseFloat(getComputedStyle(on).fontSize) * scale) / innerHeight]);
        }
        const caption = document.querySelector('[data-caption]');
        const stage = document.querySelector('[data-stage]')?.getBoundingClientRect();
        const axis = document.querySelector('[data-stage] .band rect')?.getBoundingClientRect();
        const h1 = document.querySelector('[data-caption] h1');
        return {
          small: texts.filter(([, share]) => share < 0.028),
          count: texts.length,
          title: parseFloat(h1 ? getComputedStyle(h1).fontSize : '0') / innerHeight,
          cut: (caption?.scrollHeight ?? 0) > (caption?.clientHeight ?? 0),
          axisInside: (axis?.bottom ?? Infinity) <= (stage?.bottom ?? 0) + 1,
          scrolls: document.documentElement.scrollHeight > innerHeight,
          targets: [...document.querySelectorAll('nav button')]
            .map((button) => button.getBoundingClientRect())
            .filter((box) => box.width < 64 || box.height < 64 || box.top < innerHeight / 3).length,
        };
      });
      expect(seen, `${width}×${height} ${step}`).toMatchObject({
        small: [],
        cut: false,
        axisInside: true,
        scrolls: false,
        targets: 0,
      });
      expect(seen.count).toBeGreaterThan(15);
      expect(seen.title).toBeGreaterThanOrEqual(0.042);
    }
  }
});

test('is led by taps alone: on, all steps, back from wandering, a light, and out to the page @wide @chromium', async ({
  browser,
}) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await present(page, '&step=ottawa-1995');
  await go(page, 'next').first().tap();
  await at(page, 4);
  await go(page, 'previous').last().tap();
  await at(page, 3);
  await page.locator('[data-place]').tap();
  await expect(page.locator('[data-overview] [data-mini]')).toHaveCount(STEPS.length);
  expect(await findings(page), 'all steps').toEqual([]);
  await page.locator('[data-overview] [data-id="ministers"]').tap();
  await at(page, 4);

  await page.locator('[data-caption] [data-words]').last().tap();
  await expect(title(page)).not.toHaveText(STEPS[3]?.title.en ?? '');
  await go(page, 'back').tap();
  await expect(title(page)).toHaveText(STEPS[3]?.title.en ?? '');
  await expect(go(page, 'back')).toHaveCount(0);

  await go(page, 'menu').tap();
  await page.locator('[data-tool="spotlight"]').tap();
  const layer = page.locator('[data-spot-layer="spotlight"]');
  const touch = (type: string, pointerId: number, x: number) =>
    layer.dispatchEvent(type, {
      ...{ pointerId, pointerType: 'touch', isPrimary: pointerId === 1, button: 0, bubbles: true },
      ...{ clientX: x, clientY: 300 },
    });
  await touch('pointerdown', 1, 600);
  await expect(page.locator('[data-spot="spotlight"]')).toBeVisible();
  // A palm beside the finger neither moves nor ends it.
  await touch('pointerdown', 2, 200);
  await touch('pointerup', 2, 200);
  await expect(page.locator('[data-spot="spotlight"]')).toBeVisible();
  await touch('pointerup', 1, 640);
  await expect(page.locator('[data-spot]')).toHaveCount(0);
  await at(page, 4);

  expect(await findings(page), 'a step').toEqual([]);
  await go(page, 'menu').tap();
  await page.locator('[data-tool="back-to-page"]').tap();
  await expect(page).toHaveURL(/[?]step=ministers$/);
  await expect(page.locator('[data-panel] h2')).toHaveText(STEPS[3]?.title.en ?? '');
  await page.getByRole('button', { name: 'More', exact: true }).tap();
  await page.getByRole('link', { name: 'Present', exact: true }).tap();
  await at(page, 4);
  await context.close();
});

test('fills the screen and leaves it at the same step; the pointer and the controls go, the screen stays awake @wide', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.defineProperty(navigator, 'wakeLock', {
      value: { request: (kind: string) => (asked.push(kind), Promise.resolve({ release: async () => {} })) },
    });
    Object.assign(globalThis, { asked });
  });
  const asked = () => page.evaluate(() => (globalThis as { asked?: string[] }).asked?.length);
  await present(page, '&step=ministers');
  expect(await asked()).toBe(1);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(await asked()).toBe(2);

  const full = () => page.evaluate(() => document.fullscreenElement !== null);
  await press(page, 'f');
  await expect.poll(full).toBe(true);
  await page.mouse.move(500, 300);
  const shown = page.locator('[data-present]');
  await expect(shown).not.toHaveClass(/idle/);
  await expect(shown).toHaveClass(/idle/, { timeout: 6000 });
  expect(await shown.evaluate((element) => getComputedStyle(element).cursor)).toBe('none');
  // A clicker does not bring them back; a hand does.
  await press(page, 'PageUp');
  await at(page, 3);
  await expect(shown).toHaveClass(/idle/);
  await page.mouse.move(520, 310);
  await expect(shown).not.toHaveClass(/idle/);
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(full).toBe(false);
  await at(page, 3);
});
