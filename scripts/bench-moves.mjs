/** How smooth a scripted zoom and pan of the stage are, and what a step of them costs. */
import { VIEWPORT, median, openDrawn, quantile } from './bench-load.mjs';

const CTRL = 2;

/** In towards the middle and back out, so that every level of detail is passed twice. */
export const ZOOM = {
  steps: 80,
  step: (send, { x, y }, i) =>
    send('mouseWheel', x, y, {
      deltaX: 0,
      deltaY: i < 40 ? -30 : 30,
      modifiers: CTRL,
      button: 'none',
      buttons: 0,
    }),
};

/** To and fro by hand, from a stage that is zoomed in a little, so that there is somewhere to go. */
export const PAN = {
  steps: 80,
  before: async (send, { x, y }) => {
    for (let i = 0; i < 8; i++) {
      await send('mouseWheel', x, y, { deltaX: 0, deltaY: -60, modifiers: CTRL, button: 'none', buttons: 0 });
    }
  },
  start: (send, { x, y }) => send('mousePressed', x, y, { clickCount: 1 }),
  step: (send, { x, y }, i) => send('mouseMoved', x + 250 * Math.sin(i / 10), y, {}),
  end: (send, { x, y }) => send('mouseReleased', x, y, { buttons: 0, clickCount: 1 }),
};

const watchFrames = () => {
  window.__frames = [];
  let last = performance.now();
  const next = () => {
    const now = performance.now();
    window.__frames?.push(now - last);
    last = now;
    if (window.__frames) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  // A stage that does not answer would be the fastest of all.
  new MutationObserver((_, observer) => {
    window.__moved = true;
    observer.disconnect();
  }).observe(document.querySelector('[data-stage]'), { subtree: true, childList: true, attributes: true });
};

async function metrics(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** A bare spot of the stage, so that the drag does not begin on a mark; the exact spot matters to nothing else. */
async function middle(page) {
  const box = await page.locator('[data-stage]').first().boundingBox();
  if (!box) throw new Error('There is no stage on the page ([data-stage]).');
  return { x: box.x + box.width / 2, y: Math.min(box.y + box.height / 2, VIEWPORT.height - 20) };
}

async function once(browser, url, script) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await openDrawn(context, url);
  const cdp = await context.newCDPSession(page);
  const send = (type, x, y, more) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: 1,
      pointerType: 'mouse',
      ...more,
    });
  const place = await middle(page);
  await script.before?.(send, place);
  await page.waitForTimeout(600); // what comes after the first view has come, and nothing moves any more

  // The processor's own time rather than the wall's: it varies by a twentieth instead of a quarter.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await script.start?.(send, place);
  await page.evaluate(watchFrames);
  const before = await metrics(cdp);
  for (let i = 0; i < script.steps; i++) await script.step(send, place, i);
  const after = await metrics(cdp);
  const { frames, moved } = await page.evaluate(() => {
    const frames = window.__frames;
    window.__frames = undefined;
    return { frames, moved: window.__moved };
  });
  if (!moved) throw new Error('The stage did not answer the wheel or the drag.');
  await script.end?.(send, place);
  await context.close();

  const perStep = (name) => (after[name] - before[name]) / script.steps;
  return {
    median: median(frames),
    p95: quantile(frames, 0.95),
    cpu: perStep('TaskDuration') * 1000,
    script: perStep('ScriptDuration') * 1000,
    place: (perStep('LayoutDuration') + perStep('RecalcStyleDuration')) * 1000,
    layouts: perStep('LayoutCount'),
    styles: perStep('RecalcStyleCount'),
  };
}

/** The median of each figure over several runs, each in a fresh page. */
export async function measureMoves(browser, url, script, runs = 5) {
  const results = [];
  for (let i = 0; i < runs; i++) results.push(await once(browser, url, script));
  const names = Object.keys(results[0]);
  return Object.fromEntries(names.map((name) => [name, median(results.map((result) => result[name]))]));
}
