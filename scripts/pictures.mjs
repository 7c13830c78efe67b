/**
 * `npm run pictures`: the fallback pictures of every page, taken of the embed itself (dist/embed.html), for cards, feeds,
 * consent gates and print; a list of them (pictures.json); and embed.zip, for those who host the embed themselves.
 * Where there is no Chromium the pictures are left out, and it says so.
 */
import { chromium } from '@playwright/test';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';
import { writeZip } from './embed-zip.mjs';
import { toPalette } from './palette-png.mjs';
import { cardPage, SIZES } from './picture-card.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.resolve(process.argv[2] ?? path.join(root, 'dist'));

const load = async (file) =>
  (await runnerImport(path.join(root, file), { root, configFile: false, logLevel: 'error' })).module;
const { fileNameOf, oneFileNameOf, pagesOf, pictureOf, queryOf } = await load('build/meta/pages.ts');
const { readStories } = await load('build/meta/stories.ts');
const { wordsOf } = await load('build/meta/words.ts');

const stories = await readStories();
const pages = pagesOf(stories.en.story);

/** What each picture is, with its words in both languages: a host may describe it in its own. */
function describe(page, size) {
  const [width, height] = SIZES[size].size;
  const alt = Object.fromEntries(
    Object.keys(stories).map((lang) => [lang, wordsOf({ ...page, lang }, stories).alt]),
  );
  return {
    path: pictureOf(page, size),
    lang: page.lang,
    thread: page.thread,
    step: page.step,
    width,
    height,
    alt,
  };
}

async function take(browser, page, size) {
  const { scale, size: px } = SIZES[size];
  const viewport = { width: px[0] / scale, height: px[1] / scale };
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: scale,
    bypassCSP: true,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  const tab = await context.newPage();
  const { story } = stories[page.lang];
  const query = `plain=1&static=1&scheme=light&${queryOf(page)}`;
  const frame = `${pathToFileURL(path.join(dist, oneFileNameOf(page.lang))).href}?${query}`;
  const wrapper = path.join(dist, 'pictures', `.${fileNameOf(page)}-${size}.html`);
  const told =
    story.threads.find(({ id }) => id === page.thread)?.label ??
    story.steps.find(({ id }) => id === page.step)?.title;
  writeFileSync(wrapper, cardPage({ story, told, frame, size }));
  try {
    await tab.goto(pathToFileURL(wrapper).href);
    const embed = tab.frames()[1];
    await embed.waitForSelector('[data-view] [data-id]');
    // Only the picture: its title and credit stand around it, larger.
    await embed.addStyleTag({
      content: 'footer, .skip { display: none !important } :root { --foot: 0px !important }',
    });
    await embed.evaluate(async (lang) => {
      // A picture has nothing to press.
      const words = JSON.parse(document.getElementById(`words.${lang}`).textContent);
      for (const button of document.querySelectorAll('button'))
        if (button.textContent === words['trace.free']) button.remove();
      await document.fonts.ready;
      for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
    }, page.lang);
    writeFileSync(path.join(dist, pictureOf(page, size)), toPalette(await tab.screenshot()));
  } finally {
    rmSync(wrapper);
    await context.close();
  }
}

rmSync(path.join(dist, 'pictures'), { recursive: true, force: true });
const executablePath = findChromium();
const list = [];
if (executablePath) {
  mkdirSync(path.join(dist, 'pictures'), { recursive: true });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  for (const page of pages)
    for (const size of Object.keys(SIZES)) {
      await take(browser, page, size);
      list.push(describe(page, size));
    }
  await browser.close();
  console.log(`${list.length} pictures taken.`);
} else console.log('No Chromium here: the fallback pictures are left out, here and in embed.zip.');
writeFileSync(path.join(dist, 'pictures.json'), `${JSON.stringify(list, null, 2)}\n`);
writeZip(
  dist,
  list.map((picture) => picture.path),
);
