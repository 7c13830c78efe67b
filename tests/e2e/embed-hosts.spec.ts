/**
 * An article on another origin, with our script, with pym, with iframe-resizer, with WordPress’ handler and with nothing
 * at all, each in the open and in the tightest sandbox: the story stands there whole, at its right height.
 * What a green run does not prove: newer versions of those parents, other protocols (embed-protocols.spec.ts), and
 * content managers that change the snippet. tests/webkit/embed-hosts.test.ts has the same for WebKit.
 */
import { expect, type Frame } from '@playwright/test';
import { test } from './support/test';
import { ASKED, drawnFrames, fits, wordPress } from './support/heights';
import { article, frame, serveHost, STORY, type Host } from './support/host';

/** Without an origin no module would load from a server that allows nobody: the one file is for that. */
const WAYS = [
  { name: 'open', src: `${STORY}embed/?lang=en`, sandbox: '' },
  { name: 'shut', src: `${STORY}embed.html?lang=en`, sandbox: 'sandbox="allow-scripts"' },
];
/** Nothing minds this one: it keeps the height of the snippet. */
const nothing = (name: string, src: string, sandbox: string) =>
  frame(`nothing-${name}`, src, sandbox).replace('height="300"', 'height="640"');
const PAGE = article(`${ASKED}
  ${WAYS.map(
    ({ name, src, sandbox }) =>
      frame(`sizer-${name}`, src, sandbox) +
      frame(`wordpress-${name}`, `${src}#?secret=abcdefghij`, sandbox) +
      `<div id="pym-${name}"></div>`,
  ).join('')}
  <script src="/pym.js"></script><script src="/iframe-resizer.js"></script>
  <script>
    ${WAYS.map(
      ({ name, src, sandbox }) =>
        `new pym.Parent('pym-${name}', '${src}', { ${sandbox && "sandbox: 'allow-scripts'"} });
        ${wordPress(`wordpress-${name}`)}
        iFrameResize({ checkOrigin: false, log: false }, '#sizer-${name}');`,
    ).join('')}
  </script>`);
const OURS = article(`${ASKED}
  ${WAYS.map(({ name, src, sandbox }) => frame(`loader-${name}`, src, sandbox)).join('')}
  <script src="${STORY}embed.v1.js"></script>`);
const BARE = article(WAYS.map(({ name, src, sandbox }) => nothing(name, src, sandbox)).join(''));

let host: Host;
test.beforeAll(async () => {
  host = await serveHost({ theirs: PAGE, ours: OURS, bare: BARE });
});
test.afterAll(() => host?.close());

/** What is wrong with the story in a frame: a second scroll bar, no picture, a credit out of sight. */
const faultsIn = (each: Frame): Promise<string[]> =>
  each.evaluate(() => {
    const root = document.documentElement;
    const foot = document.querySelector('footer')?.getBoundingClientRect();
    const found: string[] = [];
    if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) found.push('scrolls');
    if (!foot || foot.height === 0 || foot.bottom > innerHeight + 0.5) found.push('no credit');
    if (document.querySelectorAll('[data-stage] g[data-id]').length < 50) found.push('no picture');
    return found;
  });

for (const { name, frames } of [
  { name: 'ours', frames: ['loader-open', 'loader-shut'] },
  {
    name: 'theirs',
    frames: ['sizer-open', 'wordpress-open', 'pym-open', 'sizer-shut', 'wordpress-shut', 'pym-shut'],
  },
  { name: 'bare', frames: ['nothing-open', 'nothing-shut'] },
])
  test(`the story is whole and at its right height: ${frames.join(', ')}`, async ({ page }) => {
    await page.goto(host.url(name), { waitUntil: 'commit' });
    await expect(page.locator('iframe')).toHaveCount(frames.length);
    if (name !== 'bare') {
      const all = frames.map((each) => `${each} fits`);
      await expect.poll(() => fits(page), { timeout: 60_000 }).toEqual(all);
    }
    for (const each of await drawnFrames(page)) expect(await faultsIn(each), each.url()).toEqual([]);
    if (name !== 'bare') expect(await fits(page)).toEqual(frames.map((each) => `${each} fits`));
  });
