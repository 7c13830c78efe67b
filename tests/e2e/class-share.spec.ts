/**
 * What is shown, handed to a class: the code on the screen is read by a decoder, is large enough, and opens what was
 * shown; links for classes are plain.
 * What a green run does not prove: that a phone in the last row reads it, or what Classroom and Teams do with a link.
 */
import { expect, type Locator } from '@playwright/test';
import jsQR from 'jsqr';
import en from '@/i18n/share-messages/en.json' with { type: 'json' };
import { open, said, shown } from './support-access/page';
import { test } from './support/test';

/** What a camera would read off the screen. */
async function readCode(code: Locator): Promise<string | undefined> {
  const shot = (await code.screenshot()).toString('base64');
  // One letter a pixel, dark or light: a list of all numbers would be a minute under way.
  const { rows, width, height } = await code.evaluate(async (_, base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let rows = '';
    for (let i = 0; i < data.length; i += 4) rows += (data[i] ?? 0) > 127 ? ' ' : '#';
    return { rows, width, height };
  }, shot);
  const pixels = Uint8ClampedArray.from(
    [...rows].flatMap((c) => (c === '#' ? [0, 0, 0, 255] : [255, 255, 255, 255])),
  );
  return jsQR(pixels, width, height)?.data;
}

for (const { search, how, tag } of [
  { search: '?step=founding', how: {}, tag: '' },
  {
    search: '?thread=cybercrime&from=1995&to=2005&scheme=dark',
    how: { forcedColors: 'active' },
    tag: ' @slow-firefox',
  },
] as const)
  test(`a code large enough opens ${search} again${tag}`, async ({ page }) => {
    await page.emulateMedia(how);
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(page, search);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.getByRole('button', { name: said('en', 'share.name'), exact: true }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('tab', { name: en['tab.class'] }).click();
    const code = dialog.getByRole('img', { name: en['class.code'] });
    await expect(code).toBeVisible();
    expect((await code.boundingBox())?.height).toBeGreaterThanOrEqual(0.3 * 768);

    const address = await dialog.getByRole('textbox').inputValue();
    expect(await readCode(code)).toBe(address);
    expect(await dialog.locator('.typed').innerText()).toBe(address.replace('http://', ''));
    for (const [room, from] of [
      [en['class.classroom'], 'https://classroom.google.com/share'],
      [en['class.teams'], 'https://teams.microsoft.com/share'],
    ] as const) {
      const link = new URL((await dialog.getByRole('link', { name: room }).getAttribute('href')) ?? '');
      expect(link.origin + link.pathname).toBe(from);
      expect(link.searchParams.get('url') ?? link.searchParams.get('href')).toBe(address);
    }
    // Nobody was asked for the code.
    expect(new Set(asked)).toEqual(new Set([new URL(page.url()).origin]));

    const there = await page.evaluate(() => document.querySelector('[data-view]')?.textContent);
    await page.goto(address);
    await shown(page);
    await expect
      .poll(() => page.evaluate(() => document.querySelector('[data-view]')?.textContent))
      .toBe(there);
  });
