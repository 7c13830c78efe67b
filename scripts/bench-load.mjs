/** What the first view weighs, and how long it takes until it is drawn. */
import { gzipSync } from 'node:zlib';

export const VIEWPORT = { width: 1440, height: 900 };
const PATIENCE = 20_000;

export const median = (values) => quantile(values, 0.5);
export function quantile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN;
}

/** Opens the page and waits for the first picture: the page then marks <html> with data-drawn. */
export async function openDrawn(context, url, prepare) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.documentElement?.hasAttribute('data-drawn')) return;
      window.__drawnAt = performance.now();
      observer.disconnect();
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-drawn'],
    });
  });
  await prepare?.(page);
  await page.goto(url);
  await page
    .waitForFunction(() => window.__drawnAt !== undefined, null, { timeout: PATIENCE })
    .catch(() => {
      throw new Error(
        `The page did not say within ${PATIENCE / 1000} s that it is drawn (data-drawn on <html>).`,
      );
    });
  return page;
}

const KINDS = [
  ['html', /html/],
  ['js', /javascript/],
  ['css', /css/],
  ['data', /json/],
];
const kindOf = (type) => KINDS.find(([, pattern]) => pattern.test(type))?.[0] ?? 'other';

/** Counts what was really asked for until the picture was drawn, not what stands in the folder. */
export async function firstViewWeight(browser, url) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const responses = [];
  const page = await openDrawn(context, url, (page) =>
    page.on('response', (response) => responses.push(response)),
  );
  const early = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime <= window.__drawnAt)
      .map((entry) => entry.name),
  );
  const asked = new Set([url, ...early]);
  const files = [];
  for (const response of responses.filter((response) => asked.has(response.url()))) {
    const bytes = gzipSync(await response.body(), { level: 9 }).length;
    const name = new URL(response.url()).pathname;
    files.push({ name, kind: kindOf(response.headers()['content-type'] ?? ''), bytes });
  }
  await context.close();

  const kinds = { html: 0, js: 0, css: 0, data: 0, other: 0 };
  for (const { kind, bytes } of files) kinds[kind] += bytes;
  return { kinds, files, total: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

export async function drawTimes(browser, url, runs = 5) {
  const times = [];
  for (let i = 0; i < runs; i++) {
    const context = await browser.newContext({ viewport: VIEWPORT });
    const page = await openDrawn(context, url, async (page) => {
      const cdp = await context.newCDPSession(page);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    });
    // The paint is noted one frame after it happened.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    times.push(
      await page.evaluate(() => ({
        painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
        drawn: window.__drawnAt,
      })),
    );
    await context.close();
  }
  return { painted: median(times.map((t) => t.painted)), drawn: median(times.map((t) => t.drawn)) };
}
