/**
 * The list of threads on a phone: nothing hides silently, folds open in place, what one looks at stays where it is,
 * the camera follows the reader’s scrolling only. Touches are the browser’s own (its protocol), so scrolling and
 * pinching go through its gesture recognizer. A green run does not prove how real fingers feel, nor what Safari or
 * Firefox on a phone make of two fingers.
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './support/test';
import { ADDRESS, fixture, leaks, serve } from './support/datasets';
import { open, settled, turnTo } from './support/stage';
import { data } from './support/story';
import { touchOf, type Finger } from './support/touch';

const view = (page: Page): Locator => page.locator('[data-view="threads"]');
const rows = (page: Page): Locator =>
  view(page).locator(':is([data-kind="event"], [data-kind="summit"], [data-kind="node"])');
const folds = (page: Page): Locator => view(page).locator('[data-kind="cluster"]');
const row = (page: Page, id: string): Locator => view(page).locator(`[data-id="${id}"]`);
const more = (page: Page): Locator => view(page).getByRole('button', { name: 'More', exact: false }).first();
const fewer = (page: Page): Locator => view(page).getByRole('button', { name: 'Fewer' });
const topOf = (item: Locator): Promise<number> =>
  item.evaluate((element) => element.getBoundingClientRect().top);
const focusedId = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement).dataset.id);
const address = (page: Page): Promise<string> => page.evaluate(() => location.search);
/** The address once it names a period and has not changed for a while. */
const restedAddress = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((done) => {
        let [last, since] = [location.search, performance.now()];
        const look = (now: number) => {
          if (location.search !== last) [last, since] = [location.search, now];
          if (/from=\d/.test(last) && now - since > 700) done(last);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );

const ALL = data.events.length + data.summits.length + data.nodes.filter(({ offstage }) => !offstage).length;

/** What each heading says, and what stands under it. */
const tally = (page: Page) =>
  view(page).evaluate((list) =>
    [...list.querySelectorAll('h3')].map((heading) => {
      const ol = heading.nextElementSibling as HTMLElement;
      const counted = [...ol.querySelectorAll<HTMLElement>('[data-kind="cluster"]')].map((fold) =>
        Number(fold.dataset.count),
      );
      return {
        said: (heading.querySelector('small')?.textContent ?? '').match(/\d+/g)?.map(Number),
        shown: ol.querySelectorAll('[data-kind="event"], [data-kind="summit"], [data-kind="node"]').length,
        counted: counted.reduce((sum, n) => sum + n, 0),
      };
    }),
  );

async function expectLaw(page: Page): Promise<void> {
  const sections = await tally(page);
  expect(sections.length).toBe(7);
  for (const { said, shown, counted } of sections) expect(said).toEqual([shown, shown + counted]);
  expect(sections.reduce((sum, { shown, counted }) => sum + shown + counted, 0)).toBe(ALL);
}

/** One finger from a point upwards; as slow as a hand, so that nothing swings on. */
async function swipe(page: Page, x: number, y: number, by: number): Promise<void> {
  const touch = await touchOf(page);
  await touch.down({ x, y });
  await touch.move(12, { x, y: y - by });
  // The finger rests before it leaves.
  for (let i = 0; i < 4; i++) {
    await settled(page);
    await touch.move(1, { x, y: y - by + (i % 2) });
  }
  await touch.up();
  await settled(page);
}

/** Two fingers about a point, up and down or across, from one distance to another. */
async function pinch(page: Page, at: Finger, from: number, to: number, across = false): Promise<void> {
  const touch = await touchOf(page);
  const fingers = (apart: number): Finger[] =>
    [-1, 1].map((side) => ({
      x: at.x + (across ? (side * apart) / 2 : side * 8),
      y: at.y + (across ? 0 : (side * apart) / 2),
    }));
  await touch.down(...fingers(from));
  await touch.move(10, ...fingers(to));
  await touch.up();
  await settled(page);
}

test('shows or counts every row, chapter by chapter, at every level', async ({ page }) => {
  await open(page);
  await expect(view(page)).toBeVisible();
  await expectLaw(page);
  const usual = await rows(page).count();
  await fewer(page).click();
  await expectLaw(page);
  expect(await rows(page).count()).toBeLessThan(usual);
  await expect(fewer(page)).toHaveAttribute('aria-disabled', 'true');
  for (let level = 2; level <= 4; level++) {
    await more(page).click();
    await expectLaw(page);
  }
  expect(await rows(page).count()).toBe(ALL);
  await expect(folds(page)).toHaveCount(0);
  await expect(more(page)).toHaveAttribute('aria-disabled', 'true');
});

test('an address tells how much is told', async ({ page }) => {
  await open(page);
  await more(page).click();
  await expect(page).toHaveURL(/[?&]level=3\b/);
  const told = await rows(page).count();
  await page.reload();
  await expect(rows(page)).toHaveCount(told);
  await open(page, '?level=1');
  await expect(fewer(page)).toHaveAttribute('aria-disabled', 'true');
});

test('is lists of buttons in time order under headings, with dates that machines can read', async ({
  page,
}) => {
  await open(page);
  const levels = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3')].map(({ localName }) => Number(localName[1])),
  );
  expect(levels[0]).toBe(1);
  expect(levels.filter((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  const faults = await view(page).evaluate((list) => {
    const bad: string[] = [];
    const items = [...list.querySelectorAll<HTMLElement>('[data-kind][data-id]')];
    for (const item of items) {
      const name = item.dataset.id ?? '';
      if (item.localName !== 'button' || item.parentElement?.parentElement?.localName !== 'ol')
        bad.push(`${name} is no button of a list`);
      if (item.getBoundingClientRect().height < 44) bad.push(`${name} is low`);
      const title = item.querySelector('.title');
      if (title && parseFloat(getComputedStyle(title).fontSize) < 16) bad.push(`${name} is small`);
      if (
        ['event', 'summit'].includes(item.dataset.kind ?? '') &&
        !/^\d{4}(-\d\d){0,2}/.test(item.querySelector('time')?.dateTime ?? '')
      )
        bad.push(`${name} has no date`);
    }
    const stamps = [...list.querySelectorAll('time')].map(({ dateTime }) => dateTime.slice(0, 4));
    stamps.forEach(
      (stamp, i) => i > 0 && stamp < (stamps[i - 1] ?? '') && bad.push(`${stamp} stands too late`),
    );
    if (items.filter(({ tabIndex }) => tabIndex === 0).length !== 1)
      bad.push('more or fewer than one tab stop');
    return bad;
  });
  expect(faults).toEqual([]);
});

test('says whole titles, in both languages, and never scrolls sideways', async ({ page }) => {
  for (const lang of ['en', 'fr']) {
    await open(page, `?lang=${lang}`);
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 700 });
      await settled(page);
      const cut = await view(page)
        .locator('.title')
        .evaluateAll((titles) => titles.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth));
      expect(cut).toEqual([]);
      await expect(row(page, 's-1978-bonn')).toContainText(
        data.events.find(({ id }) => id === 's-1978-bonn')?.title[lang] ?? '-',
      );
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  }
  await expect(folds(page).first()).toContainText(/\+\d+ autres entre \d{4} et \d{4}/);
});

test('opens a fold in place, gives its first row the focus, and folds it again', async ({ page }) => {
  await open(page);
  const fold = folds(page).nth(1);
  await fold.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 200);
  await settled(page);
  const id = (await fold.getAttribute('data-id')) ?? '';
  const n = Number(await fold.getAttribute('data-count'));
  const shown = await rows(page).count();
  const before = await topOf(row(page, id));
  await row(page, id).tap();
  await expect(row(page, id)).toHaveAttribute('aria-expanded', 'true');
  expect(await rows(page).count()).toBe(shown + n);
  expect(Math.abs((await topOf(row(page, id))) - before)).toBeLessThan(2);
  const next = row(page, id).locator('xpath=../following-sibling::li[1]/button');
  await expect(next).toBeFocused();
  await expectLaw(page);
  await row(page, id).tap();
  await expect(row(page, id)).toHaveAttribute('data-count', String(n));
  await expect(row(page, id)).toBeFocused();
  await expectLaw(page);
});

test('keeps the row one looks at where it is when more or less is told', async ({ page }) => {
  await open(page, '?from=1996-04-01&to=2004');
  const id = 's-2001-rome';
  // By the buttons: the topmost row.
  const topmost = await view(page).evaluate((list) => {
    const under =
      (list.querySelector('h3')?.getBoundingClientRect().height ?? 0) +
      (list.querySelector('[data-bar]')?.getBoundingClientRect().bottom ?? 0);
    return [...list.querySelectorAll<HTMLElement>('[data-kind]:not([data-count])')].find(
      (item) => item.getBoundingClientRect().bottom > under + 1,
    )?.dataset.id;
  });
  const first = row(page, topmost ?? '');
  const before = await topOf(first);
  await more(page).tap();
  expect(Math.abs((await topOf(first)) - before)).toBeLessThan(2);
  await fewer(page).tap();
  expect(Math.abs((await topOf(first)) - before)).toBeLessThan(2);
  // By keys: the row with the focus.
  await row(page, id).focus();
  await settled(page);
  for (const key of ['+', '+', '-', '0']) {
    const top = await topOf(row(page, id));
    await page.keyboard.press(key);
    await settled(page);
    expect(Math.abs((await topOf(row(page, id))) - top)).toBeLessThan(2);
    await expect(row(page, id)).toBeFocused();
  }
});

for (const across of [false, true])
  test(`tells more or less around two fingers (${across ? 'across' : 'up and down'})`, async ({ page }) => {
    await open(page, '?from=1996-04-01&to=2004');
    const item = row(page, 's-2001-rome');
    await item.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await settled(page);
    const box = await item.boundingBox();
    if (!box) throw new Error('the row is not there');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const shown = await rows(page).count();
    await pinch(page, at, 60, 260, across);
    expect(await rows(page).count()).toBeGreaterThan(shown);
    expect(Math.abs((await topOf(item)) - box.y)).toBeLessThan(2);
    await expectLaw(page);
    await pinch(page, at, 260, 50, across);
    expect(await rows(page).count()).toBeLessThan(shown);
    await expectLaw(page);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

test('lets the thumb scroll the page from anywhere on it', async ({ page }) => {
  await open(page, '?from=1996-04-01&to=2004');
  for (const x of [30, 120, 330])
    for (const y of [240, 700]) {
      const before = await page.evaluate(() => scrollY);
      await swipe(page, x, y, y > 400 ? 300 : -120);
      const moved = (await page.evaluate(() => scrollY)) - before;
      expect(Math.abs(moved)).toBeGreaterThan(60);
      expect(
        await page.evaluate(() => document.querySelector('[aria-pressed="true"][data-kind="event"]')),
      ).toBeNull();
    }
});

test('moves the camera with the reader’s scrolling only', async ({ page }) => {
  await open(page);
  expect(await address(page)).not.toContain('from=');
  await page.evaluate(() => scrollTo(0, 1200));
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  await swipe(page, 200, 700, 500);
  await swipe(page, 200, 700, 500);
  await expect.poll(() => address(page)).toContain('from=');
  // At the very top all is in sight again.
  for (let i = 0; i < 8 && (await page.evaluate(() => scrollY)) > 0; i++) await swipe(page, 200, 300, -520);
  await expect.poll(() => address(page)).not.toContain('from=');
});

test('a link brings the place back, as finely as its dates', async ({ page, context }) => {
  const other = await context.newPage();
  await open(page);
  const stamps = await view(page)
    .locator('time')
    .evaluateAll((times) => times.map((time) => (time as HTMLTimeElement).dateTime));
  const compared: boolean[] = [];
  for (let i = 0; i < 3; i++) {
    const before = await address(page);
    await swipe(page, 200, 700, 560);
    await expect.poll(() => address(page)).not.toBe(before);
    const link = await restedAddress(page);
    const seen = await firstInSight(page);
    await other.bringToFront();
    await open(other, link);
    const again = await firstInSight(other);
    // Less than a screen from it; at it, if no other row stands within the first date of the address.
    expect(Math.abs((await topOf(row(other, seen.id ?? ''))) - again.under)).toBeLessThan(844 - again.under);
    const from = new URLSearchParams(link).get('from') ?? '';
    const then = stamps.filter((stamp) => stamp.startsWith(from) || from.startsWith(stamp));
    const alone = then.length === 1 && !seen.id?.startsWith('more-');
    if (alone) expect(again.id).toBe(seen.id);
    compared.push(alone);
    expect(await address(other)).toBe(link);
    await page.bringToFront();
  }
  expect(compared).toContain(true);
});

test('does not move the camera when the phone is turned to the picture and back', async ({ page }) => {
  await open(page);
  await swipe(page, 200, 700, 500);
  await swipe(page, 200, 700, 500);
  const before = await restedAddress(page);
  const seen = await firstInSight(page);
  await page.setViewportSize({ width: 1000, height: 390 });
  await expect(page.locator('[data-view="stage"]')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(view(page)).toBeVisible();
  await settled(page);
  expect(await firstInSight(page)).toEqual(seen);
  expect(await address(page)).toBe(before);
});

/** The first item under the headings that stick, and where those end, px. */
const firstInSight = (page: Page) =>
  view(page).evaluate((list) => {
    const under =
      (list.querySelector('[data-bar]')?.getBoundingClientRect().bottom ?? 0) +
      (list.querySelector('h3')?.getBoundingClientRect().height ?? 0);
    const items = [...list.querySelectorAll<HTMLElement>('[data-kind]')];
    // As the camera has it: the first of which more than half is in sight.
    const middle = (item: HTMLElement) => {
      const box = item.getBoundingClientRect();
      return (box.top + box.bottom) / 2;
    };
    return { under, id: items.find((item) => middle(item) > under)?.dataset.id };
  });

test('walks every row by keys, in sight, and takes every move back', async ({ page }) => {
  await open(page);
  const ids = await view(page)
    .locator('[data-kind]')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.id));
  await row(page, ids[0] ?? '').focus();
  const walked = [await focusedId(page)];
  const covered: unknown[] = [];
  for (let i = 1; i < ids.length; i++) {
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedId(page)).not.toBe(walked.at(-1));
    walked.push(await focusedId(page));
    const hidden = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      const hits = (y: number) =>
        document.elementFromPoint(200, y)?.closest('button') === document.activeElement;
      return !box || !hits(box.top + 3) || !hits(box.bottom - 3) ? document.activeElement?.textContent : null;
    });
    if (hidden !== null) covered.push(hidden);
  }
  expect(walked).toEqual(ids);
  expect(covered).toEqual([]);
  for (let i = ids.length - 2; i >= 0; i--) {
    await page.keyboard.press('Backspace');
    await expect.poll(() => focusedId(page)).toBe(ids[i]);
  }
  await page.keyboard.press('End');
  await expect.poll(() => focusedId(page)).toBe(ids.at(-1));
  await page.keyboard.press('Home');
  await expect.poll(() => focusedId(page)).toBe(ids[0]);
  await page.keyboard.press('PageDown');
  await expect.poll(() => focusedId(page)).not.toBe(ids[0]);
  await page.keyboard.press('PageUp');
  await expect.poll(() => focusedId(page)).toBe(ids[0]);
});

test('follows a thread by keys, chooses, frees, and crosses to the flow', async ({ page }) => {
  await open(page);
  await row(page, 's-1978-bonn').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focusedId(page)).toBe('s-1995-ottawa');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => focusedId(page)).toBe('s-1978-bonn');
  await page.keyboard.press('Enter');
  await expect(row(page, 's-1978-bonn')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(row(page, 's-1978-bonn')).toHaveAttribute('aria-pressed', 'false');
  await row(page, 'ev-20250617-smuggling').focus();
  await page.keyboard.press('f');
  await expect(page.locator('[data-view="flow"] [data-id="m-migrant"]').first()).toBeFocused();
});

test('a chosen row stays where it is and clear of the sheet; all that is traced is shown', async ({
  page,
}) => {
  await open(page, '?from=2025-06-01&to=2025-11-01');
  const item = row(page, 'ev-20250617-tnr');
  await item.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await settled(page);
  const before = await topOf(item);
  await item.tap();
  await expect(item).toHaveAttribute('aria-pressed', 'true');
  expect(Math.abs((await topOf(item)) - before)).toBeLessThan(2);
  await page.evaluate(() => document.documentElement.style.setProperty('--sheet', '420px'));
  await expect
    .poll(() => item.evaluate((element) => innerHeight - element.getBoundingClientRect().bottom))
    .toBeGreaterThanOrEqual(420);
  const count = await view(page).locator('[data-trace]').textContent();
  const events = await view(page).locator('[data-kind="event"][data-lit="true"]').count();
  expect(count).toContain(`${events} events`);
});

test('a locked thread shows all its rows, folds the others, and lets go', async ({ page }) => {
  await open(page, '?thread=migrant-smuggling');
  const own = data.events.filter(({ threads }) => threads.includes('migrant-smuggling'));
  for (const { id } of own) await expect(row(page, id)).toHaveAttribute('data-lit', 'true');
  await expectLaw(page);
  await expect(view(page).locator('[data-trace]')).toContainText('events');
  // What is shown beside it recedes.
  await turnTo(page, '?thread=migrant-smuggling&select=1980-venice');
  await expect(row(page, '1980-venice')).toBeVisible();
  await turnTo(page, '?select=m-2014-suspension');
  await expect(row(page, 's-1978-bonn')).toHaveAttribute('data-lit', 'false');
  await view(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(view(page).locator('[data-lit="false"]')).toHaveCount(0);
  await expect(view(page).locator('[data-trace]')).toHaveCount(0);
  await expectLaw(page);
});

test('goes to a chapter, and what is found is shown and marked', async ({ page }) => {
  await open(page);
  await view(page).getByRole('combobox').selectOption({ label: 'Ottawa, 21–23 November' });
  await expect.poll(() => address(page)).toMatch(/from=2025-11-2/);
  await turnTo(page, '?select=1980-venice');
  await expect(row(page, '1980-venice')).toBeInViewport();
  const chapter = view(page).getByRole('combobox').locator('option:checked');
  await expect(chapter).toHaveText('1975–1994');
  await open(page, '?select=p-smuggling');
  await expect(chapter).toHaveText('Ottawa, 21–23 November');
});

test('shows and marks what the search finds, wherever it was folded', async ({ page }) => {
  await open(page);
  await expect(row(page, '1980-venice')).toHaveCount(0);
  const unfold = page.getByRole('button', { name: 'Search the story' });
  if (await unfold.isVisible()) await unfold.click();
  await page.getByRole('combobox', { name: 'Search the story' }).fill('Venice');
  await expect(row(page, '1980-venice')).toHaveAccessibleName(/found$/);
  await expectLaw(page);
});

for (const name of ['empty', 'one-event', 'no-flow', 'small-flow'])
  test(`makes do with another story: ${name}`, async ({ page }) => {
    await serve(page, { body: fixture(name) });
    await open(page, `?data=${ADDRESS}`);
    await expect(view(page)).toBeVisible();
    expect(await leaks(page)).toEqual([]);
    const sections = await tally(page);
    for (const { said, shown, counted } of sections) expect(said).toEqual([shown, shown + counted]);
    if (name === 'empty') expect(sections).toEqual([]);
    else expect(sections.length).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });

test('is offered on a wide screen too, at a measure that can be read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '?view=threads&from=2025-11-21');
  const box = await view(page).boundingBox();
  expect(box?.width ?? 0).toBeGreaterThan(600);
  expect(box?.width ?? 0).toBeLessThanOrEqual(44 * 16);
  await expectLaw(page);
  const before = await rows(page).count();
  await page.mouse.move(300, 500);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(() => rows(page).count()).toBeGreaterThan(before);
});
