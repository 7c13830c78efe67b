/**
 * The embed’s own frame: nothing in the article shifts, its height stays, it comes up wherever it starts, and it is
 * complete at every size. What a green run does not prove: how it looks, or what newer content managers do to frames.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { ASKED, drawnFrames } from './support/heights';
import { article, serveHost, STORY, storyIn, type Host } from './support/host';

/** As docs/embedding.md has it. */
const snippet = (search = '', style = '', loading = 'lazy') =>
  `<figure style="margin: 0"><iframe title="Fifty years to Ottawa" src="${STORY}embed/?lang=en${search}" width="100%"
    height="640" loading="${loading}" style="border: 0; ${style}"></iframe><figcaption>Open it</figcaption></figure>`;
/** How often the width changes; a hundred times in the long run. */
const TURNS = process.env.E2E_LONG ? 100 : 20;
const loader = `<script src="${STORY}embed.v1.js" async></script>`;
/** As WordPress does until a frame has spoken. */
const CLIPPED = 'position: absolute; top: 4000px; clip-path: inset(50%)';

let host: Host;
test.beforeAll(async () => {
  host = await serveHost({
    loaded: article(ASKED + snippet() + loader),
    hidden: article(snippet('', 'display: none')),
    unseen: article(ASKED + snippet('', CLIPPED, 'eager') + snippet('', 'display: none', 'eager')),
    full: article(snippet().replace('<iframe', '<iframe allow="fullscreen"') + snippet()),
    height: article(`<div id="box" style="width: 760px">${snippet()}</div>${loader}`),
  });
});
test.afterAll(() => host?.close());
const visit = async (page: Page, name: string) => {
  await page.goto(host.url(name));
  return storyIn(page);
};

test('a frame that is clipped away, and one that is not shown, ask for a height at once', async ({
  page,
}) => {
  // Browsers tell such frames of no frame and no size; here nobody is, nor that all has come.
  await page.addInitScript(() => {
    if (window.parent === window) return;
    window.requestAnimationFrame = () => 0;
    window.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    addEventListener('load', (event) => event.stopImmediatePropagation());
  });
  await page.goto(host.url('unseen'));
  const heights = () =>
    page.evaluate(() => [...(Reflect.get(window, 'asked') as Map<unknown, number>).values()]);
  await expect.poll(heights).toEqual([640, 640]);
});

test(
  'with the snippet and with the loader the article does not shift',
  { tag: '@chromium' },
  async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.set(window, 'shifts', 0);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Reflect.set(
            window,
            'shifts',
            Reflect.get(window, 'shifts') + (entry as unknown as { value: number }).value,
          );
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const width of [1280, 800, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await visit(page, 'loaded');
      // The frame has spoken, and what it said is laid out.
      await page.waitForFunction(() => (Reflect.get(window, 'asked') as Map<unknown, number>).size === 1);
      await page.evaluate(
        () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      );
      expect(await page.evaluate(() => Number(Reflect.get(window, 'shifts')))).toBeLessThanOrEqual(0.02);
    }
  },
);

test('strange messages change nothing; heights stay, whatever the width does', async ({ page }) => {
  const frame = await visit(page, 'height');
  const heights = await page.evaluate(async (turns) => {
    const box = document.querySelector<HTMLElement>('#box') as HTMLElement;
    const iframe = document.querySelector('iframe') as HTMLIFrameElement;
    const told: number[] = [];
    addEventListener('message', ({ data }) => data?.g7 === 1 && told.push(data.height));
    for (let i = 0; i < 10_000; i++) {
      const junk = [
        i,
        `pymxPYMx${i}xPYMxheightxPYMx${i}`,
        { type: 'embed-size', height: i },
        { message: 'ready' },
        null,
      ];
      iframe.contentWindow?.postMessage(junk[i % junk.length], '*');
    }
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let i = 0; i < turns; i++) {
      box.style.width = `${i % 2 ? 760 : 740}px`;
      await frame();
    }
    return { told, height: iframe.clientHeight };
  }, TURNS);
  const asked = await page.locator('iframe').evaluate((each) => each.clientHeight);
  expect(Math.abs(asked - heights.height)).toBeLessThanOrEqual(1);
  expect(heights.told.length).toBeLessThan(20);
  expect(new URL(frame.url()).search).toMatch(/^(\?lang=en)?$/);
  const inner = await frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  expect(inner[0]).toBe(inner[1]);
});

test('a frame that starts in a closed tab is whole when it is opened', async ({ page }) => {
  await page.goto(host.url('hidden'));
  await page.locator('iframe').evaluate((iframe) => {
    iframe.setAttribute('loading', 'eager');
    iframe.style.display = 'block';
  });
  const frame = await storyIn(page);
  await expect(frame.locator('[data-stage] > svg')).toBeVisible();
  const wide = await frame.evaluate(() => document.querySelector('[data-stage]')?.clientWidth ?? 0);
  expect(wide).toBeGreaterThan(700);
});

test('full screen is offered where the host allows it, and nowhere else', async ({ page }) => {
  await page.goto(host.url('full'));
  for (const each of await page.locator('iframe').all()) await each.scrollIntoViewIfNeeded();
  await expect.poll(() => page.frames().length).toBe(3);
  const buttons = (await drawnFrames(page)).map((each) => each.locator('header button.full').count());
  expect(await Promise.all(buttons)).toEqual([1, 0]);
});

for (const [width, height] of [
  [320, 480],
  [600, 400],
  [390, 640],
  [760, 640],
  [1200, 640],
] as const)
  test(`in ${width}×${height} it is complete: title, picture, credit and the way to all of it`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./embed/?lang=fr&childId=a&parentUrl=https%3A%2F%2Fnews.example%2F&utm_source=x');
    await page.waitForSelector('html[data-drawn]');
    const foot = page.locator('footer');
    const faults = await page.evaluate(() => {
      const root = document.documentElement;
      const found: string[] = [];
      if (document.querySelector('[data-stage]') && root.scrollHeight > innerHeight)
        found.push(`higher than the frame: ${root.scrollHeight}`);
      if (root.scrollWidth > innerWidth) found.push(`wider than the frame: ${root.scrollWidth}`);
      for (const each of document.querySelectorAll('h1, header button, footer, footer a')) {
        const box = each.getBoundingClientRect();
        if (box.left < 0 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5)
          found.push(`${each.localName} “${each.textContent?.trim()}” leaves the frame`);
        if (each.scrollWidth > each.clientWidth + 1 && each.localName === 'h1')
          found.push('the title is cut');
      }
      return found;
    });
    expect(faults).toEqual([]);
    await expect(foot).toBeInViewport({ ratio: 1 });
    await expect(foot).toContainText('CC BY 4.0');
    const link = foot.getByRole('link');
    expect(await link.getAttribute('target')).toBe('_blank');
    await link.focus();
    const { pathname, search } = new URL((await link.getAttribute('href')) ?? '');
    expect(pathname + search).toBe('/fr/');
  });
