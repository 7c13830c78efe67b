/**
 * Ten embeds in one article, read and left behind: none of them asks for a frame or sets a timer, and their thread rests.
 * What a green run does not prove: what a battery says of it.
 */
import { expect, type Page } from '@playwright/test';
import { drawnFrames } from './support/heights';
import { article, serveHost, STORY, type Host } from './support/host';
import { test } from './support/test';

/** How long nothing may happen, ms. */
const REST = 2_000;
const TEN = Array.from({ length: 10 }, (_, i) => {
  const thread = ['cybercrime', 'extremism'][i];
  return `<iframe title="${i}" src="${STORY}embed/?lang=en${thread ? `&thread=${thread}` : ''}" width="100%" height="640"></iframe>`;
});

let host: Host;
test.beforeAll(async () => {
  host = await serveHost({ ten: article(TEN.join('<p>…</p>')) });
});
test.afterAll(() => host?.close());

const wait = (page: Page, ms: number) => page.evaluate((n) => new Promise((done) => setTimeout(done, n)), ms);

test('ten embeds on one page rest when nobody moves them', { tag: '@chromium' }, async ({ page }) => {
  await page.addInitScript(() => {
    if (window.parent === window) return;
    const asked: string[] = [];
    Reflect.set(window, 'asked', asked);
    for (const name of [
      'requestAnimationFrame',
      'setTimeout',
      'setInterval',
      'requestIdleCallback',
    ] as const) {
      const real = window[name] as (...all: unknown[]) => number;
      Reflect.set(window, name, (...all: unknown[]) => {
        asked.push(name);
        return real.apply(window, all);
      });
    }
  });
  await page.goto(host.url('ten'));
  const frames = page.frames().slice(1);
  expect(frames).toHaveLength(10);
  // Off the screen a browser gives them no frames: each is read once, and the last ones are in sight at the end.
  for (const each of await page.locator('iframe').all()) await each.scrollIntoViewIfNeeded();
  await drawnFrames(page);
  const asked = () =>
    Promise.all(frames.map((each) => each.evaluate(() => (Reflect.get(window, 'asked') as string[]).length)));
  // What goes on when all are drawn has an end: seconds in which nothing is asked for.
  let counts = await asked();
  await expect
    .poll(async () => {
      const before = counts;
      await wait(page, 1_000);
      counts = await asked();
      return counts.map((count, i) => count - (before[i] ?? 0));
    })
    .toEqual(frames.map(() => 0));

  // This Chromium gives frames of another origin no thread of their own: the page's has the work of all ten.
  for (const at of ['in sight', 'left behind']) {
    if (at === 'left behind') await page.evaluate(() => scrollTo(0, 0));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    };
    await wait(page, 500); // what the scrolling itself has to draw
    const [before, worked] = [await asked(), await busy()];
    await wait(page, REST);
    const spent = (await busy()) - worked;
    expect(await asked(), at).toEqual(before);
    // The measuring itself is work: a twentieth of the time at the most, for all ten.
    expect(spent, `${at}: s of work`).toBeLessThan(REST / 1000 / 20);
    await session.detach();
  }
});
