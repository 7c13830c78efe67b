/**
 * Ten hosts in one article on another origin, each with a frame of its own: four real parents, and six made by hand
 * after their wire formats. Each frame gets the height it asks for, and keeps apart from the others. What a green run
 * does not prove: newer versions of those parents, and content managers that change the snippet.
 */
import { expect, test } from '@playwright/test';
import { article, serveHost, type Host } from './support/host';

const STORY = `http://127.0.0.1:${process.env.E2E_PORT || 4173}/`;
const src = (more = '') => `${STORY}?mode=embed&lang=en${more}`;
/** What a reader scrolled by would see first; all start far too low. */
const frame = (id: string, more = '', attributes = '') =>
  `<iframe id="${id}" title="${id}" src="${src(more)}" width="760" height="300" ${attributes}></iframe>`;
/** A listener that minds one frame; `read` gets its message as \`d\` and says a height. */
const byHand = (id: string, read: string, start = '') =>
  `{ const f = document.getElementById('${id}'); ${start}
    addEventListener('message', ({ source, data: d }) => {
      if (source !== f.contentWindow) return;
      const height = (() => { ${read} })();
      if (height > 0) f.style.height = height + 'px';
    }); }`;

const PAGE = article(`
  <script>
    // What each frame asked for, by the window that asked.
    window.asked = new Map();
    window.told = 0;
    addEventListener('message', ({ source, data }) => {
      if (data?.g7 === 1 && data.height) { asked.set(source, data.height); told++; }
    });
  </script>
  ${frame('loader', '&thread=cybercrime')}
  ${frame('datawrapper')}${frame('medium')}${frame('canvas')}
  ${frame('wordpress', '#?secret=abcdefghij')}
  ${frame('mastodon')}${frame('sizer')}${frame('open')}${frame('newswire')}
  <div id="pym"></div>
  <script>
    ${byHand('datawrapper', "return d['datawrapper-height'] && Object.values(d['datawrapper-height'])[0];")}
    ${byHand('medium', "try { const m = JSON.parse(d); return m.context === 'iframe.resize' && m.height; } catch { return 0; }")}
    ${byHand('canvas', "return d.subject === 'lti.frameResize' && d.height;")}
    ${byHand('wordpress', "return d.message === 'height' && d.secret === 'abcdefghij' && Math.min(1000, Math.max(200, d.value));")}
    ${byHand(
      'mastodon',
      "return d.type === 'setHeight' && d.id === 7 && d.height;",
      "f.addEventListener('load', () => f.contentWindow.postMessage({ type: 'setHeight', id: 7 }, '*'));",
    )}
  </script>
  <script src="/pym.js"></script><script src="/iframe-resizer.js"></script>
  <script>
    new pym.Parent('pym', '${src()}', {});
    iFrameResize({ checkOrigin: false, log: false }, '#sizer');
  </script>
  <script type="module">
    import { initialize } from '/open-iframe-resizer.js';
    import { observeIframe } from '/newswire.js';
    observeIframe(document.getElementById('newswire'));
    initialize({ checkOrigin: false }, '#open');
  </script>
  <script src="${STORY}embed.v1.js"></script>`);

let host: Host;
test.beforeAll(async () => {
  host = await serveHost({ article: PAGE });
});
test.afterAll(() => host?.close());

test('ten hosts, ten frames: each has the height it asks for', { tag: '@chromium' }, async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(host.url('article'), { waitUntil: 'commit' });
  const heights = () =>
    page.evaluate(() => {
      const asked = Reflect.get(window, 'asked') as Map<unknown, number>;
      return [...document.querySelectorAll('iframe')].map((each) => {
        const id = each.id || each.parentElement?.id;
        return `${id} ${each.clientHeight === asked.get(each.contentWindow) ? 'fits' : `${each.clientHeight} not ${asked.get(each.contentWindow)}`}`;
      });
    });
  const names = 'loader datawrapper medium canvas wordpress mastodon sizer open newswire pym'.split(' ');
  await expect.poll(heights, { timeout: 120_000 }).toEqual(names.map((name) => `${name} fits`));
  for (const each of page.frames().slice(1)) await each.waitForSelector('html[data-drawn]');
  expect(await heights()).toEqual(names.map((name) => `${name} fits`));

  // They keep apart: only one traces, and nobody speaks any more.
  const pressed = await Promise.all(
    page
      .frames()
      .slice(1)
      .map((each) => each.locator('button[data-kind="thread"][aria-pressed="true"]').count()),
  );
  expect(pressed.reduce((sum, n) => sum + n)).toBe(1);
});
