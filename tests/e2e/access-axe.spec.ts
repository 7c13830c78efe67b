/**
 * axe finds nothing in the states a reader meets, in both languages and both schemes between them; what it leaves
 * undecided is a failure unless it is argued for in support-access/axe.ts.
 * What a green run does not prove: that the page is usable by ear or by keyboard, that names make sense, that the
 * states which are not listed here are as good; axe sees little of SVG (see access-contrast and access-names).
 */
import { expect, test, type Page } from '@playwright/test';
import { findings } from './support-access/axe';
import { open } from './support-access/page';

/** Tall enough that a panel need not scroll: what is scrolled out of sight axe cannot judge. */
const TALL = { width: 1440, height: 3200 };

interface State {
  search: string;
  /** What is done there before axe looks. */
  then?: (page: Page) => Promise<void>;
}

const panelTold = async (page: Page) => {
  await page.setViewportSize(TALL);
  await expect(page.locator('[data-panel] [data-kind="source"]').first()).toBeVisible();
};

const STATES: Record<string, State> = {
  'the stage at fit': { search: '' },
  'a traced thread, closer, in French, dark': {
    search: '?thread=cybercrime&from=2024&lang=fr&scheme=dark',
  },
  'the panel of an event, dark': { search: '?select=s-1999-moscow&scheme=dark', then: panelTold },
  'the panel of a link, in French': {
    search: '?select=n-founding__n-leaders&lang=fr',
    then: panelTold,
  },
  'the list of what was gathered': {
    search: '?from=2025-06-01&to=2025-06-30',
    then: async (page) => {
      const cluster = page.locator('[data-kind="cluster"]').first();
      await cluster.focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-panel] h2')).toBeVisible();
    },
  },
  'the open list of a search, in French, dark': {
    search: '?lang=fr&scheme=dark',
    then: async (page) => {
      await page.getByRole('combobox', { name: 'Rechercher dans l’histoire' }).fill('Carbis');
      await expect(page.locator('[role="option"]').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
    },
  },
  'the tables': { search: '?view=table' },
  'a few rows of the tables, traced, in French, dark': {
    search: '?view=table&thread=cybercrime&select=s-1999-moscow&lang=fr&scheme=dark',
    then: async (page) => {
      await page.getByRole('searchbox').fill('cyber');
      await expect(page.locator('[data-panel] h2')).toBeVisible();
    },
  },
};

for (const [name, { search, then }] of Object.entries(STATES)) {
  test(name, async ({ page }) => {
    await open(page, search);
    await then?.(page);
    expect(await findings(page)).toEqual([]);
  });
}

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
