/**
 * The share dialog: what is chosen changes the snippet and the preview, copying works where it is denied, keys lead in
 * and out, axe finds nothing in any part.
 * What a green run does not prove: that an editorial system keeps the snippet as it is, that the embed obeys its
 * address (tests/embed), or what a real clipboard holds.
 */
import { expect, type Page } from '@playwright/test';
import { data } from './support/story';
import { test } from './support/test';
import en from '@/i18n/share-messages/en.json' with { type: 'json' };
import fr from '@/i18n/share-messages/fr.json' with { type: 'json' };
import { findings } from './support-access/axe';
import { errorsOf, open, said } from './support-access/page';
import { turnTo } from './support/stage';

const SHARE = said('en', 'share.name');
const dialog = (page: Page) => page.locator('dialog[open]');
const snippet = (page: Page) => dialog(page).getByRole('textbox', { name: en['embed.snippet'] });
const preview = (page: Page) => dialog(page).locator('iframe');

/** Opens it by keyboard, at the tab of this name. */
async function openAt(page: Page, tab: string): Promise<void> {
  await page.getByRole('button', { name: SHARE, exact: true }).press('Enter');
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('tab', { name: tab }).click();
}
/** No press may copy from here on. */
const denyClipboard = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    });
  });
/** The embed itself is tested elsewhere: here its address is what counts. */
test.beforeEach(async ({ page }) => {
  await page.route(
    ({ pathname }) => pathname.endsWith('/embed/'),
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>embed</title>' }),
  );
});

/** What the browser makes of the snippet, on a page whose policy is not ours. */
const pasted = async (page: Page) => {
  const html = await snippet(page).inputValue();
  const other = await page.context().newPage();
  const found = await other.evaluate((text) => {
    const { body } = new DOMParser().parseFromString(text, 'text/html');
    const frame = body.querySelector('iframe');
    const all = [...body.querySelectorAll('*')];
    return {
      src: frame?.src ?? '',
      title: frame?.title,
      height: frame?.getAttribute('height'),
      caption: body.querySelector('figcaption a')?.textContent,
      page: body.querySelector<HTMLAnchorElement>('figcaption a')?.href ?? '',
      loader: body.querySelector('script')?.src,
      handlers: all.flatMap((each) => each.getAttributeNames().filter((name) => name.startsWith('on'))),
    };
  }, html);
  await other.close();
  return found;
};

test('every choice changes the snippet, and the preview shows what is pasted', async ({ page }) => {
  await open(page, '?thread=cybercrime&from=1995&to=2005&scheme=dark&utm_source=x');
  const before = await page.evaluate(() => history.length);
  await openAt(page, en['tab.embed']);
  const same = async () => {
    const { src, height } = await pasted(page);
    await expect(preview(page)).toHaveAttribute('src', src);
    expect(await preview(page).evaluate((e: HTMLElement) => e.offsetHeight)).toBe(Number(height));
    return new URL(src).searchParams;
  };
  let chosen = await same();
  expect(Object.fromEntries(chosen)).toMatchObject({ lang: 'en', thread: 'cybercrime' });
  expect(chosen.get('from')).toMatch(/^199/);
  expect(chosen.has('scheme') || chosen.has('utm_source')).toBe(false);
  expect((await pasted(page)).handlers).toEqual([]);
  expect((await pasted(page)).loader).toBeUndefined();

  const part = dialog(page);
  const pick = (name: string, value: string) =>
    part.getByRole('combobox', { name, exact: true }).selectOption(value);
  await pick(en['embed.view'], said('en', 'view.flow'));
  await pick(en['embed.thread'], 'Violent extremism');
  await pick(en['embed.scheme'], en['embed.scheme-dark']);
  await part.getByLabel(en['embed.as-shown']).uncheck();
  chosen = await same();
  expect(Object.fromEntries(chosen)).toEqual({
    lang: 'en',
    thread: 'extremism',
    view: 'flow',
    scheme: 'dark',
  });

  // Title and caption follow the language of the embed, whatever the page speaks.
  await pick(en['embed.language'], 'Français');
  await expect.poll(async () => (await pasted(page)).caption).toContain('Extrémisme violent');
  const french = await pasted(page);
  expect((await same()).get('lang')).toBe('fr');
  expect(french.title).toBe(fr['snippet.title'].replace('{what}', french.caption ?? ''));
  const full = new URL(french.page);
  expect(full.pathname).toMatch(/\/fr\/thread\/extremism\/$/);
  expect(full.searchParams.has('scheme')).toBe(false);

  // A step brings its own thread and view, and its title.
  await pick(en['embed.step'], '9. Three days in Ottawa');
  chosen = await same();
  expect(Object.fromEntries(chosen)).toEqual({ lang: 'fr', step: 'three-days', scheme: 'dark' });
  expect((await pasted(page)).caption).toContain(data.steps.find(({ id }) => id === 'three-days')?.title.fr);

  await part.getByLabel(/script/).check();
  expect((await pasted(page)).loader).toMatch(/\/embed\.v1\.js$/);
  const height = part.getByLabel(en['embed.height']);
  // Key by key, as it is typed: the first of them is no height yet.
  for (const [keys, used] of [
    ['777', '777'],
    ['9', '320'],
  ] as const) {
    await height.selectText();
    await height.pressSequentially(keys);
    await expect.poll(async () => (await pasted(page)).height).toBe(used);
    await height.press('Enter');
    await expect(height).toHaveValue(used);
  }
  for (const width of ['320', '600', '1,200']) {
    await part.getByRole('button', { name: en['embed.width'].replace('{n}', width) }).click();
    const [inside, outside] = await preview(page).evaluate((e: HTMLElement) => [
      e.offsetWidth,
      e.getBoundingClientRect().right - (e.closest('dialog') as HTMLElement).getBoundingClientRect().right,
    ]);
    expect(inside).toBe(Number(width.replace(',', '')));
    expect(outside).toBeLessThan(0);
    await same();
  }
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('where copying is denied the text is selected, and a sentence names the keys', async ({ page }) => {
  await denyClipboard(page);
  await open(page, '?thread=cybercrime');
  for (const [tab, name] of [
    [en['tab.link'], en['link.address']],
    [en['tab.embed'], en['embed.snippet']],
    [en['tab.cite'], 'APA'],
  ] as const) {
    await openAt(page, tab);
    const part = dialog(page).getByRole('group', { name, exact: true });
    await part.getByRole('button').click();
    await expect(part.getByRole('status')).toHaveText(/(Ctrl\+|⌘)C/);
    const selected = await part.evaluate((group) => {
      const field = group.querySelector<HTMLInputElement>('input, textarea');
      const all = field ? field.value : (group.querySelector('[tabindex="-1"]')?.textContent ?? '');
      const chosen = field
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : String(getSelection());
      return { all: all.trim(), chosen: chosen.trim() };
    });
    expect(selected.chosen).toBe(selected.all);
    expect(selected.all).toMatch(/thread[=/]cybercrime/);
    await page.keyboard.press('Escape');
  }
});

test('pictures of the thread are offered with their words, and a sentence where there are none', async ({
  page,
}) => {
  const picture = (thread: string | null, width: number, height: number, step: string | null = null) => {
    const path = `pictures/en-${thread ?? step ?? 'all'}-${width}x${height}.png`;
    const alt = { en: `What ${thread ?? step} looks like`, fr: 'x' };
    return { path, lang: 'en', thread, step, width, height, alt };
  };
  const list = [
    picture(null, 1200, 630),
    picture('cybercrime', 1080, 1350),
    picture('cybercrime', 1200, 630),
    picture(null, 1200, 630, 'founding'),
  ];
  let made = true;
  await page.route('**/pictures.json', (route) =>
    route.fulfill(made ? { json: [...list, { ...list[2], lang: 'fr' }] } : { status: 404 }),
  );
  await page.route('**/pictures/*.png', (route) => route.fulfill({ path: 'public/icons/icon-192.png' }));
  await open(page, '?thread=cybercrime');
  await openAt(page, en['tab.picture']);
  const links = dialog(page).getByRole('link', { name: en['picture.save'] });
  await expect(links).toHaveCount(2);
  const root = new URL('./', page.url()).href;
  expect(
    await links.evaluateAll((all) =>
      all.map((each) => [(each as HTMLAnchorElement).href, (each as HTMLAnchorElement).download]),
    ),
  ).toEqual(
    ['1200x630', '1080x1350'].map((size) => {
      const name = `en-cybercrime-${size}.png`;
      return [`${root}pictures/${name}`, name];
    }),
  );
  await expect(dialog(page).getByRole('img', { name: 'What cybercrime looks like' })).toHaveCount(2);
  await page.keyboard.press('Escape');
  // While a step is told, its picture; whatever thread is chosen meanwhile.
  await turnTo(page, '?step=founding');
  await openAt(page, en['tab.picture']);
  await expect(dialog(page).getByRole('img', { name: 'What founding looks like' })).toHaveCount(1);
  await expect(links).toHaveCount(1);
  await page.keyboard.press('Escape');
  made = false;
  await openAt(page, en['tab.picture']);
  await expect(dialog(page).getByText(en['picture.none'])).toBeVisible();
});

// On its way round Tab comes to the browser’s own bar, from where the driver of Firefox does not lead back into the page.
test(
  'keys lead in, through and out, and the focus comes back to the button',
  { tag: '@chromium' },
  async ({ page }) => {
    const errors = errorsOf(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page);
    const button = page.getByRole('button', { name: SHARE, exact: true });
    expect(asked.filter((url) => /ShareDialog/.test(url))).toEqual([]);
    await button.press('Enter');
    await expect(dialog(page).getByRole('tabpanel').getByRole('button')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(dialog(page).getByRole('tab', { name: en['tab.link'] })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(dialog(page).getByRole('tab', { selected: true })).toHaveText(en['tab.embed']);
    // The preview is not on the way: Tab goes past it, round the dialog, and stays in it.
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const { activeElement: it } = document;
        return it === document.body || !!it?.closest('dialog') ? it?.tagName : 'the page';
      });
      expect(['IFRAME', 'the page']).not.toContain(at);
    }
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(button).toBeFocused();
    await button.press('Enter');
    await expect(dialog(page)).toBeVisible();
    await page.mouse.click(5, 700);
    await expect(dialog(page)).toHaveCount(0);
    await expect(button).toBeFocused();
    expect(errors).toEqual([]);
  },
);

for (const { width, height, lang, tag } of [
  { width: 320, height: 2000, lang: 'en', tag: ['@chromium'] },
  { width: 1440, height: 1100, lang: 'fr', tag: ['@chromium', '@long'] },
] as const)
  test(
    `axe finds nothing in any part, and nothing is cut (${width} px, ${lang})`,
    { tag: [...tag] },
    async ({ page }) => {
      // Contrasts that axe cannot decide are measured, pixel by pixel.
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height });
      await open(page, `?lang=${lang}&thread=cybercrime`);
      if (width < 1000) await page.locator('header button[popovertarget]').click();
      await page.getByRole('button', { name: said(lang, 'share.name'), exact: true }).click();
      const words = { en, fr }[lang];
      for (const tab of ['tab.link', 'tab.embed', 'tab.picture', 'tab.cite'] as const) {
        await dialog(page).getByRole('tab', { name: words[tab] }).click();
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const rules = colorScheme === 'dark' ? ['color-contrast'] : null;
          expect(await findings(page, rules), `${tab} ${colorScheme}`).toEqual([]);
        }
        expect(await dialog(page).evaluate((e) => e.scrollWidth - e.clientWidth), tab).toBe(0);
      }
    },
  );
