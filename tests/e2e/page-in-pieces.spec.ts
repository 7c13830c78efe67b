/**
 * On a slow line a page is painted while it comes: what comes later has its place already.
 * What a green run does not prove: that nothing moves wherever else a line may stop.
 */
import { expect } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { shiftOf, watchShifts } from './support/shifts';
import { test } from './support/test';

/** Before which part of the wide page the line stops. */
for (const [path, part] of [
  ['step/three-days/', 'data-dock'],
  ['fr/step/ottawa-1995/', 'data-dock'],
  ['', 'data-minimap'],
] as const)
  test(
    `a line that stops before ${part} moves nothing (“/${path}”)`,
    { tag: '@chromium' },
    async ({ page, baseURL }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await watchShifts(page);
      const html = await (await page.request.get(`${baseURL}${path}`)).text();
      const at = html.lastIndexOf('<', html.indexOf(part, html.indexOf('data-at="wide"')));
      expect(at).toBeGreaterThan(0);
      let goOn = () => {};
      const server = createServer((request, response) => {
        if (request.url !== `/${path}`) return void response.writeHead(404).end();
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.write(html.slice(0, at));
        goOn = () => response.end(html.slice(at));
      }).listen(0);
      const { port } = server.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/${path}`, { waitUntil: 'commit' });
      // The picture stands there, and was painted without what is still to come.
      await expect(page.locator('[data-at="wide"] [data-stage]')).toBeVisible();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      await expect(page.locator(`[data-at="wide"] [${part}]`)).toHaveCount(0);
      goOn();
      await expect(page.locator(`[data-at="wide"] [${part}]`)).toBeVisible();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      expect(await shiftOf(page)).toBeLessThanOrEqual(0.02);
      server.closeAllConnections();
      server.close();
    },
  );
