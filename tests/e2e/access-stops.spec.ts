/**
 * The tab stops of every view: how few there are whatever the story’s size, that focus alone changes nothing, that Tab
 * leads out again, that what has the focus is in sight; and that a search leads anywhere in a few presses.
 * What a green run does not prove: that the order of the stops makes sense.
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { ADDRESS, fixture, serve } from './support/datasets';
import { focused, open, openStory, said, turnToView } from './support-access/page';
import { here, MOVES } from './support-access/walking';

const VIEWS = ['stage', 'threads', 'flow', 'table'] as const;
const MOST = 15;

/**
 * What Tab stops at, from the top of the page to its end. When the browser’s own controls take over, the page has no
 * active element any more (Chromium), or still the last one (Firefox).
 */
async function tabStops(page: Page): Promise<string[]> {
  const seen: string[] = [];
  let before = await page.evaluateHandle(() => document.activeElement);
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const active = await page.evaluateHandle(() => document.activeElement);
    const moved = await page.evaluate(([a, b]) => a !== b && b !== document.body, [before, active] as const);
    if (!moved) break;
    seen.push(await focused(page));
    before = active;
  }
  return seen;
}

for (const view of VIEWS)
  test(`the page has ${MOST} tab stops at most, and focus alone changes nothing (${view})`, async ({
    page,
  }) => {
    await open(page, `?view=${view}`);
    const before = { url: page.url(), drawn: await page.locator('[data-view]').getAttribute('data-view') };
    const stops = await tabStops(page);
    expect(stops.length, stops.join('\n')).toBeLessThanOrEqual(MOST);
    expect(stops.length).toBeGreaterThan(6);
    expect(page.url()).toBe(before.url);
    await expect(page.locator('[data-view]')).toHaveAttribute('data-view', before.drawn ?? '');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('[data-panel]')).toHaveCount(0);
  });

test('a story of 2000 events has no more tab stops than one of a few', async ({ page }) => {
  test.setTimeout(120_000);
  const small = JSON.parse(fixture('small-flow')) as { events: { id: string }[] };
  const copies = Math.ceil(2000 / small.events.length);
  const large = {
    ...small,
    events: Array.from({ length: copies }, (_, i) =>
      small.events.map((event) => (i === 0 ? event : { ...event, id: `${event.id}-${i}` })),
    ).flat(),
  };
  expect(large.events.length).toBeGreaterThanOrEqual(2000);
  const counts: Record<string, number[]> = {};
  for (const story of [small, large]) {
    await page.unrouteAll();
    await serve(page, { body: JSON.stringify(story) });
    await open(page, `?data=${ADDRESS}`);
    for (const view of VIEWS) {
      await turnToView(page, view, `?data=${ADDRESS}&view=${view}`);
      await page.getByRole('link', { name: said('en', 'app.skip') }).focus();
      const stops = await tabStops(page);
      expect(stops.length, stops.join('\n')).toBeGreaterThan(4);
      (counts[view] ??= []).push(stops.length);
    }
  }
  for (const [view, [few, many]] of Object.entries(counts)) expect(many, view).toBe(few);
});

for (const view of VIEWS)
  test(`Tab leads into the view and out of it, both ways, and the skip link past the head (${view})`, async ({
    page,
  }) => {
    await open(page, `?view=${view}`);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: said('en', 'app.skip') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => here(page)).not.toBeNull();
    for (const moves of [[], ['ArrowRight', 'ArrowDown'], ['End', '+', 'ArrowUp'], ['Enter']])
      for (const key of ['Tab', 'Shift+Tab']) {
        await page.locator('[data-view] [data-id][tabindex="0"]').first().focus();
        for (const move of moves) await page.keyboard.press(move);
        let presses = 0;
        for (; presses < 8; presses++) {
          await page.keyboard.press(key);
          if (await page.evaluate(() => !document.activeElement?.closest('[data-view]'))) break;
        }
        expect(presses, `${key} after ${moves.join(' ')}`).toBeLessThan(8);
      }
  });

/** Of what has the focus: how many px of its middle lie outside of the view or the window, and what lies on it. */
const outOfSight = (page: Page) =>
  page.evaluate(() => {
    const mark = document.activeElement as Element;
    const inks = ['.dot', '.body', '.hairline', '.missing', 'line', 'rect'];
    const svg = mark.closest('svg');
    const dot = (svg && inks.map((ink) => mark.querySelector(ink)).find(Boolean)) || mark;
    const box = dot.getBoundingClientRect();
    const view = (svg ?? mark.closest('[data-view]') ?? document.body).getBoundingClientRect();
    const [x0, x1] = [Math.max(view.left, 0), Math.min(view.right, innerWidth)];
    const [y0, y1] = [Math.max(view.top, 0), Math.min(view.bottom, innerHeight)];
    // What spans more than the view, a ribbon, must reach into it.
    const ribbon = (mark as HTMLElement).dataset.kind === 'link';
    const out = ribbon
      ? Math.max(x0 - box.right, box.left - x1, y0 - box.bottom, box.top - y1)
      : Math.max(x0 - box.left, box.right - x1, y0 - box.top, box.bottom - y1);
    const on = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, x0), x1 - 1),
      Math.min(Math.max(box.top + box.height / 2, y0), y1 - 1),
    );
    const covered = !ribbon && on?.closest('[data-panel], [role="toolbar"], [data-trace], header');
    return { out: Math.round(out), covered: covered ? covered.outerHTML.slice(0, 80) : null };
  });

for (const size of [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
])
  test(
    `after every key what has the focus is in sight, in every view (${size.width} px)`,
    { tag: size.width === 1440 ? '@long' : [] },
    async ({ page }) => {
      await page.setViewportSize(size);
      await open(page);
      for (const [view, search] of [
        ['stage', '&from=2025-06&to=2025-11-23&select=p-smuggling'],
        ['threads', ''],
        ['flow', ''],
      ] as const)
        await test.step(view, async () => {
          await turnToView(page, view, `?view=${view}${search}`);
          await page.locator('[data-view] [data-id][tabindex="0"]').first().focus();
          // Keys that a view has no use for scroll the page, as they should.
          const keys = view === 'flow' ? MOVES.slice(0, 4) : MOVES;
          let dice = 7;
          for (let i = 0; i < 40; i++) {
            dice = (dice * 1103515245 + 12345) % 2 ** 31;
            const key = keys[Math.floor(dice / 65536) % keys.length] ?? 'ArrowRight';
            await page.keyboard.press(key);
            const what = `${view}: ${await focused(page)} after ${key}`;
            await expect.poll(async () => (await outOfSight(page)).out, what).toBeLessThanOrEqual(1);
            expect((await outOfSight(page)).covered, what).toBeNull();
          }
        });
    },
  );

test('a count that opens as a list hands its focus to the list, and Escape or Close back to the stage', async ({
  page,
}) => {
  await open(page, '?from=2025-06-01&to=2025-06-30');
  for (const way of ['Escape', 'Close']) {
    await page.locator('[data-stage] [data-kind="cluster"]').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-panel] li button').first()).toBeFocused();
    if (way === 'Escape') await page.keyboard.press('Escape');
    else await page.getByRole('button', { name: said('en', 'panel.close'), exact: true }).press('Enter');
    await expect(page.locator('[data-panel]')).toHaveCount(0);
    await expect.poll(() => here(page), way).not.toBeNull();
  }
});

test('a search leads to anything in six presses after its title', async ({ page }) => {
  test.setTimeout(120_000);
  const story = await openStory(page);
  const things = [
    ...story.events.map(({ id, title }) => ({ id, title })),
    ...story.nodes.map(({ id, label }) => ({ id, title: label })),
  ];
  const some = things.filter((_, i) => i % 6 === 0);
  expect(some.length).toBeGreaterThan(15);
  const field = page.getByRole('combobox', { name: said('en', 'search.label') });
  for (const { id, title } of some) {
    await field.fill(title.slice(0, 60));
    await expect(page.locator('[role="option"]').first()).toBeVisible();
    let presses = 0;
    const active = () =>
      page.evaluate(
        () =>
          document.querySelector<HTMLElement>('[role="option"][aria-selected="true"]')?.dataset.id ?? null,
      );
    do {
      await page.keyboard.press('ArrowDown');
      presses++;
    } while ((await active()) !== id && presses < 5);
    expect(await active(), title).toBe(id);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`select=${id}`));
  }
});
