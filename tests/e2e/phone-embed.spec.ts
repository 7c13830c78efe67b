/**
 * Fingers on an embed in an article of another origin: up and down they scroll the article, along the years they move the
 * picture. The touches go through the browser’s own input.
 * What a green run does not prove: how it feels, and that Safari and Firefox on a phone decide the same way.
 */
import { expect, type Frame, type Page } from '@playwright/test';
import { article, serveHost, STORY, storyIn, type Host } from './support/host';
import { test } from './support/test';
import { touchOf } from './support/touch';

let host: Host;
test.beforeAll(async () => {
  const frame = (more: string) =>
    `<iframe title="story" src="${STORY}embed/?lang=en${more}" width="100%" height="640"></iframe>`;
  host = await serveHost({
    stage: article(frame('&view=stage&from=2025-01-01&to=2025-11-20')),
    list: article(frame('')),
  });
});
test.afterAll(() => host?.close());

const place = (page: Page) => page.evaluate(() => scrollY);
/** Where the article has come to rest after a stroke. */
const rest = (page: Page) =>
  page.evaluate(async () => {
    for (let still = 0, at = scrollY; still < 12;) {
      await new Promise((done) => requestAnimationFrame(done));
      still = at === scrollY ? still + 1 : 0;
      at = scrollY;
    }
    return scrollY;
  });
/** Opens the article with its frame at the top of the glass. */
async function visit(page: Page, name: string): Promise<Frame> {
  await page.goto(host.url(name));
  const frame = await storyIn(page);
  await toTop(page);
  return frame;
}
const toTop = (page: Page) =>
  page.locator('iframe').evaluate((each) => scrollTo(0, scrollY + each.getBoundingClientRect().top));

test('on the picture a finger scrolls the article, and moves the years when it goes along them', async ({
  page,
}) => {
  const frame = await visit(page, 'stage');
  const touch = await touchOf(page);
  const before = await place(page);
  const first = () => frame.locator('[data-stage] g[data-kind="summit"] line').first().boundingBox();
  const years = await first();
  await touch.fling({ x: 200, y: 500 }, { x: 200, y: 300 });
  await expect.poll(() => place(page)).toBeGreaterThan(before + 50);
  expect((await first())?.x).toBe(years?.x);

  await rest(page);
  await toTop(page);
  const now = await rest(page);
  await touch.down({ x: 250, y: 300 });
  await touch.move(8, { x: 330, y: 302 });
  await touch.up();
  await expect.poll(async () => (await first())?.x).not.toBe(years?.x);
  expect(await place(page)).toBe(now);
});

test('on the list a finger scrolls the list, and at its end the article', async ({ page }) => {
  const frame = await visit(page, 'list');
  const touch = await touchOf(page);
  const inside = () => frame.evaluate(() => document.documentElement.scrollTop);
  const before = await place(page);
  await touch.fling({ x: 200, y: 500 }, { x: 200, y: 300 });
  await expect.poll(inside).toBeGreaterThan(50);
  await frame.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await touch.fling({ x: 200, y: 500 }, { x: 200, y: 300 });
  await expect.poll(() => place(page)).toBeGreaterThan(before + 50);
});
