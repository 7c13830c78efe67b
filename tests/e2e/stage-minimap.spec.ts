/**
 * The map of the whole below the stage, and the switch of scales, with and without motion.
 * What a green run does not prove: that the motion is smooth (npm run bench) or pleasant.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { boxOf, middleOf, open, period, settled, turnTo } from './support/stage';

const map = (page: Page) => page.locator('[data-minimap]');
const part = (page: Page, name: 'start' | 'window' | 'end') => map(page).locator(`[data-part="${name}"]`);

/** Both edges as shares of the map, in hundredths; the grips may stand farther apart, to be taken hold of. */
const edges = (page: Page): Promise<[number, number]> =>
  part(page, 'window').evaluate((window) => {
    const { insetInlineStart, inlineSize } = (window as HTMLElement).style;
    const start = parseFloat(insetInlineStart);
    return [start, start + parseFloat(inlineSize)];
  });

async function drag(page: Page, from: { x: number; y: number }, by: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // Not every engine lets a pointer leave the page.
  const to = Math.max(1, from.x + by);
  await page.mouse.move((from.x + to) / 2, from.y, { steps: 3 });
  await page.mouse.move(to, from.y, { steps: 3 });
  await page.mouse.up();
  await settled(page);
}

async function middle(page: Page, name: 'start' | 'window' | 'end'): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(part(page, name));
  return { x: x + width / 2, y: y + height / 2 };
}

test('the window is dragged, its edges are pulled, and a press beside it brings it there', async ({
  page,
}) => {
  await open(page, '?from=2024&to=2024');
  const { width, x, y, height } = await boxOf(map(page));
  const tenth = width / 10;
  let [a, b] = await edges(page);
  await drag(page, await middle(page, 'window'), tenth);
  let [c, d] = await edges(page);
  expect(c - a).toBeCloseTo(10, 0);
  expect(d - b).toBeCloseTo(10, 0);

  await drag(page, await middle(page, 'end'), tenth);
  [a, b] = await edges(page);
  expect(a).toBeCloseTo(c, 0);
  expect(b - d).toBeCloseTo(10, 0);

  await drag(page, await middle(page, 'start'), -tenth);
  [c, d] = await edges(page);
  expect(c - a).toBeCloseTo(-10, 0);
  expect(d).toBeCloseTo(b, 0);

  await page.mouse.click(x + width * 0.8, y + height / 2);
  await settled(page);
  [a, b] = await edges(page);
  expect((a + b) / 2).toBeCloseTo(80, 0);
  expect(b - a).toBeCloseTo(d - c, 0);
});

test('the window stops at the ends of the story, and its edges at each other', async ({ page }) => {
  await open(page, '?from=2024&to=2024');
  const { width } = await boxOf(map(page));
  const [a, b] = await edges(page);
  await drag(page, await middle(page, 'window'), -width);
  const [c, d] = await edges(page);
  expect(c).toBeCloseTo(0, 1);
  expect(d - c).toBeCloseTo(b - a, 0);
  await drag(page, await middle(page, 'start'), width * 0.6);
  const [e, f] = await edges(page);
  expect(e).toBeLessThan(f);
  expect(f).toBeCloseTo(d, 0);
});

test('its handles are sliders that obey the arrow keys and say their dates', async ({ page }) => {
  await open(page, '?from=2024&to=2024');
  let [a, b] = await edges(page);
  await part(page, 'window').focus();
  const said = await period(page);
  await page.keyboard.press('ArrowRight');
  await settled(page);
  let [c, d] = await edges(page);
  expect(c).toBeGreaterThan(a);
  expect(d - c).toBeCloseTo(b - a, 1);
  expect(await period(page)).not.toBe(said);

  await part(page, 'end').focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  [a, b] = await edges(page);
  expect(a).toBeCloseTo(c, 1);
  expect(b).toBeGreaterThan(d);
  await expect(part(page, 'end')).toHaveAttribute('aria-valuetext', /2025/);

  await part(page, 'start').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await settled(page);
  [c, d] = await edges(page);
  expect(c).toBeLessThan(a - 5);
  await part(page, 'window').focus();
  await page.keyboard.press('End');
  await settled(page);
  expect((await edges(page))[1]).toBeCloseTo(100, 1);
  await page.keyboard.press('Home');
  await settled(page);
  expect((await edges(page))[0]).toBeCloseTo(0, 1);
});

const scale = (page: Page, name: string) => page.getByText(name, { exact: true });

/** Presses and returns how many different places a mark had in the frames until it came to rest. */
async function placesOf(page: Page, id: string, name: string): Promise<number> {
  await page.evaluate((wanted) => {
    const places = new Set<number>();
    const look = () => {
      const dot = document.querySelector(`[data-stage] g[data-id="${wanted}"] .dot`);
      if (dot) places.add(Math.round(dot.getBoundingClientRect().x * 10));
      document.documentElement.dataset.places = String(places.size);
      requestAnimationFrame(look);
    };
    look();
  }, id);
  const before = await middleOf(page, id);
  await scale(page, name).click();
  await expect.poll(() => middleOf(page, id)).not.toBe(before);
  let last = NaN;
  await expect
    .poll(async () => {
      const was = last;
      last = await middleOf(page, id);
      return last === was;
    })
    .toBe(true);
  return Number(await page.evaluate(() => document.documentElement.dataset.places));
}

test('switching the scale keeps the window; without motion it is there at once', async ({ page }) => {
  await open(page);
  await turnTo(page, '?from=2020&to=2025');
  const said = await period(page);
  expect(await placesOf(page, 's-2024-apulia', 'Even scale')).toBe(2);
  expect(await period(page)).toBe(said);
  await expect(page).toHaveURL(/scale=even/);
  await scale(page, 'Story scale').click();
  await settled(page);
  expect(await period(page)).toBe(said);
  await expect(page).not.toHaveURL(/scale=even/);
});

test.describe('with motion', { tag: '@chromium' }, () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('switching the scale bends the axis over several frames', async ({ page }) => {
    const id = 's-2024-apulia';
    await page.clock.install({ time: '2026-01-01T09:00Z' });
    await open(page, '?from=2020&to=2025');
    const said = await period(page);
    // From here on time passes only when it is told to, so that a slow machine shows as many frames.
    await page.clock.pauseAt('2026-01-01T10:00Z');
    const places = [await middleOf(page, id)];
    await scale(page, 'Even scale').click();
    for (let i = 0; i < 6; i++) {
      await page.clock.runFor(80);
      places.push(await middleOf(page, id));
    }
    const way = Math.sign((places.at(-1) ?? 0) - (places[0] ?? 0));
    const steps = places.slice(1).map((place, i) => (place - (places[i] ?? 0)) * way);
    expect(
      steps.filter((step) => step > 0.5).length,
      `steps ${steps.map(Math.round).join(' ')}`,
    ).toBeGreaterThan(4);
    expect(steps.filter((step) => step < -0.5)).toEqual([]);
    await page.clock.runFor(1000);
    expect(await middleOf(page, id)).toBe(places.at(-1));
    expect(await period(page)).toBe(said);
  });

  test('the camera glides to a chapter, and a wheel takes it over', async ({ page }) => {
    await open(page);
    const seen = new Set<string | null>();
    await page.locator('button[data-kind="chapter"][data-id="ottawa"]').click();
    await expect
      .poll(async () => {
        seen.add(await period(page));
        return period(page);
      })
      .toMatch(/November 21.*23, 2025/);
    await page.locator('button[data-kind="chapter"][data-id="year-2024"]').click();
    await page.mouse.move(700, 160);
    await page.mouse.wheel(40, 0);
    await settled(page);
    const stopped = await period(page);
    await settled(page);
    expect(await period(page)).toBe(stopped);
  });

  test('a notch of a mouse wheel glides, about the pointer, to just where it leads', async ({ page }) => {
    const [id, other] = ['ev-20250607-priorities', 'ev-20250617-tnr'];
    await open(page, '?from=2025-05-01&to=2025-08-01');
    const [x, away] = [await middleOf(page, id), (await middleOf(page, other)) - (await middleOf(page, id))];
    const watched = page.evaluate(
      (wanted) =>
        new Promise<number[]>((done) => {
          const seen: number[] = [];
          const look = (frames: number) => {
            const box = document
              .querySelector(`[data-stage] g[data-id="${wanted}"] .dot`)
              ?.getBoundingClientRect();
            seen.push((box?.left ?? 0) + (box?.width ?? 0) / 2);
            if (frames > 0) requestAnimationFrame(() => look(frames - 1));
            else done(seen);
          };
          look(60);
        }),
      other,
    );
    await page.mouse.move(Math.round(x), 160);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    const places = await watched;
    expect(new Set(places.map((place) => Math.round(place))).size, places.join(' ')).toBeGreaterThan(4);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.abs((await middleOf(page, id)) - x)).toBeLessThanOrEqual(1);
    const now = (await middleOf(page, other)) - (await middleOf(page, id));
    expect(now / away).toBeCloseTo(Math.SQRT2, 1);
  });

  test('notches at a limit are not kept: the first one back answers', async ({ page }) => {
    await open(page);
    const whole = await period(page);
    await page.mouse.move(700, 160);
    await page.keyboard.down('Control');
    for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 400);
    await page.mouse.wheel(0, -100);
    await expect.poll(() => period(page)).not.toBe(whole);
    // And one out again is the whole story, not nearly.
    await page.mouse.wheel(0, 100);
    await expect(page.getByRole('button', { name: 'All fifty years' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.keyboard.up('Control');
    expect(new URL(page.url()).search).toBe('');
  });
});
