/** What every part of the bench needs: a server as a static host would be, a page that has drawn, medians. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export const VIEWPORT = { width: 1440, height: 900 };
/** The windows that most readers have: contexts of a browser. */
export const WINDOWS = {
  'wide, 1440×900': { viewport: VIEWPORT },
  'phone, 390×844': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
/** How long a page with its story may take, ms; 100 000 events on a busy machine take long. */
const PATIENCE = 120_000;

export const median = (values) => quantile(values, 0.5);
export function quantile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN;
}
export const row = (name, ...cells) =>
  console.log(`  ${name.padEnd(22)}${cells.map((cell) => cell.padStart(13)).join('')}`);
export const ms = (value) => `${value.toFixed(1)} ms`;

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a built folder compressed, and pages of the bench's own (by path) beside it. */
export async function serveFolder(
  folder,
  pages = new Map([['/blank.html', '<!doctype html><title>-</title>']]),
) {
  const packed = new Map();
  const server = createServer(async (request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (name.endsWith('/')) name += 'index.html';
    try {
      const own = pages.get(name);
      if (own === undefined && !packed.has(name))
        packed.set(name, gzipSync(await readFile(path.join(folder, path.normalize(name))), { level: 9 }));
      const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, {
        'content-type': type,
        'content-encoding': 'gzip',
        'cache-control': 'no-cache',
      });
      response.end(own === undefined ? packed.get(name) : gzipSync(own));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${server.address().port}`;
  return { url, pages, close: () => server.close() };
}

/** Notes in the page when it first shows a picture with marks, scripts or no scripts, and how much it shifts. */
const watchPicture = () => {
  window.__shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    // The usual view of the width: the picture, or the list.
    const view = matchMedia('(min-width: 45rem)').matches ? 'stage' : 'threads';
    const mark = document.querySelector(`[data-view="${view}"] [data-kind="event"]`);
    // One frame on: then it is on the screen.
    if (mark && mark.getBoundingClientRect().width > 0)
      requestAnimationFrame(() => (window.__drawnAt = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Opens a page and waits for its first picture; `prepare` gets the page before it goes anywhere. */
export async function openDrawn(context, url, prepare) {
  const page = await context.newPage();
  await page.addInitScript(watchPicture);
  await prepare?.(page);
  await page.goto(url);
  await page
    .waitForFunction(() => window.__drawnAt !== undefined, null, { timeout: PATIENCE })
    .catch(() => {
      throw new Error(`The page drew no picture within ${PATIENCE / 1000} s.`);
    });
  return page;
}

/** The same, and somebody came near, so that its scripts have taken over: it can be moved. */
export async function openReady(context, url) {
  const page = await openDrawn(context, url);
  await makeReady(page);
  return page;
}
export const makeReady = (page) =>
  page.waitForFunction(
    () => {
      dispatchEvent(new FocusEvent('focusin'));
      return document.documentElement.dataset.drawn !== undefined;
    },
    null,
    { timeout: PATIENCE },
  );

/** The browser's own figures, processor time in the thread's own ticks. */
export async function metricsOf(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

export const mouse =
  (cdp) =>
  (type, x, y, more = {}) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: 1,
      pointerType: 'mouse',
      ...more,
    });

/** The middle of the stage, which is bare of marks or not: nothing is pressed there but to drag. */
export async function middleOf(page) {
  const box = await page.locator('[data-stage]').first().boundingBox();
  if (!box) throw new Error('There is no stage on the page ([data-stage]).');
  return { x: box.x + box.width / 2, y: Math.min(box.y + box.height / 2, VIEWPORT.height - 20) };
}
