/** What 200 zooms leave behind: nodes and listeners, after the browser has tidied up. */
import { middleOf, mouse, openReady, row, VIEWPORT } from './bench-page.mjs';

const CTRL = 2;

/** In and out again by so many steps of the wheel, then the whole story. */
async function zoom(page, send, at, steps) {
  for (let i = 0; i < steps; i++) {
    const deltaY = i % 20 < 10 ? -60 : 60;
    await send('mouseWheel', at.x, at.y, { deltaX: 0, deltaY, modifiers: CTRL, button: 'none', buttons: 0 });
  }
  for (let i = 0; i < 12; i++)
    await send('mouseWheel', at.x, at.y, {
      deltaX: 0,
      deltaY: 240,
      modifiers: CTRL,
      button: 'none',
      buttons: 0,
    });
  await page.waitForTimeout(1500); // the flight is over, and what is said of it has been said
}

async function countersOf(cdp) {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { nodes, listeners: jsEventListeners };
}

/** Prints what there is before and after, and hands back what there is more. */
export async function benchLeaks(browser, { url }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await openReady(context, `${url}/`);
  const cdp = await context.newCDPSession(page);
  const send = mouse(cdp);
  const at = await middleOf(page);
  await zoom(page, send, at, 20);
  const before = await countersOf(cdp);
  await zoom(page, send, at, 200);
  const after = await countersOf(cdp);
  await context.close();
  console.log('\nAfter 200 zooms');
  const over = [];
  for (const what of ['nodes', 'listeners']) {
    const more = after[what] - before[what];
    row(what, String(before[what]), String(after[what]), `${more > 0 ? '+' : ''}${more}`);
    if (more > 0) over.push(`200 zooms leave ${more} ${what} behind; the budget is none.`);
  }
  return over;
}
