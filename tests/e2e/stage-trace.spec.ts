/**
 * Tracing a thread, an event, a node and a ribbon through both halves, and the way out.
 * What a green run does not prove: that a path is the right one (the unit tests of src/story/trace.ts do), or that
 * lit and dimmed can be told apart by eye.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { data } from './support/story';
import { mark, open, panel, stage, turnTo } from './support/stage';
import { pointOn } from './support/points';

const chip = (page: Page, id: string) => page.locator(`button[data-kind="thread"][data-id="${id}"]`);
const count = (page: Page) => page.locator('[data-trace]');

/** How many marks of a kind are lit, dimmed, or neither. */
const shine = (page: Page, kind: string) =>
  stage(page)
    .locator(`g[data-kind="${kind}"]`)
    .evaluateAll((all) => {
      const of = (lit: string | undefined) =>
        all.filter((one) => (one as SVGElement).dataset.lit === lit).length;
      return { lit: of('true'), dim: of('false'), plain: of(undefined) };
    });

async function expectTraced(page: Page): Promise<void> {
  for (const kind of ['event', 'node', 'link']) {
    const { lit, dim, plain } = await shine(page, kind);
    expect(lit, `lit: ${kind}`).toBeGreaterThan(0);
    expect(dim, `dimmed: ${kind}`).toBeGreaterThan(0);
    expect(plain, `neither: ${kind}`).toBe(0);
  }
}

async function expectFree(page: Page): Promise<void> {
  await expect(stage(page).locator('g[data-lit]')).toHaveCount(0);
  await expect(count(page)).toHaveCount(0);
}

test(
  'a thread lights its events above and its path below, and the words count them',
  { tag: '@slow-firefox' },
  async ({ page }) => {
    await open(page);
    for (const { id } of data.threads) {
      await chip(page, id).click();
      await expect(count(page)).toBeVisible();
      await expectTraced(page);
      const own = data.events.filter(({ threads }) => threads.includes(id)).map((event) => event.id);
      const dimmed = await stage(page)
        .locator('g[data-kind="event"][data-lit="false"]')
        .evaluateAll((all) => all.map((one) => (one as SVGElement).dataset.id ?? ''));
      expect(dimmed.filter((each) => own.includes(each))).toEqual([]);
      await expectCounted(page);
      await chip(page, id).click();
      await page.mouse.move(2, 2); // until then the chip under the pointer previews its path
      await expectFree(page);
    }
  },
);

/** Every link is drawn at fit, so the words and the lit ribbons agree; events may also stand in lit counts. */
async function expectCounted(page: Page): Promise<void> {
  const said = (await count(page).innerText()).match(/\d+/g)?.map(Number) ?? [];
  const [events = 0, links = 0] = said;
  expect((await shine(page, 'link')).lit).toBe(links);
  const { lit } = await shine(page, 'event');
  const gathered = await stage(page)
    .locator('g[data-kind="cluster"][data-lit="true"]')
    .evaluateAll((all) => all.reduce((sum, one) => sum + Number((one as SVGElement).dataset.count), 0));
  expect(events).toBeGreaterThanOrEqual(lit);
  expect(events).toBeLessThanOrEqual(lit + gathered);
}

test(
  'the words count the same for events, nodes and ribbons, in French too',
  { tag: '@slow-firefox' },
  async ({ page }) => {
    for (const lang of ['en', 'fr']) {
      await open(page, `?lang=${lang}`);
      for (const id of ['ev-20251123-outcomes', 's-2024-apulia', 'o-call', 'n-plan-2024__o-call', 'm-tnr']) {
        await turnTo(page, `?lang=${lang}&select=${id}`);
        await expect(count(page)).toContainText(
          lang === 'fr' ? /\d+ événements?, \d+ liens?/ : /\d+ events?, \d+ links?/,
        );
        await expectCounted(page);
      }
    }
  },
);

test('pointing previews a trace, a click locks it', async ({ page }) => {
  await open(page);
  for (const id of ['s-2001-rome', 'o-call', 'n-plan-2024__o-call']) {
    const at = await pointOn(page, id);
    await page.mouse.move(at.x, at.y);
    await expect(mark(page, id)).toHaveAttribute('data-lit', 'true');
    await expectTraced(page);
    await expect(count(page)).toHaveCount(0);
    expect(new URL(page.url()).search).toBe('');
    await page.mouse.move(2, 2);
    await expectFree(page);

    await page.mouse.click(at.x, at.y);
    await expect(panel(page)).toBeVisible();
    await page.mouse.move(2, 2);
    await expect(count(page)).toBeVisible();
    await expect(mark(page, id)).toHaveAttribute('aria-pressed', 'true');
    await expectTraced(page);
    await page.keyboard.press('Escape');
    await expectFree(page);
  }
});

test('what is pointed at is let go when the wheel moves it away', async ({ page }) => {
  await open(page, '?from=2024&to=2026');
  const at = await pointOn(page, 'n-plan-2024');
  await page.mouse.move(at.x, at.y);
  await expect(mark(page, 'n-plan-2024')).toHaveAttribute('data-lit', 'true');
  await page.mouse.wheel(-300, 0);
  await expectFree(page);
});

test('Escape frees step by step: the card, the choice, the thread', async ({ page }) => {
  await open(page);
  await chip(page, 'organized-crime').click();
  await mark(page, 's-1989-fatf').focus();
  await page.keyboard.press('Enter');
  await panel(page).locator('[data-kind="source"]:visible').first().click();
  await expect(panel(page).getByRole('button', { name: /^Back to/ })).toBeVisible();

  await mark(page, 's-1989-fatf').focus();
  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('button', { name: /^Back to/ })).toHaveCount(0);
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(chip(page, 'organized-crime')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(chip(page, 'organized-crime')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);
  await page.locator('h1').click();
  await expectFree(page);
});

test('a click on the ground frees, and so does the button beside the count', async ({ page }) => {
  await open(page, '?thread=cybercrime');
  const ground = await pointOn(page, null);
  await page.mouse.click(ground.x, ground.y);
  await expectFree(page);
  await turnTo(page, '?thread=cybercrime&select=o-call');
  await count(page).getByRole('button').click();
  await expectFree(page);
  await expect(panel(page)).toHaveCount(0);
});

test('the name of a lane traces its thread', { tag: '@slow-firefox' }, async ({ page }) => {
  await open(page);
  await stage(page).locator('[data-label="lane-child-protection"]').click();
  await expect(chip(page, 'child-protection')).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(2, 2);
  await expectTraced(page);
});
