/**
 * Six more ways in which hosts ask for heights, one frame each: two real parents, and four made by hand after their wire
 * formats (embed-hosts.spec.ts has those that most articles use). Each frame gets the height it asks for, and keeps
 * apart from the others. What a green run does not prove: newer versions of those parents, and content managers that
 * change the snippet.
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { ASKED, byHand, drawnFrames, fits } from './support/heights';
import { article, frame, serveHost, STORY, type Host } from './support/host';

const src = `${STORY}?mode=embed&lang=en`;
const PAGE = article(`${ASKED}
  ${frame('datawrapper', `${src}&thread=cybercrime`)}
  ${['medium', 'canvas', 'mastodon', 'open', 'newswire'].map((id) => frame(id, src)).join('')}
  <script>
    ${byHand('datawrapper', "return d['datawrapper-height'] && Object.values(d['datawrapper-height'])[0];")}
    ${byHand('medium', "try { const m = JSON.parse(d); return m.context === 'iframe.resize' && m.height; } catch { return 0; }")}
    ${byHand('canvas', "return d.subject === 'lti.frameResize' && d.height;")}
    ${byHand(
      'mastodon',
      "return d.type === 'setHeight' && d.id === 7 && d.height;",
      "f.addEventListener('load', () => f.contentWindow.postMessage({ type: 'setHeight', id: 7 }, '*'));",
    )}
  </script>
  <script type="module">
    import { initialize } from '/open-iframe-resizer.js';
    import { observeIframe } from '/newswire.js';
    observeIframe(document.getElementById('newswire'));
    initialize({ checkOrigin: false }, '#open');
  </script>`);

let host: Host;
test.beforeAll(async () => {
  host = await serveHost({ article: PAGE });
});
test.afterAll(() => host?.close());

test('six hosts, six frames: each has the height it asks for', async ({ page }) => {
  await page.goto(host.url('article'), { waitUntil: 'commit' });
  const names = ['datawrapper', 'medium', 'canvas', 'mastodon', 'open', 'newswire'];
  await expect.poll(() => fits(page), { timeout: 60_000 }).toEqual(names.map((name) => `${name} fits`));
  const frames = await drawnFrames(page);
  expect(await fits(page)).toEqual(names.map((name) => `${name} fits`));

  // They keep apart: only one traces.
  const pressed = await Promise.all(
    frames.map((each) => each.locator('button[data-kind="thread"][aria-pressed="true"]').count()),
  );
  expect(pressed.reduce((sum, n) => sum + n)).toBe(1);
});
