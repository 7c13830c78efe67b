/**
 * Draws public/icons/*.png from public/icon.svg, on the paper of the light scheme: `node scripts/icons.mjs`, after the
 * icon has changed. The files are committed: the build needs no browser for them.
 */
import { chromium } from '@playwright/test';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';
import { root } from './ensure.mjs';

const PAPER = '#fbfaf7';
/** Size in px; the share of it that the drawing takes; the radius of the corners as a share. */
const ICONS = {
  'icon-192.png': { size: 192, drawn: 0.8, radius: 0.18 },
  'icon-512.png': { size: 512, drawn: 0.8, radius: 0.18 },
  // Systems cut these as they like: all corners are paper, and the drawing keeps inside the safe circle.
  'icon-maskable.png': { size: 512, drawn: 0.6, radius: 0 },
  'apple-touch-icon.png': { size: 180, drawn: 0.76, radius: 0 },
};

const svg = readFileSync(path.join(root, 'public/icon.svg'), 'utf8');
const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
mkdirSync(path.join(root, 'public/icons'), { recursive: true });

const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
const page = await browser.newPage({ colorScheme: 'light' });
for (const [name, { size, drawn, radius }] of Object.entries(ICONS)) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0"><div style="display:grid;place-items:center;height:100vh;background:${PAPER};` +
      `border-radius:${radius * size}px"><img src="${source}" width="${Math.round(drawn * size)}"></div></body>`,
  );
  await page.locator('img').evaluate((img) => img.decode());
  await page.screenshot({ path: path.join(root, 'public/icons', name), omitBackground: true });
}
await browser.close();
