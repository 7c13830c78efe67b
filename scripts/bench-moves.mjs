/** How smooth zoom and pan are with 100 to 100 000 events, and what a step of them costs the processor. */
import { median, metricsOf, middleOf, mouse, ms, openReady, quantile, row, VIEWPORT } from './bench-page.mjs';
import { serveStory, withEvents } from './bench-stories.mjs';

const CTRL = 2;
const SIZES = [100, 1_000, 10_000, 100_000];
const RUNS = 3;
const STEPS = 80;
/** One frame at 60 a second (the rest is the resolution of the browser's clock); a pan step of many against few. */
const BUDGET = { frame: 16.7 + 0.5, ratio: 1.5 };
const wheel = (send, { x, y }, deltaY) =>
  send('mouseWheel', x, y, { deltaX: 0, deltaY, modifiers: CTRL, button: 'none', buttons: 0 });

/** In towards the middle and back out, so that every level of detail is passed twice. */
export const ZOOM = { step: (send, at, i) => wheel(send, at, i < STEPS / 2 ? -30 : 30) };

/** To and fro by hand, from a stage that is zoomed in a little, so that there is somewhere to go. */
export const PAN = {
  before: async (send, at) => {
    for (let i = 0; i < 8; i++) await wheel(send, at, -60);
  },
  start: (send, { x, y }) => send('mousePressed', x, y, { clickCount: 1 }),
  step: (send, { x, y }, i) => send('mouseMoved', x + 250 * Math.sin(i / 10), y),
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

/** Moves a page that is ready, and says what that took; for one step each, the processor's time. */
export async function moveOnce(context, page, script) {
  const cdp = await context.newCDPSession(page);
  const send = mouse(cdp);
  const at = await middleOf(page);
  await script.before?.(send, at);
  await page.waitForTimeout(1000); // what comes after the first view has come, and nothing moves any more
  // The processor's own time rather than the wall's: it varies by a twentieth instead of a quarter.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await script.start?.(send, at);
  await page.evaluate(watchFrames);
  const before = await metricsOf(cdp);
  for (let i = 0; i < STEPS; i++) await script.step(send, at, i);
  const after = await metricsOf(cdp);
  const { frames, moved, marks } = await page.evaluate(() => {
    const frames = window.__frames;
    window.__frames = undefined;
    return { frames, moved: window.__moved, marks: document.querySelectorAll('[data-stage] g.mark').length };
  });
  if (!moved) throw new Error('The stage did not answer the wheel or the drag.');
  await script.end?.(send, at);
  const perStep = (name) => ((after[name] - before[name]) / STEPS) * 1000;
  const style = perStep('LayoutDuration') + perStep('RecalcStyleDuration');
  const shares = { cpu: perStep('TaskDuration'), script: perStep('ScriptDuration'), style };
  return { frame: median(frames), p95: quantile(frames, 0.95), ...shares, marks };
}

async function measure(browser, url, script, count) {
  const results = [];
  for (let i = 0; i < RUNS; i++) {
    const context = await browser.newContext({ viewport: VIEWPORT });
    await serveStory(context, withEvents, count);
    results.push(await moveOnce(context, await openReady(context, `${url}/`), script));
    await context.close();
  }
  const names = Object.keys(results[0]);
  return Object.fromEntries(names.map((name) => [name, median(results.map((result) => result[name]))]));
}

/** Prints both movements for every size and hands back what is over its budget. */
export async function benchMoves(browser, { url }) {
  const over = [];
  for (const [name, script] of Object.entries({ pan: PAN, zoom: ZOOM })) {
    console.log(`\nA ${name}, by number of events (medians of ${RUNS} runs; per step but for the frames)`);
    row('', 'frame', 'p95', 'processor', 'script', 'style, layout', 'marks at the end');
    const cpu = {};
    for (const count of SIZES) {
      const found = await measure(browser, url, script, count);
      const cells = ['frame', 'p95', 'cpu', 'script', 'style'].map((key) => ms(found[key]));
      row(count.toLocaleString('en'), ...cells, String(found.marks));
      cpu[count] = found.cpu;
      if (count === SIZES.at(-1) && found.frame > BUDGET.frame)
        over.push(
          `The median frame of a ${name} with ${count} events is ${ms(found.frame)}; the budget is 16.7 ms.`,
        );
    }
    const ratio = cpu[SIZES.at(-1)] / cpu[SIZES[0]];
    row('most against least', '', '', `${ratio.toFixed(2)}×`);
    row('most against 10 000', '', '', `${(cpu[SIZES.at(-1)] / cpu[10_000]).toFixed(2)}×`);
    if (name === 'pan' && ratio > BUDGET.ratio)
      over.push(
        `A pan step with 100 000 events costs ${ratio.toFixed(2)}× one with 100; the budget is ${BUDGET.ratio}×.`,
      );
  }
  return over;
}
