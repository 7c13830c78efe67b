/**
 * The embed that is one file, from the disk and in the tightest sandbox on a server that lets nobody else read.
 * Does not prove how it looks, nor that a host’s own policy lets it in.
 */
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { test } from './support/test';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = path.resolve('dist');

/** Notes what the browser complains of, and what is asked for beside the file itself. */
function watch(page: Page): { complaints: string[]; asked: string[] } {
  const seen = { complaints: [] as string[], asked: [] as string[] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('request', (request) => {
    if (!/\/(embed(\.\w+)?|host)\.html/.test(request.url())) seen.asked.push(request.url());
  });
  return seen;
}

/** Traces, opens a thing with its source. */
async function read(embed: Page | FrameLocator, title: string): Promise<void> {
  await expect(embed.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const mark = embed.locator('[data-view] [data-kind="node"][data-id="n-founding"]').first();
  await mark.focus();
  await mark.press('Enter');
  await expect(embed.locator('[data-lit="true"]').first()).toBeAttached();
  await expect(embed.locator('aside a[href^="https://"]').first()).toBeVisible();
}

test('is read from the disk, in both languages', async ({ page }) => {
  const seen = watch(page);
  await page.goto(`${pathToFileURL(path.join(DIST, 'embed.html')).href}?thread=cybercrime`);
  await read(page, 'Fifty years to Ottawa');
  await page.goto(`${pathToFileURL(path.join(DIST, 'embed.html')).href}?lang=fr`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await read(page, 'Cinquante ans jusqu’à Ottawa');
  expect(seen).toEqual({ complaints: [], asked: [] });
});

test('has every view, and the words for it', async ({ page }) => {
  const seen = watch(page);
  for (const view of ['stage', 'threads', 'flow', 'table']) {
    await page.goto(`${pathToFileURL(path.join(DIST, 'embed.html')).href}?view=${view}&select=n-founding`);
    await expect(page.locator(`[data-view="${view}"]`).first()).toBeVisible();
    await expect(page.locator('aside a[href^="https://"]').first()).toBeVisible();
    const said = await page.locator('#app').innerHTML();
    // A word that is not in the file is said by its key.
    expect(said.match(/[>"](?!embed\.html)[a-z]+\.[a-z]+(?:-[a-z]+)*(?=[<"])/g), view).toBeNull();
  }
  expect(seen).toEqual({ complaints: [], asked: [] });
});

test.describe('in a frame that may only run scripts', () => {
  let server: Server;
  let origin: string;
  test.beforeAll(async () => {
    // Neither CORS nor modules: as an upload folder gives it out.
    server = createServer((request, answer) => {
      const name = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
      answer.setHeader('content-type', 'text/html; charset=utf-8');
      if (name === 'host.html')
        answer.end(
          '<!doctype html><title>Host</title><iframe title="story" sandbox="allow-scripts" src="embed.html?lang=fr" width="1000" height="640"></iframe>',
        );
      else if (/^embed(\.fr)?\.html$/.test(name)) answer.end(readFileSync(path.join(DIST, name)));
      else answer.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  test.afterAll(() => server.close());

  test('is whole, asks for nothing and leaves no entry behind', async ({ page }) => {
    const seen = watch(page);
    await page.goto(`${origin}/host.html`);
    const entries = await page.evaluate(() => history.length);
    await read(page.frameLocator('iframe'), 'Cinquante ans jusqu’à Ottawa');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(seen.complaints).toEqual([]);
    expect(seen.asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([]);
  });
});

// The aim is 130 kB; docs/decisions/12-one-file.md says what is in it and why it is more.
test('weighs no more than it did, in either language', () => {
  for (const name of ['embed.html', 'embed.fr.html'])
    expect(gzipSync(readFileSync(path.join(DIST, name)), { level: 9 }).length, name).toBeLessThan(166_000);
});
