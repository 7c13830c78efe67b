/**
 * The page stands in its HTML: it reads without scripts, asks for none until somebody comes near or wants what it does
 * not show, and the live page takes its place without a shift and without losing what was pressed. Loading is held back
 * by the routes of the tests.
 * What a green run does not prove: how long it takes (npm run bench), nor that a picture made for a window of
 * 1440 × 900 px looks good in every other one; nor how a glide of the finger goes on on a real telephone.
 */
import { expect, type Page } from '@playwright/test';
import { plainProse, readProse } from '@/dataset/prose';
import { shiftOf, watchShifts } from './support/shifts';
import { test } from './support/test';
import { errorsOf, said } from './support-access/page';
import { comeNear, live } from './support/live';
import { period } from './support/stage';
import { data } from './support/story';

const SCRIPT = /\/assets\/index-[^/]*\.js$/;
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Holds the page's own script back; the returned function lets it come. */
async function holdScript(page: Page): Promise<() => void> {
  let letCome = () => {};
  const come = new Promise<void>((done) => (letCome = done));
  await page.route(SCRIPT, async (route) => {
    await come;
    await route.continue();
  });
  return letCome;
}
/** Opens a page whose script is held back, as far as it goes. */
async function openHeld(page: Page, address = ''): Promise<() => void> {
  const letCome = await holdScript(page);
  await page.goto(`./${address}`, { waitUntil: 'commit' });
  await expect(page.locator('footer')).toBeAttached();
  return letCome;
}
/** The live page stands there, without anybody’s doing. */
const drawn = (page: Page) => expect(page.locator('html[data-drawn]')).toBeAttached();
/** The addresses of the scripts and the data that the page asks for from now on. */
function scriptsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\.js(on)?$/.test(request.url())) asked.push(request.url());
  });
  return asked;
}
/** What stood in the HTML. */
const htmlOf = (page: Page) => page.locator('[data-prerendered]');

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const size of [WIDE, PHONE])
    test(`the page of a step is read at ${size.width} px`, { tag: '@chromium' }, async ({ page }) => {
      await page.setViewportSize(size);
      for (const { id, title, text } of data.steps.filter(({ id }) => /asked|screens/.test(id))) {
        await page.goto(`./step/${id}/`);
        await expect(page).toHaveTitle(new RegExp(`^${title.en}`));
        await expect(page.getByRole('heading', { name: title.en })).toBeVisible();
        const told = page
          .getByText(plainProse(readProse(text.en ?? '')), { exact: true })
          .filter({ visible: true });
        await expect(told).toBeVisible();
        // It stands above the picture or the list, and covers nothing.
        const { bottom } = await told.evaluate((p) => p.getBoundingClientRect().toJSON());
        expect(bottom).toBeLessThan(size.height);
        await expect(page.getByRole('button', { name: /Next|Close/ })).toHaveCount(0);
        await expect(page.getByRole('link', { name: data.title.en })).toBeVisible();
      }
    });
  test(
    'the embed says what it is, shows its picture and leads to all of it',
    { tag: '@chromium' },
    async ({ page }) => {
      // The picture itself is made by another step of the build.
      await page.route('**/pictures/en-all-1200x630.png', (route) =>
        route.fulfill({ path: 'docs/embed.png' }),
      );
      await page.goto('./embed/?lang=fr');
      await expect(page.getByRole('img')).toHaveAttribute('alt', /./);
      expect(
        await page.getByRole('img').evaluate((img) => (img as HTMLImageElement).naturalWidth),
      ).toBeGreaterThan(0);
      const root = new URL('../', page.url()).href;
      const links = page.getByRole('link');
      await expect(links).toHaveCount(2);
      for (const [i, path] of ['', 'fr/'].entries())
        expect(await links.nth(i).evaluate((a) => (a as HTMLAnchorElement).href)).toBe(root + path);
      await expect(page.locator('[data-loading]')).toBeHidden();
    },
  );
  for (const [path, lang] of [
    ['', 'en'],
    ['fr/', 'fr'],
    ['fr/thread/cybercrime/', 'fr'],
  ] as const) {
    for (const size of [{ width: 1440, height: 900 }, PHONE]) {
      test(`the page “/${path}” is read at ${size.width} px`, { tag: '@chromium' }, async ({ page }) => {
        await page.setViewportSize(size);
        await page.goto(`./${path}`);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('[data-stage] > svg')).toBeVisible({ visible: size !== PHONE });
        const told = await page
          .locator('li [data-id]')
          .evaluateAll((all) =>
            all.map((each) => `${(each as HTMLElement).dataset.id}: ${each.textContent}`),
          );
        for (const { id, title } of data.events) {
          const own = told.filter((each) => each.startsWith(`${id}: `));
          expect(own, id).toEqual([expect.stringContaining(title[lang] ?? '–')]);
        }
        const rows = page.locator('li:visible');
        expect(await rows.count()).toBeGreaterThan(data.events.length + data.summits.length);
        // Nothing that would answer nobody; a way to the other language.
        await expect(page.locator('select:visible, input:visible, [aria-expanded]:visible')).toHaveCount(0);
        await expect(page.locator('.unscripted a').first()).toHaveAttribute(
          'hreflang',
          lang === 'fr' ? 'en' : 'fr',
        );
        await expect(page.locator('.unscripted a').nth(1)).toHaveAttribute('href', /lesson\/$/);
      });
    }
  }
});

for (const [name, size, path] of [
  ['wide', { width: 1440, height: 900 }, ''],
  ['narrow', PHONE, ''],
  // Down a narrow page the live one goes on to what the step points at.
  ['wide, a step', { width: 1440, height: 900 }, 'fr/step/ottawa-1995/'],
] as const) {
  test(`the live page takes its place without a shift (${name})`, { tag: '@chromium' }, async ({ page }) => {
    const errors = errorsOf(page);
    await page.setViewportSize(size);
    await watchShifts(page);
    const letCome = await openHeld(page, path);
    const boxes = () =>
      page
        .locator(
          'h1:visible, [data-kind="thread"]:visible, h2:visible, [data-dock]:visible, [data-view]:visible, footer:visible',
        )
        .evaluateAll((all) =>
          all.map((each) => {
            const { x, y, width, height } = each.getBoundingClientRect();
            // Rows are as high as their words are; the list is measured by where it starts.
            return each.matches('[data-view="threads"], footer')
              ? [x, y]
              : [x, y, width, height].map(Math.round);
          }),
        );
    await expect(page.locator('[data-dock]:visible')).toHaveCount(path === '' ? 0 : 1);
    const html = page.locator('[data-prerendered] :is(h1, h2, [data-view]):visible');
    expect(await html.count()).toBeGreaterThan(2);
    const before = await boxes();
    letCome();
    await live(page);
    await expect(page.locator('[data-prerendered]')).toHaveCount(0);
    const after = await boxes();
    // What the picture itself names as threads is drawn anew for the place it has.
    const own = (all: number[][]) => all.filter(([, , , height]) => height === undefined || height >= 20);
    expect(own(after)).toEqual(own(before));
    expect(await shiftOf(page)).toBeLessThanOrEqual(0.02);
    expect(errors).toEqual([]);
  });
}

for (const [name, size] of [
  ['wide', WIDE],
  ['narrow', PHONE],
  ['narrow', { width: 360, height: 640 }],
] as const)
  test(`it is a document until somebody comes near (${name}, ${size.width} px)`, async ({ page }) => {
    await page.setViewportSize(size);
    const asked = scriptsOf(page);
    // A campaign’s own words ask for nothing, nor does the page’s own language.
    await page.goto('./?utm_source=x&lang=en', { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    await expect(page.locator(`[data-at="${name}"] [data-view]`)).toBeVisible();
    await page.mouse.move(300, 300, { steps: 3 });
    await drawn(page);
    await expect(htmlOf(page)).toHaveCount(0);
    expect(asked.filter((url) => url.endsWith('.json')).length).toBe(2);
    expect(asked.filter((url) => SCRIPT.test(url)).length).toBe(1);
  });

for (const path of ['', 'fr/'])
  test(
    `the picture is drawn once, at its size and place (/${path})`,
    { tag: '@chromium' },
    async ({ page }) => {
      await page.setViewportSize(WIDE);
      await page.goto(`./${path}`);
      // As while the parser is still above what stands below the picture.
      const [whole, half, scale] = await page.locator('[data-at="wide"] main').evaluate((main) => {
        const svg = main.querySelector<SVGSVGElement>('[data-stage] > svg');
        const place = () =>
          Object.values(main.querySelector('[data-stage]')?.getBoundingClientRect().toJSON());
        const whole = place();
        const below = [...main.children].slice(2);
        for (const each of below) each.remove();
        return [whole, below.length === 2 && place(), svg?.getScreenCTM()?.a] as const;
      });
      expect(half).toEqual(whole);
      expect(scale).toBe(1);
    },
  );

for (const query of [
  '?thread=cybercrime',
  '?select=o-call',
  '?from=2024&to=2025',
  '?scale=even',
  '?scheme=dark',
  '?others=1',
  '?view=table',
  '?lang=fr',
  '?mode=embed',
])
  test(`what an address asks for comes by itself (${query})`, { tag: '@chromium' }, async ({ page }) => {
    await page.goto(`./${query}`);
    await drawn(page);
    await expect(htmlOf(page)).toHaveCount(0);
  });

test('what the document does not show comes by itself: another size, remembered colours, a return', async ({
  page,
}) => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [620, 900],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    await drawn(page);
  }

  // The page before asks for the other view when its window grows.
  await page.goto('about:blank');
  await page.setViewportSize(WIDE);
  const asked = scriptsOf(page);
  await page.goto('./', { waitUntil: 'networkidle' });
  expect(asked).toEqual([]);
  await page.setViewportSize({ width: 1100, height: 900 });
  await drawn(page);

  await page.setViewportSize(WIDE);
  await page.evaluate(() => localStorage.setItem('fifty-years.scheme', 'dark'));
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await drawn(page);

  await page.evaluate(() => localStorage.clear());
  // The page reloads itself: a driver's reload may overtake the state.
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => {
    history.replaceState({ from: '' }, '');
    setTimeout(() => location.reload());
  });
  await loaded;
  await drawn(page);
});

test('Tab brings the live page, and the focus stays where it went', async ({ page }) => {
  const letCome = await openHeld(page);
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  const focused = () =>
    page.evaluate(() => [document.activeElement?.localName, document.activeElement?.textContent]);
  const before = await focused();
  expect(before).not.toContain('body');
  letCome();
  await drawn(page);
  await expect(htmlOf(page)).toHaveCount(0);
  expect(await focused()).toEqual(before);
});

test('a wheel that would move the picture neither zooms the page nor is lost', async ({ page }) => {
  const letCome = await openHeld(page);
  const stage = page.locator('[data-at="wide"] [data-stage]');
  await stage.hover();
  const whole = await page
    .locator('[data-at="wide"] [data-minimap] [data-part="window"]')
    .getAttribute('aria-valuetext');
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(() => page.evaluate(() => early?.turned.length)).toBe(1);
  expect(await page.evaluate(() => early?.turned[0]?.defaultPrevented)).toBe(true);
  letCome();
  await drawn(page);
  expect(whole).not.toBe('');
  expect(await period(page)).not.toBe(whole);
});

test('a press beside the wheel is answered too, and has the last word', async ({ page }) => {
  const letCome = await openHeld(page);
  const chapter = 'button[data-kind="chapter"][data-id="year-2024"]';
  await page.locator(`[data-at="wide"] ${chapter}`).click();
  await page.locator('[data-at="wide"] [data-stage]').hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(() => page.evaluate(() => early?.turned.length)).toBe(1);
  letCome();
  await drawn(page);
  await expect(page.locator(chapter)).toHaveAttribute('aria-pressed', 'true');
});

test(
  'a finger that scrolls is not disturbed, and keeps its place',
  { tag: '@chromium' },
  async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, viewport: PHONE, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    const letCome = await openHeld(page);
    const cdp = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y = 0) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 200, y }] });
    await page.waitForLoadState();
    await page.evaluate(() => {
      const { calm } = early as NonNullable<typeof early>;
      Object.assign(early as object, {
        calm: () => {
          document.documentElement.dataset.ready = '';
          return calm();
        },
      });
    });
    await touch('touchStart', 700);
    for (let y = 690; y >= 200; y -= 35) await touch('touchMove', y);
    letCome();
    await page.locator('html[data-ready]').waitFor();
    await touch('touchMove', 150);
    await expect(htmlOf(page)).toBeAttached();
    const row = page
      .locator('[data-id="o-call"]:visible, [data-view="threads"] button[data-id]:visible')
      .nth(3);
    const id = await row.getAttribute('data-id');
    const where = () =>
      page
        .locator(`[data-view="threads"] [data-id="${id}"]:visible`)
        .first()
        .evaluate((it) => [scrollY > 100, Math.round(it.getBoundingClientRect().top)]);
    const before = await where();
    expect(before[0]).toBe(true);
    await touch('touchEnd');
    await drawn(page);
    await expect(htmlOf(page)).toHaveCount(0);
    expect(await where()).toEqual(before);
    await context.close();
  },
);

test('what is pressed before the scripts is answered when they have come', async ({ page }) => {
  const letCome = await openHeld(page);
  const chip = page.locator('[data-at="wide"] button[data-kind="thread"][data-id="cybercrime"]');
  await chip.click();
  await expect(chip).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator('[data-hearing]')).toHaveText(said('en', 'early.heard'));
  await page.locator('[data-at="wide"] header select:visible').selectOption('dark');
  await page.locator('[data-at="wide"] input[type="text"]').fill('drugs');
  letCome();
  await drawn(page);
  await expect(page.locator('button[data-kind="thread"][data-id="cybercrime"]')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await expect(page.getByRole('combobox', { name: said('en', 'search.label') })).toHaveValue('drugs');
  await expect(page.getByRole('combobox', { name: said('en', 'search.label') })).toBeFocused();
  await expect(page.locator('[data-hearing]')).toHaveCount(0);
});

test('focus, selected text and the scrolled place go over to the live page', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const letCome = await openHeld(page);
  const row = page
    .locator('[data-at="narrow"] button[data-id="m-2018-charlevoix"], [data-at="narrow"] .r1')
    .last();
  const id = await row.getAttribute('data-id');
  await row.scrollIntoViewIfNeeded();
  await row.focus();
  const title = await row.locator('.title').evaluate((element) => {
    getSelection()?.selectAllChildren(element);
    return element.textContent.trim();
  });
  const y = await page.evaluate(() => scrollY);
  expect(y).toBeGreaterThan(500);
  letCome();
  await drawn(page);
  await expect(page.locator(`button[data-id="${id}"]`)).toBeFocused();
  expect(await page.evaluate(() => [Math.round(scrollY), getSelection()?.toString()])).toEqual([
    Math.round(y),
    title,
  ]);
});

test('the page of a thread starts with it traced, at an address that can be read', async ({ page }) => {
  await page.goto('./fr/thread/cybercrime/?scheme=light');
  await drawn(page);
  await expect(page).toHaveURL(/\/fr\/\?thread=cybercrime&scheme=light$/);
  await expect(page.locator('button[data-kind="thread"][aria-pressed="true"]')).toHaveAttribute(
    'data-id',
    'cybercrime',
  );
  await page.reload();
  await drawn(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('button[data-kind="thread"][aria-pressed="true"]')).toHaveCount(1);
});

// In Firefox a scroll bar and other letters leave the French picture less room, so the live page comes at once.
test(
  'the page of a step tells it before its scripts, and with them',
  { tag: '@chromium' },
  async ({ page }) => {
    const [step] = data.steps.filter(({ id }) => id === 'ottawa-1995');
    await page.setViewportSize(WIDE);
    const asked = scriptsOf(page);
    await page.goto('./fr/step/ottawa-1995/', { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    const panel = page.locator('[data-panel]:visible');
    const text = plainProse(readProse(step?.text.fr ?? ''));
    await expect(panel.getByRole('heading', { level: 2 })).toHaveText(step?.title.fr ?? '');
    await expect(panel).toContainText(text);
    await panel.getByRole('button', { name: /Suivante/ }).click();
    await drawn(page);
    const after = data.steps[data.steps.findIndex(({ id }) => id === 'ottawa-1995') + 1];
    await expect(panel.getByRole('heading', { level: 2 })).toHaveText(after?.title.fr ?? '');
    await expect(page).toHaveURL(new RegExp(`/fr/\\?step=${after?.id}$`));
  },
);

test('scripts that are gone leave a page that reads, and a way on', async ({ page }) => {
  let gone = true;
  await page.route(SCRIPT, (route) => (gone ? route.fulfill({ status: 404 }) : route.continue()));
  await page.goto('./');
  await comeNear(page);
  await expect(page.getByRole('alert')).toContainText(said('en', 'early.stuck'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[data-stage] > svg')).toBeVisible();
  gone = false;
  await page.getByRole('button', { name: said('en', 'early.again') }).click();
  await drawn(page);
});

test('where another build has taken its place the page is loaded again, once', async ({ page }) => {
  let loads = 0;
  // A host that names another build in every answer, and keeps none of them.
  await page.route(/\/$/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/index-[\w-]+\.js/, `index-build${++loads > 1 ? 2 : 1}.js`);
    await route.fulfill({ response: answer, body });
  });
  await page.route(/index-build\d\.js$/, (route) => route.fulfill({ status: 404 }));
  await page.goto('./');
  await comeNear(page);
  await expect(page.getByRole('alert')).toContainText(said('en', 'early.stuck'));
  // The first page, the look at the new one, the new page, the look that finds nothing newer.
  expect(loads).toBe(4);
});
