/**
 * The test of every browser spec: one more thing holds in each of them, that no page of it does what its own policy
 * forbids (inline styles and scripts, other origins, HTML made from texts). What a test puts on a page itself counts too.
 */
import { expect, test as base } from '@playwright/test';

/** Before what a page notes for us; not every driver tells what a browser says of a policy. */
const SIGN = 'The policy forbids';

export const test = base.extend<{ policy: undefined }>({
  policy: [
    async ({ context }, use) => {
      const forbidden: string[] = [];
      context.on('console', (message) => {
        if (message.text().startsWith(SIGN)) forbidden.push(message.text());
      });
      await context.addInitScript((sign) => {
        addEventListener('securitypolicyviolation', (event) => {
          const { violatedDirective, blockedURI, sample, sourceFile, lineNumber } = event;
          // The driver of Firefox puts an empty style into the page for each screenshot, by eval, which no page of ours may.
          if (violatedDirective === 'style-src-elem' && /eval$/.test(sourceFile)) return;
          console.error(`${sign} ${violatedDirective}: ${blockedURI} ${sample} (line ${lineNumber})`);
        });
      }, SIGN);
      await use(undefined);
      expect(forbidden, 'what the policy of a page forbids').toEqual([]);
    },
    { auto: true },
  ],
});
