/**
 * The embed in an article on another origin leaves that article alone: its scroll, its focus, its history, its wheel,
 * its memory; keys lead through it and out again.
 * What a green run does not prove: what a real finger does (phone-embed.spec.ts), or a host that restricts its frames
 * (tests/webkit/embed.test.ts has the sandbox).
 */
import { expect, type Frame, type Page } from '@playwright/test';
import { test } from './support/test';
import { article, serveHost, STORY, storyIn, type Host } from './support/host';

const snippet = (search: string) =>
  `<iframe title="Fifty years to Ottawa" src="${STORY}embed/?lang=en${search}" width="100%" height="640"
    loading="lazy" allow="fullscreen"></iframe>`;

let host: Host;
test.beforeAll(async () => {
  host = await serveHost({
    plain: article(snippet('&select=s-1978-bonn')),
    keys: article(`<a href="#a">before</a>${snippet('')}<a href="#b">after</a>`),
    linked: article(
      snippet('').replace('<iframe', '<iframe data-g7-hash') + `<script src="${STORY}embed.v1.js"></script>`,
    ),
  });
});
test.afterAll(() => host?.close());

const visit = async (page: Page, name: string): Promise<Frame> => {
  await page.goto(host.url(name));
  return storyIn(page);
};
const past = (page: Page) => page.evaluate(() => history.length);
const place = (page: Page) => page.evaluate(() => scrollY);
test('the article keeps its scroll, its focus and its history, whatever is done in the frame', async ({
  page,
}) => {
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
  // By the element itself: a driver that aims at one may scroll the article to it first.
  const press = (selector: string) =>
    frame.locator(selector).evaluate((element) => (element as HTMLElement).click());
  for (let turn = 0; turn < 3; turn++) {
    for (const thread of ['cybercrime', 'extremism'])
      await press(`.tools [data-kind="thread"][data-id="${thread}"]`);
    for (const name of ['Zoom in', 'Later', 'Earlier', 'Zoom out'])
      await press(`button[aria-label="${name}"]`);
    await press('header .tools :text("As a table")');
    await frame.waitForSelector('html[data-drawn="table"]');
    await press('header .tools :text("Back to the picture")');
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
});

test('the wheel is the article’s, with Ctrl it zooms; the hint comes where a reader asks by the wheel', async ({
  page,
}) => {
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
});

test('a link to the article leads to what was shown in it', async ({ page }) => {
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

test('Tab leads into the frame, through it and out, both ways', async ({ page }) => {
  const frame = await visit(page, 'keys');
  await page.locator('a[href="#a"]').focus();
  const where = () =>
    page.evaluate(() => document.activeElement?.textContent || document.activeElement?.localName);
  const inside = () => frame.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  for (const [key, end] of [
    ['Tab', 'after'],
    ['Shift+Tab', 'before'],
  ] as const) {
    const stops: (string | undefined)[] = [];
    await page.keyboard.press(key);
    while ((await where()) === 'iframe' && stops.length < 40) {
      stops.push(await inside());
      await page.keyboard.press(key);
    }
    expect(await where()).toBe(end);
    expect(stops.length).toBeGreaterThan(5);
    expect(stops.length).toBeLessThan(20);
    expect(new Set(stops).size).toBe(stops.length);
  }
});

test('the list of keys opens where the reader sees the frame, and gives the focus back', async ({ page }) => {
  const frame = await visit(page, 'plain');
  // Of the frame only its lower third is in sight.
  await page.setViewportSize({ width: 1440, height: 420 });
  await page
    .locator('iframe')
    .evaluate((each) => scrollTo(0, scrollY + each.getBoundingClientRect().bottom - 400));
  const mark = frame.locator('[data-view] [data-id][tabindex="0"]').first();
  await mark.evaluate((each) => (each as HTMLElement).focus({ preventScroll: true }));
  const before = [await place(page), await past(page)];
  await page.keyboard.press('?');
  const dialog = frame.locator('dialog[open]');
  await expect(dialog).toBeVisible();
  const box = await dialog.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(420);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(mark).toBeFocused();
  expect([await place(page), await past(page)]).toEqual(before);
});

test('keys are the article’s until the frame has the focus; its links open beside it, with what is shown', async ({
  page,
}) => {
  const frame = await visit(page, 'plain');
  const drawn = () => frame.locator('[data-window]').evaluate((picture) => picture.innerHTML);
  const before = await drawn();
  const press = async () => {
    for (const key of ['+', '+', '?']) await page.keyboard.press(key);
    // Two frames: what was pressed would be drawn.
    await frame.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  };
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  await press();
  await expect(frame.locator('dialog[open]')).toHaveCount(0);
  expect(await drawn()).toBe(before);

  // The sources of the choice, and the way to the whole page.
  await expect(frame.locator('[data-panel] a[href^="https:"]').first()).toBeAttached();
  const links = await frame
    .locator('a[href]')
    .evaluateAll((all) =>
      all.map((each) => each as HTMLAnchorElement).map(({ href, target, rel }) => ({ href, target, rel })),
    );
  const out = links.filter(({ href }) => !href.includes('#'));
  expect(out.length).toBeGreaterThan(1);
  for (const { href, target, rel } of out)
    expect([target, /noopener/.test(rel)], href).toEqual(['_blank', true]);
  expect(out.filter(({ href }) => href.startsWith(STORY)).map(({ href }) => new URL(href).search)).toEqual([
    '?select=s-1978-bonn',
  ]);

  await frame
    .locator('[data-view] [data-id][tabindex="0"]')
    .first()
    .evaluate((each) => (each as HTMLElement).focus());
  await press();
  await expect(frame.locator('dialog[open]')).toBeVisible();
  expect(await drawn()).not.toBe(before);
});
