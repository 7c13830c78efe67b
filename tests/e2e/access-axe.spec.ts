/**
 * axe finds nothing in the states a reader meets, in both languages and both schemes, on a wide page and on a phone’s;
 * what it leaves undecided is a failure unless it is argued for in support-access/axe.ts.
 * What a green run does not prove: that the page is usable by ear or by keyboard, that names make sense, that the
 * states which are not listed here are as good; axe sees little of SVG (see access-contrast and access-names).
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { findings } from './support-access/axe';
import { open, said, shown, type Lang } from './support-access/page';
import { turnTo } from './support/stage';

/** Tall enough that a panel need not scroll: what is scrolled out of sight axe cannot judge. */
const HEIGHT = 3200;

interface State {
  search: string;
  /** What is done there before axe looks. */
  then?: (page: Page, lang: Lang) => Promise<void>;
}

const panelTold = async (page: Page) => {
  await expect(page.locator('[data-panel] [data-kind="source"]').first()).toBeAttached();
};

const STATES: Record<string, State> = {
  'the stage, traced and closer, with the panel of an event': {
    search: 'view=stage&thread=cybercrime&from=1995&select=s-1999-moscow',
    then: panelTold,
  },
  'the list of threads with the panel of an event': {
    search: 'view=threads&select=s-1999-moscow',
    then: panelTold,
  },
  'the flow': { search: 'view=flow' },
  'a node of the flow in focus': {
    search: 'view=flow&thread=migrant-smuggling&select=p-smuggling',
  },
  'the tables, filtered': {
    search: 'view=table&thread=cybercrime',
    then: async (page) => {
      await page.getByRole('searchbox').fill('cyber');
    },
  },
  'the open list of a search': {
    search: '',
    then: async (page, lang) => {
      const field = page.getByRole('combobox', { name: said(lang, 'search.label') });
      // On a narrow page the field is a button until it is wanted.
      if (!(await field.isVisible())) await page.locator('search button').first().click();
      await field.fill('Carbis');
      await expect(page.locator('[role="option"]').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
    },
  },
  'the list of keys': {
    search: '',
    then: async (page, lang) => {
      await page.getByRole('button', { name: said(lang, 'keys.open'), exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
};

/**
 * Each state is looked at once in the usual run, every other one of them on either page: the other widths and languages
 * seldom find what it did not. One page goes through its states.
 */
for (const [width, lang, odd, tag] of [
  [1440, 'en', 0, []],
  [390, 'fr', 1, []],
  [1440, 'en', 1, ['@long']],
  [390, 'fr', 0, ['@long']],
  [1440, 'fr', 0, ['@long']],
  [1440, 'fr', 1, ['@long']],
  [390, 'en', 0, ['@long']],
  [390, 'en', 1, ['@long']],
] as const) {
  const states = Object.entries(STATES).filter((_, i) => i % 2 === odd);
  test.describe(`${width} px, ${lang}`, { tag: ['@chromium', ...tag] }, () => {
    test.use({ viewport: { width, height: HEIGHT } });
    test(states.map(([name]) => name).join('; '), async ({ page }) => {
      await open(page, `?lang=${lang}`);
      for (const [name, { search, then }] of states)
        await test.step(name, async () => {
          await turnTo(page, `?${search}&lang=${lang}`);
          await shown(page);
          await then?.(page, lang);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            // In the other scheme only colours differ.
            const rules = colorScheme === 'dark' ? ['color-contrast'] : null;
            expect.soft(await findings(page, rules), `${name}, ${colorScheme}`).toEqual([]);
          }
        });
    });
  });
}

test('the list of what was gathered', async ({ page }) => {
  await open(page, '?from=2025-06-01&to=2025-06-30');
  await page.locator('[data-kind="cluster"]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-panel] h2')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

for (const search of ['?data=./none.json', '?data=./none.json&lang=fr&scheme=dark']) {
  test(`the panel of problems (${search})`, async ({ page }) => {
    await page.route(
      ({ pathname }) => pathname.endsWith('/none.json'),
      (route) => route.fulfill({ json: { version: 1, events: 7 } }),
    );
    await page.goto(`./${search}`);
    await expect(page.getByRole('listitem').first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}
