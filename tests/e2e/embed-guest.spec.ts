/**
 * The embed in an article on another origin leaves that article alone: its scroll, its focus, its history, its wheel,
 * its memory. Tests from the host's side are for Chromium as yet. What a green run does not prove: what a real finger does (phone-gestures.spec.ts has the stage’s law),
 * or a host that restricts its frames (tests/webkit/embed.test.ts has the sandbox).
 */
import { expect, test, type Frame, type Page } from '@playwright/test';
import { article, serveHost, type Host } from './support/host';

const STORY = `http://127.0.0.1:${process.env.E2E_PORT || 4173}/`;
const snippet = (search: string, style = '') =>
  `<iframe title="Fifty years to Ottawa" src="${STORY}?mode=embed&lang=en${search}" width="100%" height="640"
    loading="lazy" allow="fullscreen" style="${style}"></iframe>`;
/** How often the width changes; a hundred times in the long run. */
const TURNS = process.env.E2E_LONG ? 100 : 20;
const loader = `<script src="${STORY}embed.v1.js"></script>`;

let host: Host;
test.beforeAll(async () => {
  host = await serveHost({
    plain: article(snippet('&select=s-1978-bonn')),
    loaded: article(snippet('') + loader),
    linked: article(snippet('').replace('<iframe', '<iframe data-g7-hash') + loader),
    hidden: article(snippet('', 'display: none')),
    height: article(`<div id="box" style="width: 760px">${snippet('')}</div>${loader}`),
  });
});
test.afterAll(() => host?.close());

async function storyIn(page: Page): Promise<Frame> {
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1] as Frame;
  await frame.waitForSelector('html[data-drawn]');
  return frame;
}
const visit = async (page: Page, name: string): Promise<Frame> => {
  await page.goto(host.url(name));
  return storyIn(page);
};
const past = (page: Page) => page.evaluate(() => history.length);
const place = (page: Page) => page.evaluate(() => scrollY);

test(
  'the article keeps its scroll, its focus and its history, whatever is done in the frame',
  { tag: '@chromium' },
  async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.goto(host.url('plain'));
    const before = await past(page);
    const at = await place(page);
    const frame = await storyIn(page);
    // Coming near loads the frame; the story with its choice moved nothing, and took no focus.
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    const near = await place(page);
    expect(near).toBeGreaterThanOrEqual(at);

    await page.mouse.move(700, 500);
    const press = (selector: string) =>
      frame.locator(selector).evaluate((element) => (element as HTMLElement).click());
    for (let turn = 0; turn < 3; turn++) {
      for (const thread of ['cybercrime', 'extremism'])
        await press(`.tools [data-kind="thread"][data-id="${thread}"]`);
      for (const name of ['Zoom in', 'Later', 'Earlier', 'Zoom out'])
        await press(`button[aria-label="${name}"]`);
      await frame.locator('header .tools').getByText('As a table').click();
      await frame.waitForSelector('html[data-drawn="table"]');
      await frame.locator('header .tools').getByText('Back to the picture').click();
      await frame.waitForSelector('[data-stage]');
    }
    expect(await past(page)).toBe(before);
    expect(await place(page)).toBe(near);
    // Nothing is kept, and nobody else is asked.
    const kept = await frame.evaluate(() => {
      const count = (read: () => number) => {
        try {
          return read();
        } catch {
          return 0;
        }
      };
      return [count(() => localStorage.length), count(() => sessionStorage.length), document.cookie.length];
    });
    expect(kept).toEqual([0, 0, 0]);
    expect([...new Set(asked)].sort()).toEqual([new URL(STORY).origin, new URL(host.url('')).origin].sort());
  },
);

test(
  'the wheel is the article’s, with Ctrl it zooms; the hint comes where a reader asks by the wheel',
  { tag: '@chromium' },
  async ({ page }) => {
    const frame = await visit(page, 'plain');
    const box = await page.locator('iframe').boundingBox();
    if (!box) throw new Error('no frame');
    const whole = () => frame.locator('button[aria-label="Zoom out"]').getAttribute('aria-disabled');
    await page.mouse.move(box.x + 600, box.y + 250);
    const before = await place(page);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => place(page)).toBeGreaterThan(before);
    expect(await whole()).toBe('true');

    // Twice in a visit, and only where the pointer was moved in the picture itself.
    const hint = frame.locator('.hint');
    await expect(hint).toHaveCount(0);
    // It goes by itself: what was seen of it is noted in the page.
    await frame.locator('body').evaluate((body) => {
      const seen: string[] = [];
      Reflect.set(window, 'hints', seen);
      new MutationObserver((records) => {
        for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
          if (node instanceof HTMLElement && node.matches('.hint')) seen.push(node.textContent.trim());
      }).observe(body, { childList: true, subtree: true });
    });
    const hints = () => frame.locator('body').evaluate(() => Reflect.get(window, 'hints') as string[]);
    // What turns on within 400 ms is the same turn of the wheel.
    await frame.locator('body').evaluate(() => new Promise((done) => setTimeout(done, 450)));
    const said = 'To zoom, hold Ctrl and turn the wheel';
    for (const so of [[said], [said, said], [said, said]]) {
      await page.mouse.move(box.x + 500, box.y + 150);
      await page.mouse.move(box.x + 620, box.y + 200, { steps: 5 });
      await page.mouse.wheel(0, 5);
      await expect.poll(hints).toEqual(so);
      await expect(hint).toHaveCount(0, { timeout: 5_000 });
    }

    await page.mouse.move(box.x + 610, box.y + 200);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await expect.poll(whole).toBe('false');
    expect(await hints()).toEqual([said, said]);
  },
);

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
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await visit(page, 'loaded');
      expect(await page.evaluate(() => Number(Reflect.get(window, 'shifts')))).toBeLessThanOrEqual(0.02);
      expect(await page.locator('iframe').evaluate((frame) => frame.clientHeight)).toBe(640);
    }
  },
);

test('a link to the article leads to what was shown in it', { tag: '@chromium' }, async ({ page }) => {
  const frame = await visit(page, 'linked');
  const before = await past(page);
  await frame.locator('.tools [data-kind="thread"][data-id="cybercrime"]').click();
  await expect.poll(() => decodeURIComponent(page.url())).toContain('#g7=?thread=cybercrime&lang=en');
  expect(await past(page)).toBe(before);

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  const again = await storyIn(page);
  await expect(again.locator('.tools [data-id="cybercrime"][aria-pressed="true"]')).toBeVisible();
});

test(
  'strange messages change nothing; heights stay, whatever the width does',
  { tag: '@chromium' },
  async ({ page }) => {
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
    expect(new URL(frame.url()).search).toMatch(/^\?mode=embed(&lang=en)?$/);
    const inner = await frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    expect(inner[0]).toBe(inner[1]);
  },
);

test(
  'a frame that starts in a closed tab is whole when it is opened',
  { tag: '@chromium' },
  async ({ page }) => {
    await page.goto(host.url('hidden'));
    await page.locator('iframe').evaluate((iframe) => {
      iframe.setAttribute('loading', 'eager');
      iframe.style.display = 'block';
    });
    const frame = await storyIn(page);
    await expect(frame.locator('[data-stage] svg').first()).toBeVisible();
    const wide = await frame.evaluate(() => document.querySelector('[data-stage]')?.clientWidth ?? 0);
    expect(wide).toBeGreaterThan(700);
  },
);

for (const [width, height] of [
  [320, 480],
  [600, 400],
  [390, 640],
  [1200, 640],
] as const)
  test(`in ${width}×${height} it is complete: title, picture, credit and the way to all of it`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./?mode=embed&lang=fr&childId=a&parentUrl=https%3A%2F%2Fnews.example%2F&utm_source=x');
    await page.waitForSelector('html[data-drawn]');
    const foot = page.locator('footer');
    const faults = await page.evaluate(() => {
      const root = document.documentElement;
      const found: string[] = [];
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
