/**
 * The stage under pointers that the page itself makes: the same in every engine, for no engine’s protocol is needed.
 * What a green run does not prove: what a browser makes of real fingers, such as scrolling and cancelling
 * (phone-gestures.spec.ts shows it in Chromium).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { boxOf, mark, middleOf, open, period, settled, stage } from './support/stage';

const YEAR = '?from=2025-01-01&to=2025-11-20';
const EVENT = 'ev-20250607-priorities';

type Step = [type: 'down' | 'move' | 'up' | 'cancel', id: number, x: number, y: number];

/** Plays pointer events of fingers on the stage, a frame each. */
const play = (page: Page, steps: Step[]): Promise<void> =>
  stage(page).evaluate(async (element, all) => {
    for (const [type, pointerId, clientX, clientY] of all) {
      const at = { pointerId, clientX, clientY, pointerType: 'touch', isPrimary: pointerId === 11 };
      const buttons = type === 'up' ? 0 : 1;
      element.dispatchEvent(
        new PointerEvent(`pointer${type}`, { ...at, buttons, bubbles: true, cancelable: true }),
      );
      await new Promise((done) => requestAnimationFrame(done));
    }
  }, steps);

const dotOf = async (page: Page) => {
  const { x, y, width, height } = await boxOf(mark(page, EVENT).locator('.dot').first());
  return { x: x + width / 2, y: y + height / 2 };
};

test('one finger across pans one to one', async ({ page }) => {
  await open(page, YEAR);
  const { x, y } = await dotOf(page);
  await play(page, [
    ['down', 11, x, y],
    ['move', 11, x - 30, y],
    ['move', 11, x - 120, y + 5],
    ['up', 11, x - 120, y + 5],
  ]);
  await settled(page);
  expect(Math.abs((await middleOf(page, EVENT)) - (x - 120))).toBeLessThanOrEqual(1);
  await expect(stage(page)).not.toHaveClass(/moving/);
});

test('a finger that rolls, goes up or down, or begins at the edge of the window moves nothing', async ({
  page,
}) => {
  await open(page, YEAR);
  const said = await period(page);
  const { x, y } = await dotOf(page);
  const strokes: [number, number][][] = [
    [[x, y], [x + 7, y]], // prettier-ignore
    [[x, y], [x + 10, y + 60], [x + 20, y + 160]], // prettier-ignore
    [[23, y], [80, y], [200, y]], // prettier-ignore
  ];
  for (const stroke of strokes) {
    await play(
      page,
      stroke.map(([at, down], i): Step => [i === 0 ? 'down' : 'move', 11, at, down]),
    );
    const [at, down] = stroke.at(-1) as [number, number];
    await play(page, [['up', 11, at, down]]);
    await settled(page);
    expect(await period(page)).toBe(said);
  }
});

test('two fingers zoom about their middle, in any direction', async ({ page }) => {
  await open(page, YEAR);
  const { x, y } = await dotOf(page);
  const said = await period(page);
  await play(page, [
    ['down', 11, x - 40, y],
    ['down', 12, x + 40, y],
    ['move', 11, x - 70, y + 10],
    ['move', 12, x + 70, y - 10],
    ['move', 11, x - 60, y + 80],
    ['move', 12, x + 40, y - 60],
  ]);
  await settled(page);
  expect(Math.abs((await middleOf(page, EVENT)) - (x - 10))).toBeLessThanOrEqual(1);
  expect(await period(page)).not.toBe(said);
  await play(page, [
    ['up', 11, x - 60, y + 80],
    ['up', 12, x + 40, y - 60],
  ]);
  await expect(stage(page)).not.toHaveClass(/moving/);
});

test('what the browser takes over, or Escape ends, leaves the camera where it was', async ({ page }) => {
  await open(page, YEAR);
  const said = await period(page);
  const { x, y } = await dotOf(page);
  for (const end of ['cancel', 'Escape']) {
    await play(page, [
      ['down', 11, x, y],
      ['move', 11, x - 200, y],
    ]);
    await settled(page);
    expect(await period(page)).not.toBe(said);
    if (end === 'cancel') await play(page, [['cancel', 11, x - 200, y]]);
    else await page.keyboard.press('Escape');
    await settled(page);
    expect(await period(page), end).toBe(said);
    await play(page, [['up', 11, x - 200, y]]);
    await settled(page);
    expect(await period(page), end).toBe(said);
    await expect(stage(page)).not.toHaveClass(/moving/);
  }
  await expect(mark(page, EVENT)).toHaveAttribute('aria-pressed', 'false');
});

/** The foot of the picture near its start: far from every mark. */
async function freeGround(page: Page): Promise<{ x: number; y: number }> {
  const { y, height } = await boxOf(stage(page));
  return { x: (await boxOf(page.locator('[data-band]').first())).x + 3, y: y + height - 12 };
}

/** Where the event comes to stand when the window halves about `x`. */
const doubled = (before: number, x: number): number => x + 2 * (before - x);

const expectAt = (page: Page, wanted: number): Promise<void> =>
  expect.poll(async () => Math.abs((await middleOf(page, EVENT)) - wanted)).toBeLessThanOrEqual(2);

/** A mouse’s two clicks, numbered as browsers number them. */
const doubleClick = (page: Page, at: { x: number; y: number }, shiftKey = false): Promise<void> =>
  page.evaluate(
    ([clientX, clientY, shift]) => {
      for (const detail of [1, 2]) {
        for (const type of ['pointerdown', 'pointerup', 'click']) {
          const init = { clientX, clientY, detail: type === 'click' ? detail : 0, shiftKey: shift };
          document
            .elementFromPoint(clientX, clientY)
            ?.dispatchEvent(new PointerEvent(type, { ...init, pointerType: 'mouse', bubbles: true }));
        }
      }
    },
    [at.x, at.y, shiftKey] as const,
  );

test('a double click on free ground zooms in, with Shift out', async ({ page }) => {
  await open(page, YEAR);
  const at = await freeGround(page);
  const before = await middleOf(page, EVENT);
  await doubleClick(page, at);
  await expectAt(page, doubled(before, at.x));
  await doubleClick(page, at, true);
  await expectAt(page, before);
});

// Firefox’s driver numbers every click it makes 1, and fires no dblclick: each press and release is a chain of its own.
test('a double click by the browser itself is such a one', { tag: '@chromium' }, async ({ page }) => {
  await open(page, YEAR);
  const at = await freeGround(page);
  const before = await middleOf(page, EVENT);
  await page.mouse.dblclick(at.x, at.y);
  await expectAt(page, doubled(before, at.x));
});

test('dates and neighbouring events are a press away', async ({ page }) => {
  await open(page, YEAR);
  await page.getByText('Dates', { exact: true }).click();
  const [from, to] = [page.getByLabel('From', { exact: true }), page.getByLabel('to', { exact: true })];
  await expect(from).toHaveValue('2025-01-01');
  await expect(to).toHaveValue('2025-11-20');
  await to.fill('2001-03-04');
  // The wrong way round it means the same.
  await expect(from).toHaveValue('2001-03-04');
  await expect(to).toHaveValue('2025-01-01');
  const said = await period(page);
  await from.fill('1066-10-14');
  await to.focus();
  await expect(from).toHaveValue('2001-03-04');
  expect(await period(page)).toBe(said);

  await page.getByRole('button', { name: 'Next event', exact: true }).click();
  await expect(stage(page).locator('[data-kind="event"][aria-pressed="true"]')).toHaveCount(1);
  const chosen = () => new URL(page.url()).searchParams.get('select');
  await expect.poll(chosen).not.toBeNull();
  const first = chosen();
  await page.getByRole('button', { name: 'Next event', exact: true }).click();
  await expect.poll(chosen).not.toBe(first);
  await page.getByRole('button', { name: 'Previous event', exact: true }).click();
  await expect.poll(chosen).toBe(first);
});
