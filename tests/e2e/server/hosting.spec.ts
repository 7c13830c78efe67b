/**
 * The built folder works wherever it is put, and asks nobody else for anything.
 * What a green run does not prove: that a host sends the right types for odd file endings.
 */
import { expect } from '@playwright/test';
import { test } from '../support/test';
import { live } from '../support/live';
import { serveFolder, type StaticServer } from './static';

let server: StaticServer;

test.beforeAll(async () => {
  server = await serveFolder(process.env.E2E_DIST ?? 'dist', 'some where/deep');
});
test.afterAll(() => server.close());

for (const query of ['', '?lang=fr']) {
  test(`is drawn from a folder of a static server (${query || 'English'})`, async ({ page }) => {
    const asked: string[] = [];
    const failed: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('response', (response) => {
      if (!response.ok()) failed.push(`${response.status()} ${response.url()}`);
    });
    page.on('pageerror', (error) => failed.push(error.message));

    await page.goto(server.url + query);
    await live(page);
    await expect(page.locator('[data-stage]')).toBeVisible();

    const { origin } = new URL(server.url);
    expect(asked.filter((url) => /^https?:/.test(url) && new URL(url).origin !== origin)).toEqual([]);
    expect(failed).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
}
