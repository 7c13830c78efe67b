/**
 * The stage under fingers, on a phone held sideways and upright: the touches go through the browser’s own input, so
 * that scrolling, cancelling and clicking are the browser’s.
 * What a green run does not prove: how it feels, that Safari and Firefox on a phone decide the same way (their
 * touches cannot be played here; touch-synthetic.spec.ts checks what our own code does with them), pull-to-refresh
 * and the swipe back, which belong to the browser’s frame: that we leave them their touches is all we show.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { boxOf, mark, middleOf, open, period, settled, stage, turnTo } from './support/stage';
import { touchOf, type Finger } from './support/touch';

const YEAR = '?view=stage&from=2025-01-01&to=2025-11-20';
const EVENT = 'ev-20250607-priorities';
const SCREENS = { sideways: { width: 844, height: 390 }, upright: { width: 390, height: 844 } };

const selected = (page: Page) => new URL(page.url()).searchParams.get('select');
const pageZoom = (page: Page) => page.evaluate(() => visualViewport?.scale);

/** Opens the stage with its top at the top of the glass. */
async function openStage(page: Page, query = YEAR): Promise<void> {
  await open(page, query);
  await stage(page).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await settled(page);
}

/** The dot of an event, its middle. */
async function dotOf(page: Page, id: string): Promise<Finger> {
  const { x, y, width, height } = await boxOf(mark(page, id).locator('.dot').first());
  return { x: x + width / 2, y: y + height / 2 };
}

/** A place on free ground whose nearest mark is an event’s dot so far away (px), and no other mark is as near. */
async function groundBy(page: Page, least: number, most: number): Promise<Finger & { id: string }> {
  const found = await page.evaluate(
    ([from, to]) => {
      const drawn = [...document.querySelectorAll<SVGElement>('[data-stage] .drawn, [data-stage] .ribbon')];
      const marks = drawn.map((part) => ({ part, box: part.getBoundingClientRect() }));
      const { right, bottom } = (document.querySelector('[data-ground]') as Element).getBoundingClientRect();
      const { left } = (document.querySelector('[data-band]') as Element).getBoundingClientRect();
      for (let y = 4; y < Math.min(bottom, innerHeight) - 4; y += 3)
        for (let x = Math.max(left, 0) + 30; x < Math.min(right, innerWidth) - 30; x += 5) {
          if (!document.elementFromPoint(x, y)?.matches('[data-ground]')) continue;
          const reached = marks
            .map(({ part, box }) => ({
              part,
              by: Math.hypot(
                Math.max(box.left - x, 0, x - box.right),
                Math.max(box.top - y, 0, y - box.bottom),
              ),
            }))
            .sort((a, b) => a.by - b.by);
          const first = reached[0];
          const id = first?.part.closest<SVGElement>('g[data-id]')?.dataset.id ?? '';
          if (!first || first.by < from || first.by > to) continue;
          const others = reached.filter(({ part, by }) => by < 26 && !part.closest(`[data-id="${id}"]`));
          if (to === Infinity || (first.part.matches('.dot') && others.length === 0)) return { x, y, id };
        }
      return null;
    },
    [least, most] as const,
  );
  if (!found) throw new Error(`no ground ${least} to ${most} px from a mark`);
  return found;
}

/** How often the camera stood elsewhere in the next `frames` frames. */
const places = (page: Page, frames: number): Promise<number> =>
  page.evaluate(
    (count) =>
      new Promise<number>((done) => {
        const seen = new Set<string>();
        const shown = document.querySelector<HTMLElement>('[data-minimap] [data-part="window"]');
        let left = count;
        const look = () => {
          seen.add(shown?.style.insetInlineStart ?? '');
          if (left-- > 0) requestAnimationFrame(look);
          else done(seen.size);
        };
        look();
      }),
    frames,
  );

for (const [name, viewport] of Object.entries(SCREENS)) {
  // Which way a phone is held decides what the browser scrolls; what the fingers do to the picture is the same.
  const tag = name === 'upright' ? [] : '@long';
  test.describe(name, () => {
    test.use({ viewport });

    test('a thumb scrolls the page wherever it starts, on the stage and on the map', async ({ page }) => {
      await openStage(page);
      const said = await period(page);
      const touch = await touchOf(page);
      for (const target of [stage(page), page.locator('[data-minimap]')]) {
        for (const across of [0.1, 0.35, 0.6, 0.9]) {
          await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
          await settled(page);
          const before = await page.evaluate(() => scrollY);
          const box = await boxOf(target);
          const x = box.x + box.width * across;
          const y = Math.min(box.y + box.height / 2, viewport.height - 30);
          await touch.down({ x, y });
          // Thumbs do not move along a ruler.
          await touch.move(8, { x: x + 14, y: y + 110 });
          await touch.up();
          await expect
            .poll(() => page.evaluate(() => scrollY), `from ${across} of the width`)
            .toBeLessThan(before - 40);
          expect(await period(page)).toBe(said);
        }
      }
      expect(selected(page)).toBeNull();
      await expect(stage(page)).not.toHaveClass(/moving/);
    });

    test('across, the finger pans one to one and chooses nothing', { tag }, async ({ page }) => {
      await openStage(page);
      const touch = await touchOf(page);
      const from = await dotOf(page, EVENT);
      const scrolled = await page.evaluate(() => scrollY);
      await touch.down(from);
      const by = viewport.width / 9;
      await touch.move(10, { x: from.x - by, y: from.y + 6 });
      await settled(page);
      expect(Math.abs((await middleOf(page, EVENT)) - (from.x - by))).toBeLessThanOrEqual(1);
      await touch.up();
      // Without motion nothing glides on.
      expect(await places(page, 20)).toBe(1);
      expect(Math.abs((await middleOf(page, EVENT)) - (from.x - by))).toBeLessThanOrEqual(1);
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
      expect(selected(page)).toBeNull();
      await expect(stage(page)).not.toHaveClass(/moving/);
    });

    test('a pinch keeps what is under the middle of the fingers, and the page its size', async ({ page }) => {
      await openStage(page);
      const touch = await touchOf(page);
      const at = await dotOf(page, EVENT);
      const said = await period(page);
      const pair = (middle: number, half: number) =>
        [-half, half].map((by) => ({ x: middle + by, y: at.y + by / 2 })) as [Finger, Finger];
      await touch.down(...pair(at.x, 40));
      for (const [middle, half] of [
        [at.x, 70],
        [at.x - 20, 90],
        [at.x - 20, 55],
        [at.x + 10, 75],
      ] as const) {
        await touch.move(6, ...pair(middle, half));
        await settled(page);
        const off = Math.abs((await middleOf(page, EVENT)) - middle);
        expect(off, `${off} px from the middle of the fingers`).toBeLessThanOrEqual(1);
      }
      expect(await period(page)).not.toBe(said);
      await touch.up();
      expect(await pageZoom(page)).toBe(1);
      expect(selected(page)).toBeNull();
      await expect(stage(page)).not.toHaveClass(/moving/);
    });

    test(
      'one finger stays after a pinch and pans on without a jump; a third one counts for nothing',
      { tag },
      async ({ page }) => {
        await openStage(page);
        const touch = await touchOf(page);
        const at = await dotOf(page, EVENT);
        await touch.down({ x: at.x - 30, y: at.y }, { x: at.x + 30, y: at.y });
        await touch.move(6, { x: at.x - 50, y: at.y }, { x: at.x + 50, y: at.y });
        await settled(page);
        const pinched = await middleOf(page, EVENT);
        await touch.down({ x: at.x, y: at.y + 40 });
        await touch.move(
          4,
          { x: at.x - 50, y: at.y },
          { x: at.x + 50, y: at.y },
          { x: at.x + 60, y: at.y + 40 },
        );
        await settled(page);
        expect(Math.abs((await middleOf(page, EVENT)) - pinched)).toBeLessThanOrEqual(1);
        await touch.up(2);
        await touch.up(1);
        await settled(page);
        expect(Math.abs((await middleOf(page, EVENT)) - pinched)).toBeLessThanOrEqual(1);
        await touch.move(6, { x: at.x - 90, y: at.y });
        await settled(page);
        expect(Math.abs((await middleOf(page, EVENT)) - (pinched - 40))).toBeLessThanOrEqual(1);
        await touch.up();
        await expect(stage(page)).not.toHaveClass(/moving/);
      },
    );

    test('a tap chooses at once, and a double tap chooses once', { tag }, async ({ page }) => {
      await openStage(page);
      const touch = await touchOf(page);
      const dot = await dotOf(page, EVENT);
      await page.evaluate(() => {
        const note = (key: string) => (document.documentElement.dataset[key] = String(performance.now()));
        addEventListener('pointerup', () => note('lifted'), true);
        new MutationObserver((records) => {
          if (records.some(({ target }) => (target as Element).ariaPressed === 'true')) note('chosen');
        }).observe(document.querySelector('[data-stage]') as Element, {
          subtree: true,
          attributeFilter: ['aria-pressed'],
        });
      });
      const said = await period(page);
      await touch.doubleTap(dot);
      await expect(mark(page, EVENT)).toHaveAttribute('aria-pressed', 'true');
      const { lifted, chosen } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
      // The second tap is the later one: what it did not choose was chosen by the first.
      expect(Number(chosen)).toBeLessThan(Number(lifted) + 100);
      await expect.poll(() => selected(page)).toBe(EVENT);
      expect(await period(page)).toBe(said);
    });
  });
}

test.describe('on a phone held sideways', () => {
  test.use({ viewport: SCREENS.sideways });

  test('a tap takes the nearest mark within a fingertip, and nothing beyond it', async ({ page }) => {
    await openStage(page);
    const touch = await touchOf(page);
    const near = await groundBy(page, 12, 20);
    await touch.tap(near);
    await expect.poll(() => selected(page)).toBe(near.id);
    await expect(page.locator('[data-panel]')).toBeVisible();
    await settled(page);
    // A tap on free ground frees.
    await touch.tap(await groundBy(page, 24, Infinity));
    await expect.poll(() => selected(page)).toBeNull();
  });

  test('a double tap on free ground zooms one level there and leaves the choice as it was', async ({
    page,
  }) => {
    await openStage(page, `${YEAR}&select=${EVENT}`);
    await expect(page.locator('[data-panel]')).toBeVisible();
    await settled(page);
    const touch = await touchOf(page);
    const ground = await groundBy(page, 24, Infinity);
    const before = await middleOf(page, EVENT);
    await touch.doubleTap(ground);
    const wanted = ground.x + 2 * (before - ground.x);
    await expect.poll(async () => Math.abs((await middleOf(page, EVENT)) - wanted)).toBeLessThanOrEqual(2);
    await settled(page);
    expect(selected(page)).toBe(EVENT);
    expect(await pageZoom(page)).toBe(1);
    // Two fingers that tap zoom out again, about their middle.
    await touch.tap({ x: ground.x - 30, y: ground.y }, { x: ground.x + 30, y: ground.y });
    await expect.poll(async () => Math.abs((await middleOf(page, EVENT)) - before)).toBeLessThanOrEqual(2);
  });

  test('a long press does nothing, and no words are marked by it', async ({ page }) => {
    await openStage(page);
    const touch = await touchOf(page);
    const said = await period(page);
    const dot = await dotOf(page, EVENT);
    await touch.down(dot);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 900)));
    await touch.up();
    await settled(page);
    expect(selected(page)).toBeNull();
    expect(await period(page)).toBe(said);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
    await expect(stage(page).locator('[data-lit]')).toHaveCount(0);
    // The next tap is a tap again.
    await touch.tap(dot);
    await expect.poll(() => selected(page)).toBe(EVENT);
  });

  test('what begins at the edge of the glass is the system’s', async ({ page }) => {
    await openStage(page);
    const touch = await touchOf(page);
    const said = await period(page);
    const { y, height } = await boxOf(stage(page));
    const middle = Math.min(y + height / 2, SCREENS.sideways.height - 40);
    for (const [x, by] of [
      [20, 120],
      [SCREENS.sideways.width - 20, -120],
    ] as const) {
      await touch.down({ x, y: middle });
      await touch.move(8, { x: x + by, y: middle });
      await touch.up();
      await settled(page);
      expect(await period(page)).toBe(said);
    }
    await touch.down({ x: 60, y: middle });
    await touch.move(8, { x: 180, y: middle });
    await touch.up();
    await expect.poll(() => period(page)).not.toBe(said);
  });

  test('on the map, fingers drag the window and bring it where they tap', async ({ page }) => {
    await openStage(page);
    const touch = await touchOf(page);
    const map = page.locator('[data-minimap]');
    await map.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const handle = map.locator('[data-part="window"]');
    const start = async () => Number(await handle.getAttribute('aria-valuenow'));
    const before = await start();
    const box = await boxOf(handle);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const whole = await boxOf(map);
    await touch.down(at);
    await touch.move(8, { x: at.x - whole.width / 5, y: at.y });
    await touch.up();
    await settled(page);
    expect(Math.abs((await start()) - (before - 20))).toBeLessThanOrEqual(1);
    await touch.tap({ x: whole.x + whole.width * 0.95, y: at.y });
    await expect.poll(start).toBeGreaterThan(before);
    for (const part of ['start', 'end']) {
      const { width, height } = await boxOf(map.locator(`[data-part="${part}"]`));
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  });

  test('fingers leave no hover behind', async ({ page }) => {
    await openStage(page);
    const touch = await touchOf(page);
    const from = await dotOf(page, EVENT);
    await touch.down(from);
    await touch.move(6, { x: from.x - 60, y: from.y });
    await touch.up();
    await settled(page);
    await expect(stage(page).locator('[data-lit]')).toHaveCount(0);
    await expect(stage(page).locator('.tip')).toHaveCount(0);
  });
});

test.describe('with motion', () => {
  test.use({ viewport: SCREENS.sideways, contextOptions: { reducedMotion: 'no-preference' } });

  /** Throws the picture leftwards; returns where its finger left it. */
  async function fling(page: Page) {
    const touch = await touchOf(page);
    const from = await dotOf(page, EVENT);
    await touch.fling(from, { x: from.x - 60, y: from.y });
    return { touch, from, left: from.x - 60 };
  }

  test('the picture glides on, slower and slower, and comes to rest', async ({ page }) => {
    await openStage(page, '?view=stage&from=2025-04-20&to=2025-06-25');
    const { left } = await fling(page);
    await expect(stage(page)).toHaveClass(/moving/);
    expect(await places(page, 8)).toBeGreaterThan(2);
    await expect(stage(page)).not.toHaveClass(/moving/);
    expect(await places(page, 20)).toBe(1);
    // 60 px in 6 frames are 0.6 px a ms; it glides on by its speed times the time constant, 325 ms.
    const way = left - (await middleOf(page, EVENT));
    expect(way).toBeGreaterThan(140);
    expect(way).toBeLessThan(260);
  });

  test('a new touch stops it there and does nothing else', async ({ page }) => {
    await openStage(page, '?view=stage&from=2025-04-20&to=2025-06-25');
    const { touch, from } = await fling(page);
    await expect(stage(page)).toHaveClass(/moving/);
    await touch.down({ x: from.x + 100, y: from.y });
    await expect(stage(page)).not.toHaveClass(/moving/);
    expect(await places(page, 20)).toBe(1);
    await touch.up();
    await settled(page);
    expect(selected(page)).toBeNull();
  });

  test('a key stops it too', async ({ page }) => {
    await openStage(page, '?view=stage&from=2025-04-20&to=2025-06-25');
    await fling(page);
    await expect(stage(page)).toHaveClass(/moving/);
    await page.keyboard.press('Shift');
    await expect(stage(page)).not.toHaveClass(/moving/);
    expect(await places(page, 20)).toBe(1);
  });

  test('it stops at the end of the story without a rebound', async ({ page }) => {
    await openStage(page);
    const map = page.locator('[data-minimap] [data-part="end"]');
    await turnTo(page, '?view=stage&from=2025-11-23T12:00&to=2026');
    const touch = await touchOf(page);
    const { y } = await boxOf(stage(page));
    await touch.fling({ x: 700, y: y + 60 }, { x: 500, y: y + 60 });
    await expect(map).toHaveAttribute('aria-valuenow', '100');
    await expect(stage(page)).not.toHaveClass(/moving/);
    const said = await period(page);
    await settled(page);
    expect(await period(page)).toBe(said);
  });
});
