/**
 * Other stories of the same format: small, empty, without a flow.
 * What a green run does not prove: that a story as large as ours from another server loads fast.
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { readFileSync } from 'node:fs';
import { ADDRESS, fixture, isStory, leaks, serve } from './support/datasets';
import { readLabels } from './support/labels';
import { heldBy, open, settled, SIZES, stage } from './support/stage';

interface Story {
  title: Record<string, string>;
  events: { id: string }[];
  summits?: unknown[];
  nodes?: unknown[];
  links?: unknown[];
}

const errorsOf = (page: Page): string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
};

for (const name of ['empty', 'one-event', 'no-flow', 'small-flow']) {
  test(`${name} is drawn, in both languages and on both views`, async ({ page }) => {
    const errors = errorsOf(page);
    const body = fixture(name);
    const story = JSON.parse(body) as Story;
    await serve(page, { body });
    for (const lang of ['en', 'fr']) {
      await open(page, `?lang=${lang}&data=${ADDRESS}`);
      await expect(page.locator('h1')).toHaveText(story.title[lang] ?? '');
      const { shown, counted } = await heldBy(page);
      expect(shown + counted).toBe(story.events.length);
      await expect(stage(page).locator('g[data-kind="node"]')).toHaveCount(story.nodes?.length ?? 0);
      await expect(stage(page).locator('g[data-kind="link"]')).toHaveCount(story.links?.length ?? 0);
      expect(await leaks(page)).toEqual([]);
    }

    // All that can be pressed on the stage leaves it whole.
    for (const key of ['+', '+', 'Home', 'ArrowRight', 'f', 'ArrowDown', 'Enter', '0', 'Escape']) {
      await page.keyboard.press('Tab');
      // An empty stage holds no focus: then the page has it, and no control of it is pressed.
      await page.evaluate(() => {
        const stop = document.querySelector<SVGElement>('[data-stage] [tabindex="0"]');
        if (stop) stop.focus();
        else (document.activeElement as HTMLElement | null)?.blur();
      });
      await page.keyboard.press(key);
      await settled(page);
    }
    expect(await leaks(page)).toEqual([]);
    await page
      .getByText('Échelle uniforme', { exact: true })
      .or(page.locator('label:has([value="even"])'))
      .first()
      .click();
    await settled(page);
    expect(await leaks(page)).toEqual([]);

    await page.goto(`./?lang=en&view=table&data=${ADDRESS}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    expect(await leaks(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
}

test('the words of small stories are not cut either', async ({ page }) => {
  let body = '';
  await page.route(isStory, (route) => route.fulfill({ body, contentType: 'application/json' }));
  for (const name of ['one-event', 'no-flow', 'small-flow']) {
    body = fixture(name);
    await open(page, `?data=${ADDRESS}`);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await settled(page);
      expect((await readLabels(page)).faults, `${name} at ${size.width}×${size.height}`).toEqual([]);
    }
  }
});

test('our own story, loaded by its address, gives the same picture', async ({ page }) => {
  await serve(page, { body: readFileSync('data/g7.json', 'utf8') });
  const marks = () =>
    stage(page)
      .locator('g[data-id]')
      .evaluateAll((all) =>
        all.map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          const box = [x, y, width, height].map(Math.round).join(' ');
          return `${(one as SVGElement).dataset.id} “${one.getAttribute('aria-label')}” ${box}`;
        }),
      );
  await open(page);
  const bundled = await marks();
  await open(page, `?data=${ADDRESS}`);
  const loaded = await marks();
  expect(loaded.filter((one) => !bundled.includes(one))).toEqual([]);
  expect(loaded.length).toBe(bundled.length);
});
