/** What hosts do about the heights of their frames, and how a test sees whether a frame got the one it asked for. */
import type { Frame, Page } from '@playwright/test';

/** A script for the top of an article: notes what each frame asks for, by the window that asked. */
export const ASKED = `<script>
  window.asked = new Map();
  addEventListener('message', ({ source, data }) => { if (data?.g7 === 1 && data.height) asked.set(source, data.height); });
</script>`;

/** A listener that minds one frame; `read` gets its message as \`d\` and says a height. */
export const byHand = (id: string, read: string, start = ''): string =>
  `{ const f = document.getElementById('${id}'); ${start}
    addEventListener('message', ({ source, data: d }) => {
      if (source !== f.contentWindow) return;
      const height = (() => { ${read} })();
      if (height > 0) f.style.height = height + 'px';
    }); }`;

/** WordPress’ own rules: its secret, and no less than 200 nor more than 1000 px. */
export const wordPress = (id: string): string =>
  byHand(
    id,
    "return d.message === 'height' && d.secret === 'abcdefghij' && Math.min(1000, Math.max(200, d.value));",
  );

/** For each frame of the article, in its order: “name fits”, or what it has and what it asked for. */
export const fits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const asked = Reflect.get(window, 'asked') as Map<unknown, number>;
    return [...document.querySelectorAll('iframe')].map((each) => {
      const has = each.clientHeight;
      const wants = asked.get(each.contentWindow);
      return `${each.id || each.parentElement?.id} ${has === wants ? 'fits' : `has ${has}, not ${wants}`}`;
    });
  });

/** All frames of the article, once each has its picture. */
export async function drawnFrames(page: Page): Promise<Frame[]> {
  const frames = page.frames().slice(1);
  for (const each of frames) await each.waitForSelector('html[data-drawn]');
  return frames;
}
