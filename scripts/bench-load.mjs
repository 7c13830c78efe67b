/**
 * How soon the picture is drawn and how busy the page keeps the processor, against a static page with the same
 * picture: four times slower processor, 1.6 Mbit/s, 150 ms latency; the two pages in turn, medians of seven. Nobody
 * comes near: the page stays the document that it is. What it costs to bring it to life is printed beside it.
 */
import { makeReady, median, metricsOf, ms, openDrawn, openReady, row, WINDOWS } from './bench-page.mjs';

const RUNS = 7;
/** Runs of what has no budget. */
const FEW = 3;
const BUDGET = { drawn: 1.25, busy: 2, shift: 0.02 };
const NETWORK = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 2e5 };
/** ms without a task of note after which the page is idle. */
const QUIET = 1500;

/** The drawn page without its scripts, its styles in it: what a page with this picture costs at least. */
async function staticPage(browser, url, window) {
  const context = await browser.newContext(window);
  const page = await openReady(context, url);
  await page.waitForLoadState('networkidle');
  const html = await page.evaluate(() => {
    const css = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    const copy = document.documentElement.cloneNode(true);
    for (const each of copy.querySelectorAll('script, link, style, template, meta[http-equiv], noscript'))
      each.remove();
    const style = document.createElement('style');
    style.textContent = css.join('\n');
    copy.querySelector('head').append(style);
    return `<!doctype html>${copy.outerHTML}`;
  });
  await context.close();
  return html;
}

/** One visit. `near`: somebody comes near as soon as the picture stands. */
async function once(browser, address, window, near = false) {
  const context = await browser.newContext(window);
  let cdp;
  let before;
  const page = await openDrawn(context, address, async (page) => {
    // From the same origin, so that both are counted in one process.
    await page.goto(new URL('/blank.html', address).href);
    cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', NETWORK);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    before = await metricsOf(cdp);
  });
  const since = performance.now();
  if (near) await makeReady(page);
  const live = performance.now() - since;
  await page.waitForLoadState('networkidle');
  let now = await metricsOf(cdp);
  for (let last = -1; now.TaskDuration - last > 0.02; now = await metricsOf(cdp)) {
    last = now.TaskDuration;
    await page.waitForTimeout(QUIET);
  }
  const said = await page.evaluate(() => ({
    drawn: window.__drawnAt,
    shift: window.__shift,
    alive: document.documentElement.dataset.drawn !== undefined,
  }));
  await context.close();
  return { ...said, live, busy: (now.TaskDuration - before.TaskDuration) * 1000 };
}

/** Prints the comparison and hands back what is over its budget. */
export async function benchLoad(browser, { url, pages }) {
  const over = [];
  for (const [name, window] of Object.entries(WINDOWS)) over.push(...(await compare(name, window)));
  return over;

  async function compare(name, window) {
    pages.set('/static.html', await staticPage(browser, `${url}/`, window));
    const runs = { ours: [], still: [], near: [] };
    for (let i = 0; i < RUNS; i++) {
      runs.still.push(await once(browser, `${url}/static.html`, window));
      runs.ours.push(await once(browser, `${url}/`, window));
      if (i < FEW) runs.near.push(await once(browser, `${url}/`, window, true));
    }
    if (runs.ours.some(({ alive }) => alive)) throw new Error('The page came to life by itself.');
    const of = (who, what) => median(runs[who].map((run) => run[what]));
    console.log(`\nLoading (${name}), slow processor and network, medians of ${RUNS}`);
    row('', 'the page', 'static page', 'ratio', 'at most');
    const over = [];
    for (const [what, title] of [
      ['drawn', 'Picture drawn'],
      ['busy', 'Main thread busy'],
    ]) {
      const ratio = of('ours', what) / of('still', what);
      row(title, ms(of('ours', what)), ms(of('still', what)), `${ratio.toFixed(2)}×`, `${BUDGET[what]}×`);
      if (ratio > BUDGET[what])
        over.push(
          `${title} (${name}): ${ratio.toFixed(2)}× the static page; the budget is ${BUDGET[what]}×.`,
        );
    }
    const shift = of('ours', 'shift');
    row('Layout shift', shift.toFixed(3), of('still', 'shift').toFixed(3), '', String(BUDGET.shift));
    if (shift > BUDGET.shift)
      over.push(`The layout shifts by ${shift.toFixed(3)} (${name}); the budget is ${BUDGET.shift}.`);
    const busy = of('near', 'busy');
    const ratio = busy / of('still', 'busy');
    console.log(`  When somebody comes near as soon as it is drawn (medians of ${FEW}, no budget):`);
    row('Live after', ms(of('near', 'live')));
    row('Main thread busy', ms(busy), ms(of('still', 'busy')), `${ratio.toFixed(2)}×`);
    row('Layout shift', of('near', 'shift').toFixed(3));
    return over;
  }
}
