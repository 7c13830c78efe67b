/**
 * The flow down the page of a phone: names, fingers, keys, and the walk from node to node. Fingers are Chromium’s
 * own input, not glass. Does not prove that a ribbon reads well where it bends, nor how the page feels under a thumb.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { ADDRESS, fixture, serve } from './support/datasets';
import { open, settled, turnTo } from './support/stage';
import { data } from './support/story';
import { touchOf } from './support/touch';

interface Facts {
  facts: { links?: string[] }[];
  nodes: { id: string; label: Record<string, string> }[];
}
const { facts, nodes } = JSON.parse(readFileSync('data/g7.json', 'utf8')) as Facts;
const weightOf = (link: string) => facts.filter(({ links }) => links?.includes(link)).length;
const nameOf = (id: string) => nodes.find((node) => node.id === id)?.label.en ?? '';
const ONSTAGE = data.nodes.filter(({ offstage }) => !offstage);

const flow = (page: Page) => page.locator('[data-view="flow"]');
const bar = (page: Page, id: string) => flow(page).locator(`g.node[data-id="${id}"]`);
const ribbon = (page: Page, id: string) => flow(page).locator(`g.ribbon[data-id="${id}"]`);
const name = (page: Page, id: string) => flow(page).locator(`[data-headline="${id}"]`);
const row = (page: Page, id: string) => flow(page).locator(`li > button.thing[data-id="${id}"]`);
const crumbs = (page: Page) =>
  flow(page)
    .locator('nav li')
    .allInnerTexts()
    .then((texts) => texts.map((text) => text.replace('›', '').replace(/\s+/g, ' ').trim()));
const here = (page: Page) => flow(page).locator('h3 button');
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).dataset.id ?? '');

/** What is wrong with the words of the picture, one sentence a fault, and how many names there are. */
const readPicture = (page: Page) =>
  page.evaluate(() => {
    const svg = document.querySelector('[data-view="flow"] > svg');
    const edge = svg?.getBoundingClientRect();
    if (!svg || !edge) return { names: 0, bars: 0, ribbons: 0, thin: [], faults: ['there is no picture'] };
    const faults: string[] = [];
    const texts = [...svg.querySelectorAll<SVGTextElement>('text')].map((text) => {
      const { x, y, width, height } = text.getBBox();
      const said = (text.textContent ?? '').trim();
      const size = parseFloat(getComputedStyle(text).fontSize);
      if (size < 12) faults.push(`“${said}” is set in ${size} px`);
      if (x < -0.5 || y < -0.5 || x + width > edge.width + 0.5 || y + height > edge.height + 0.5)
        faults.push(`“${said}” is cut by the edge`);
      if (text.getScreenCTM()?.b) faults.push(`“${said}” is turned`);
      return { said, x0: x, y0: y, x1: x + width, y1: y + height };
    });
    texts.forEach((a, i) => {
      for (const b of texts.slice(i + 1))
        if (
          Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0.5 &&
          Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 0.5
        )
          faults.push(`“${a.said}” and “${b.said}” overlap`);
    });
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
    return {
      names: svg.querySelectorAll('[data-headline]').length,
      bars: svg.querySelectorAll('g.node').length,
      ribbons: svg.querySelectorAll('g.ribbon').length,
      thin: [...svg.querySelectorAll('.ribbon .hit')].filter(
        (hit) => !(parseFloat(getComputedStyle(hit).strokeWidth) >= 24),
      ).length,
      faults,
    };
  });

for (const [width, height] of [
  [390, 844],
  [360, 640],
] as const)
  for (const lang of ['en', 'fr']) {
    // French has least room on the narrow one; the other pairs at length.
    const tag = (width === 360) === (lang === 'fr') ? [] : '@long';
    test(
      `every node has its name, whole and apart, with each thread and with all (${width} px, ${lang})`,
      { tag },
      async ({ page }) => {
        await page.setViewportSize({ width, height });
        await open(page, `?view=flow&lang=${lang}`);
        const whole = await readPicture(page);
        expect(whole).toMatchObject({ faults: [], thin: 0, bars: ONSTAGE.length, names: ONSTAGE.length });
        for (const { id } of data.threads) {
          await turnTo(page, `?view=flow&lang=${lang}&thread=${id}`);
          const part = await readPicture(page);
          expect(part, id).toMatchObject({ faults: [], thin: 0, names: part.bars });
          // Only its part is laid out: nothing is dimmed, the rest is gone.
          expect(part.bars).toBeGreaterThan(3);
          expect(part.bars).toBeLessThan(whole.bars);
          expect(part.ribbons).toBeLessThan(whole.ribbons);
          await expect(flow(page).locator('[data-lit="false"]')).toHaveCount(0);
        }
      },
    );
  }

test('a chosen thread says so, and leads back to all', async ({ page }) => {
  await open(page, '?view=flow&thread=cybercrime');
  await expect(flow(page)).toContainText('Only the path of “Cybercrime” is shown.');
  await expect(bar(page, 'm-migrant')).toHaveCount(0);
  await flow(page).getByRole('button', { name: 'All threads' }).tap();
  await expect(bar(page, 'm-migrant')).toBeVisible();
});

test('a tap 11 px beside a thin ribbon chooses it; its two ends are named and its path is lit', async ({
  page,
}) => {
  await open(page, '?view=flow&thread=cybercrime');
  const id = 'p-cyber__o-communique';
  const at = await ribbon(page, id).evaluate((mark) => {
    const hit = mark.querySelector<SVGPathElement>('.hit') as SVGPathElement;
    hit.scrollIntoView({ block: 'center' });
    const { x, y } = hit
      .getPointAtLength(hit.getTotalLength() / 2)
      .matrixTransform(hit.getScreenCTM() as DOMMatrix);
    const body = mark.querySelector('.body')?.getBoundingClientRect() as DOMRect;
    return { x: Math.max(x, body.right) + 11, y };
  });
  await page.touchscreen.tap(at.x, at.y);
  await expect(ribbon(page, id)).toHaveAttribute('aria-pressed', 'true');
  await expect(ribbon(page, id)).toHaveAttribute('data-lit', 'true');
  await expect(flow(page).locator('[data-ends]')).toContainText(nameOf('p-cyber'));
  await expect(flow(page).locator('[data-ends]')).toContainText(`${weightOf(id)} facts`);
});

test('a thumb on the picture scrolls the page, and two fingers are left to the browser', async ({ page }) => {
  await open(page, '?view=flow');
  const svg = flow(page).locator('> svg');
  await svg.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const before = await page.evaluate(() => scrollY);
  const touch = await touchOf(page);
  await touch.down({ x: 200, y: 600 });
  await touch.move(12, { x: 200, y: 250 });
  await touch.up();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 200);
  expect(await svg.evaluate((element) => getComputedStyle(element).touchAction)).toBe('manipulation');
  await expect(flow(page).locator('nav')).toHaveCount(0);
});

test('by taps alone: what leaders asked about migrant smuggling, and what came of it', async ({ page }) => {
  await open(page, '?view=flow');
  await page.locator('[data-kind="thread"][data-id="migrant-smuggling"]').tap();
  await expect(bar(page, 'p-cyber')).toHaveCount(0);
  await name(page, 'm-migrant').tap();
  await expect(here(page)).toContainText(nameOf('m-migrant'));
  // What is told is what the facts say.
  const links = data.links.filter(({ source, target }) => [source, target].includes('m-migrant'));
  expect(links.length).toBeGreaterThan(5);
  for (const { id, source, target } of links) {
    const told = flow(page).locator(`li:has(> button.link[data-id="${id}"])`);
    await expect(told).toContainText(nameOf(source === 'm-migrant' ? target : source));
    const n = weightOf(id);
    await expect(told.locator('button.link')).toHaveText(
      n === 0 ? 'inferred' : n === 1 ? '1 fact' : `${n} facts`,
    );
  }
  for (const id of ['p-smuggling', 'o-call', 'a-smuggling-platforms']) {
    await row(page, id).tap();
    await expect(here(page)).toContainText(nameOf(id));
    await expect.poll(() => focused(page)).toBe(id);
  }
  await expect(page).toHaveURL(/select=a-smuggling-platforms/);
  const way = ['m-migrant', 'p-smuggling', 'o-call', 'a-smuggling-platforms'].map(nameOf);
  expect(await crumbs(page)).toEqual(['Whole flow', ...way]);
  await flow(page).locator('nav button[data-id="m-migrant"]').tap();
  expect(await crumbs(page)).toEqual(['Whole flow', nameOf('m-migrant')]);
  await flow(page).getByRole('button', { name: 'Whole flow' }).tap();
  await expect(bar(page, 'm-migrant')).toBeVisible();
});

test('rows are as high as a finger, and no more than six until “Other” is opened in place', async ({
  page,
}) => {
  await open(page, '?view=flow&select=o-communique');
  const went = data.links.filter(({ source }) => source === 'o-communique');
  const came = data.links.filter(({ target }) => target === 'o-communique');
  const other = flow(page).locator('button[data-kind="cluster"]');
  await expect(other).toHaveAttribute('data-count', String(came.length - 5));
  await expect(row(page, went[0]?.target ?? '')).toBeVisible();
  await other.focus();
  await page.keyboard.press('Enter');
  await expect(flow(page).locator('li > button.thing')).toHaveCount(came.length + went.length);
  await expect(flow(page).locator('li > button.thing').nth(5)).toBeFocused();
  const low = await flow(page)
    .locator('ul > li > button')
    .evaluateAll((buttons) => buttons.filter((button) => button.getBoundingClientRect().height < 48).length);
  expect(low).toBe(0);
});

test('by keys alone: the same walk, and every step of it back', async ({ page }) => {
  await open(page, '?view=flow&thread=migrant-smuggling');
  await flow(page).locator('[data-id][tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const went = [await focused(page)];
  expect(went).toEqual(['n-founding']);
  // Down and right until the statement is reached: any way there will do, each move is another mark.
  const seen = new Set(went);
  for (const key of [
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
    'ArrowRight',
    'ArrowLeft',
  ]) {
    await page.keyboard.press(key);
    await settled(page);
    went.push(await focused(page));
    seen.add(went.at(-1) ?? '');
  }
  expect(seen.size).toBeGreaterThan(5);
  await bar(page, 'm-migrant').focus();
  await page.keyboard.press('ArrowDown');
  await settled(page);
  const link = await focused(page);
  expect(data.links.find(({ id }) => id === link)?.source).toBe('m-migrant');
  await page.keyboard.press('ArrowDown');
  await settled(page);
  expect(await focused(page)).toBe(data.links.find(({ id }) => id === link)?.target);
  for (const back of [link, 'm-migrant']) {
    await page.keyboard.press('Backspace');
    await expect.poll(() => focused(page)).toBe(back);
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('m-migrant');
  await expect(here(page)).toBeFocused();
  for (const id of ['p-smuggling', 'o-call', 'a-smuggling-platforms']) {
    // Down the rows, from the node’s own name.
    while ((await focused(page)) !== id) {
      const before = await focused(page);
      await page.keyboard.press('ArrowDown');
      await settled(page);
      expect(await focused(page)).not.toBe(before);
    }
    await page.keyboard.press('Enter');
    await expect(here(page)).toContainText(nameOf(id));
    await expect(here(page)).toBeFocused();
  }
  for (const id of ['o-call', 'p-smuggling', 'm-migrant']) {
    await page.keyboard.press('Backspace');
    await expect(here(page)).toContainText(nameOf(id));
    await expect(here(page)).toBeFocused();
  }
  await page.keyboard.press('Backspace');
  await expect(bar(page, 'm-migrant')).toBeFocused();
  await expect(flow(page).locator('[tabindex="0"]')).toHaveCount(1);
});

test('f leads to the events that tell it, and Escape frees step by step', async ({ page }) => {
  await open(page, '?view=flow&select=m-migrant');
  await here(page).focus();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/select=/);
  await expect(here(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page, 'm-migrant')).toBeFocused();
  await page.keyboard.press('f');
  await expect(page.locator('[data-view="threads"]')).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-view]') !== null))
    .toBe(true);
});

test('the way walked outlives a change of language and the sheet being closed', async ({ page }) => {
  await open(page, '?view=flow&select=m-migrant');
  await row(page, 'p-smuggling').tap();
  await page.evaluate(() => document.querySelector<HTMLElement>('button.language[lang="fr"]')?.click());
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect
    .poll(() => crumbs(page))
    .toEqual(['Tout le flux', 'Déclaration : trafic de migrants', 'Trafic illicite de migrants']);
  await here(page).focus();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/select=/);
  expect((await crumbs(page)).length).toBe(3);
});

test('a story without a flow says so', async ({ page }) => {
  await serve(page, { body: fixture('no-flow') });
  await open(page, `?view=flow&data=${encodeURIComponent(ADDRESS)}`);
  await expect(flow(page)).toContainText('This story has no flow');
});
