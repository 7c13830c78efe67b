/**
 * The address is the state: in the page, with the browser's own history.
 * What a green run does not prove: all pairs of state and address (src/url/codec.test.ts proves the law), or how
 * other browsers limit the changes of an address.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { errorsOf, mark, open, said } from './support-access/page';

/** What of the state can be seen on the page. */
async function seen(page: Page) {
  const slider = (part: string) => page.locator(`[data-minimap] [data-part="${part}"]`);
  const share = async (part: string) => {
    if ((await slider(part).count()) === 0) return 0;
    return slider(part).evaluate((e) => {
      const track = e.parentElement?.getBoundingClientRect() ?? new DOMRect();
      const box = e.getBoundingClientRect();
      return (box.left - track.left) / track.width;
    });
  };
  const pressed = (selector: string) =>
    page
      .locator(`${selector}[aria-pressed="true"]`)
      .evaluateAll((all) => all.map((e) => e.dataset.id ?? e.textContent?.trim()));
  return {
    start: await share('window'),
    end: await share('end'),
    thread: await pressed('button[data-kind="thread"]'),
    chosen: await pressed('.view [data-kind]'),
    view: (await page.locator('main table').count()) > 0 ? 'table' : 'stage',
    views: await pressed('header .views button'),
    even: await page
      .locator('input[value="even"]')
      .evaluateAll((all) => all.map((e) => (e as HTMLInputElement).checked)),
    lang: await page.locator('html').getAttribute('lang'),
    scheme: (await page.locator('html').getAttribute('data-scheme')) ?? 'auto',
    offstage: await page.locator('[data-stage] [data-kind="node"]').count(),
  };
}

const settled = (page: Page, pattern: RegExp) => expect(page).toHaveURL(pattern);

/** Things a reader does, and what the address says of it. */
const DOINGS: Record<string, { act: (page: Page) => Promise<unknown>; says: RegExp }[]> = {
  'a thread, a chapter and a node': [
    {
      act: (page) => page.locator('button[data-kind="thread"][data-id="cybercrime"]').click(),
      says: /thread=cybercrime/,
    },
    { act: (page) => page.locator('[data-kind="chapter"][data-id="year-2025"]').click(), says: /from=2025/ },
    {
      act: async (page) => {
        await mark(page, 'n-presidency-2025').focus();
        await page.keyboard.press('Enter');
      },
      says: /select=n-presidency-2025/,
    },
  ],
  'even scale, closer, dark, what went elsewhere': [
    {
      act: (page) => page.locator('label', { hasText: said('en', 'scale.even') }).click(),
      says: /scale=even/,
    },
    { act: (page) => page.getByRole('button', { name: said('en', 'zoom.in') }).click(), says: /from=/ },
    { act: (page) => page.locator('header select').selectOption('dark'), says: /scheme=dark/ },
    { act: (page) => page.locator('.end > button').click(), says: /others=1/ },
  ],
  'the table in French': [
    {
      act: (page) => page.getByRole('button', { name: said('en', 'view.table'), exact: true }).click(),
      says: /view=table/,
    },
    { act: (page) => mark(page, 'm-1976-canada').click(), says: /select=m-1976-canada/ },
    { act: (page) => page.locator('header button[lang="fr"]').click(), says: /lang=fr/ },
  ],
};

const [FIRST] = Object.keys(DOINGS);
for (const [name, doings] of Object.entries(DOINGS)) {
  const tag = name === FIRST ? [] : '@slow-firefox';
  test(`what was done comes back from its address: ${name}`, { tag }, async ({ page, context }) => {
    await open(page, '?keep=a+b&mode=');
    for (const { act, says } of doings) {
      await act(page);
      await settled(page, says);
    }
    expect(page.url()).toContain('?keep=a+b&mode=');
    const copy = await context.newPage();
    await open(copy, new URL(page.url()).search);
    const [was, is] = [await seen(page), await seen(copy)];
    // The dates in an address are only as fine as the stage needs.
    expect(Math.abs(is.start - was.start)).toBeLessThan(0.01);
    expect(Math.abs(is.end - was.end)).toBeLessThan(0.01);
    expect({ ...is, start: 0, end: 0, offstage: 0 }).toEqual({ ...was, start: 0, end: 0, offstage: 0 });
    if (is.view === 'stage') expect(is.offstage).toBe(was.offstage);
  });
}

test('back and forward go by what was decided, not by what moved', async ({ page }) => {
  await open(page);
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  await page.locator('[data-kind="chapter"][data-id="year-2025"]').click();
  await settled(page, /from=2025/);
  await page.getByRole('button', { name: said('en', 'zoom.in') }).click();
  await settled(page, /from=2025-\d\d/);
  expect(await length()).toBe(before);

  await page.locator('button[data-kind="thread"][data-id="cybercrime"]').click();
  await settled(page, /thread=cybercrime/);
  await page.getByRole('button', { name: said('en', 'view.table'), exact: true }).click();
  await settled(page, /view=table/);
  expect(await length()).toBe(before + 2);

  await page.goBack();
  await expect(page.locator('[data-stage] > svg')).toBeVisible();
  await expect(page.locator('button[data-kind="thread"][data-id="cybercrime"]')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.goBack();
  await expect(page.locator('button[data-kind="thread"][data-id="cybercrime"]')).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  expect(page.url()).toMatch(/from=2025-\d\d/); // the movement belongs to the entry that was left
  const here = page.url();
  await page.clock.install();
  await page.clock.runFor(2000);
  expect(page.url()).toBe(here); // going back writes nothing
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole('table')).toHaveCount(2);
  expect(await length()).toBe(before + 2);
});

test('an embed adds nothing to the history of its host', async ({ page }) => {
  await open(page, '?mode=embed');
  const before = await page.evaluate(() => history.length);
  await page.locator('button[data-kind="thread"][data-id="cybercrime"]').click();
  await settled(page, /mode=embed&thread=cybercrime/);
  await page.getByRole('button', { name: said('en', 'head.as-table'), exact: true }).click();
  await settled(page, /view=table/);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('works where the browser keeps no memory and lets no address be changed', async ({ page }) => {
  const errors = errorsOf(page);
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: refuse });
    history.pushState = history.replaceState = refuse;
  });
  await open(page, '?scheme=dark');
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.locator('header select').selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'light');
  await page.locator('button[data-kind="thread"][data-id="cybercrime"]').click();
  await expect(page.locator('[data-trace]')).toBeVisible();
  await page.getByRole('button', { name: said('en', 'view.table'), exact: true }).click();
  await expect(page.getByRole('table')).toHaveCount(2);
  expect(errors).toEqual([]);
});

test('no address, however mad, breaks the page', { tag: '@slow-firefox' }, async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  const errors = errorsOf(page);
  await open(page);
  const { default: fc } = await import('fast-check');
  const key = fc.constantFrom(
    'lang',
    'from',
    'to',
    'thread',
    'select',
    'view',
    'scale',
    'scheme',
    'others',
    'v',
    'mode',
    '__proto__',
    'x',
    '',
  );
  const value = fc.oneof(
    fc.constantFrom(
      ...[
        'fr',
        'en',
        'cybercrime',
        'p-smuggling',
        'm-1976-canada',
        'table',
        'stage',
        'even',
        'story',
        'dark',
        '1',
        '2025',
        '2025-11-23',
      ],
      ...[
        '2025-02-30',
        '0000',
        '9999-99',
        '-1',
        'NaN',
        '2025-11-23T10:00',
        '%',
        '%E0%A4%A',
        '1e308',
        'constructor',
        '__proto__',
        '<b>',
        '  ',
      ],
    ),
    fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))),
    fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((text) => text.replaceAll('#', '')),
  );
  const mad = fc
    .array(fc.tuple(key, value), { maxLength: 7 })
    .map((pairs) => `?${pairs.map((pair) => pair.join('=')).join('&')}`);
  const seed = 2025;
  const searches = fc.sample(mad, { numRuns: 300, seed });
  // Going “back” to an address reads it just as a fresh page does, and is quick enough for three hundred.
  const broken = await page.evaluate(async (searches) => {
    const bad: string[] = [];
    for (const search of searches) {
      history.pushState(null, '', location.pathname + search);
      dispatchEvent(new PopStateEvent('popstate'));
      await new Promise((done) => setTimeout(done));
      const text = document.querySelector('.view')?.innerHTML ?? '';
      if (
        !document.querySelector('[data-stage] svg, main table, main .wait') ||
        /NaN|undefined|Infinity/.test(text)
      )
        bad.push(search);
    }
    return bad;
  }, searches);
  expect(broken, `seed ${seed}`).toEqual([]);
  for (const search of searches.slice(0, 6)) await open(page, search);
  expect(errors).toEqual([]);
});
