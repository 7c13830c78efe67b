/** How long the flow takes to be laid out with 30, 300 and 3 000 nodes, and what a step of a pan draws of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { makeReady, metricsOf, ms, openDrawn, row, VIEWPORT } from './bench-page.mjs';
import { moveOnce, PAN } from './bench-moves.mjs';
import { seeded, serveStory, withFlow } from './bench-stories.mjs';
import { root } from './ensure.mjs';

const SIZES = [30, 300, 3_000];

async function layoutTimes(count) {
  const alias = { '@': path.join(root, 'src') };
  const { module } = await runnerImport(path.join(root, 'src/flow/layout.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
  });
  globalThis.window = { __seeded: seeded };
  const story = withFlow(
    JSON.parse(readFileSync(path.join(root, '.generated/story.en.json'), 'utf8')),
    count,
  );
  const start = performance.now();
  const ordered = module.orderFlow(story, false);
  const between = performance.now();
  module.layoutFlow(story, false, { height: 400, labelSize: () => 15 }, ordered);
  return { order: between - start, place: performance.now() - between, crossings: ordered.crossings };
}

/** A page with its flow, and the processor's time until it was drawn, ms. */
async function drawFlow(context, url) {
  let cdp;
  const page = await openDrawn(context, url, async (fresh) => {
    cdp = await context.newCDPSession(fresh);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  });
  await makeReady(page);
  return { page, busy: (await metricsOf(cdp)).TaskDuration * 1000 };
}

/** Prints the times; nothing of the flow has a budget of its own, but that it is drawn. */
export async function benchFlow(browser, { url }) {
  const over = [];
  console.log('\nThe flow, by number of nodes (one cold run; the page takes part of it from the build)');
  row('', 'order', 'place', 'crossings', 'drawn: cpu', 'of', 'pan: cpu', 'drawn then');
  for (const count of SIZES) {
    const { order, place, crossings } = await layoutTimes(count);
    const context = await browser.newContext({ viewport: VIEWPORT });
    await serveStory(context, withFlow, count);
    const cells = [ms(order), ms(place), String(crossings)];
    try {
      const { page, busy } = await drawFlow(context, `${url}/`);
      const nodes = page.locator('[data-stage] g[data-kind="node"]');
      const all = await nodes.count();
      if (all !== count) throw new Error(`${all} of its nodes were drawn.`);
      const { cpu } = await moveOnce(context, page, PAN);
      row(String(count), ...cells, ms(busy), String(all), ms(cpu), String(await nodes.count()));
    } catch (error) {
      row(String(count), ...cells, 'not drawn');
      over.push(`A flow of ${count} nodes: ${error.message}`);
    }
    await context.close();
  }
  return over;
}
