/**
 * What WebKit calls a mark for assistive technology is what Chromium calls it.
 * What a green run does not prove: that a screen reader says these names, or says no more than them.
 */
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { live } from '../e2e/support/live';
import { startChromium } from './chromium';
import { expectNoFault, open, visitWebKit } from './setup';

const QUERY = '?lang=en&view=stage&from=2024&to=2025-11-24';
const visit = visitWebKit();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startChromium();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  await page.goto(visit.server.url + QUERY);
  await live(page);
  await open(visit, QUERY);
});
afterAll(() => browser?.close());

/** The name and the role that Chromium computes. */
async function chromiumSays(selector: string): Promise<{ name: unknown; role: unknown }> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
  await session.detach();
  return { name: nodes[0]?.name?.value, role: nodes[0]?.role?.value };
}

for (const kind of ['event', 'summit', 'node', 'link', 'thread', 'chapter']) {
  it(`the names of ${kind}s are the same`, async () => {
    const marks = await page
      .locator(`[data-kind="${kind}"][data-id]`)
      .evaluateAll((all) => all.map((each) => each.dataset.id ?? ''));
    expect(marks.length).toBeGreaterThan(1);
    // Some, from all over the page.
    const sample = marks.filter((_, i) => i % Math.ceil(marks.length / 5) === 0);
    for (const id of sample) {
      const selector = `[data-kind="${kind}"][data-id="${id}"]`;
      const { name, role } = await chromiumSays(selector);
      expect(name, id).not.toBe('');
      expect(await visit.session.nameOf(selector), id).toBe(name);
      expect(await visit.session.roleOf(selector), id).toBe(role);
    }
    await expectNoFault(visit.session);
  });
}
