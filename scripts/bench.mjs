/**
 * `npm run bench`: what the built page costs its reader, against its budgets. Ends with 1 if one is exceeded.
 * `npm run bench -- weight load moves flow leaks` runs those parts only.
 */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { benchFlow } from './bench-flow.mjs';
import { benchLeaks } from './bench-leaks.mjs';
import { benchLoad } from './bench-load.mjs';
import { benchMoves } from './bench-moves.mjs';
import { serveFolder } from './bench-page.mjs';
import { benchWeight } from './bench-weight.mjs';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';
import { root } from './ensure.mjs';

const PARTS = { weight: benchWeight, load: benchLoad, moves: benchMoves, flow: benchFlow, leaks: benchLeaks };

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

const asked = process.argv.slice(2);
const unknown = asked.find((part) => !Object.hasOwn(PARTS, part));
if (unknown !== undefined) stop(`There is no part “${unknown}”; there are ${Object.keys(PARTS).join(', ')}.`);
// Another folder than dist/, for those who build beside each other.
const folder = path.resolve(root, process.env.BENCH_DIST ?? 'dist');
if (!existsSync(path.join(folder, 'index.html')))
  stop('There is no built page yet. Run “npm run build” first.');
const executablePath = findChromium();
if (!executablePath)
  stop('There is no Chromium. Set CHROMIUM_PATH, or run “npm test” once, which installs one.');

const server = await serveFolder(folder);
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  const over = [];
  for (const [name, part] of Object.entries(PARTS))
    if (asked.length === 0 || asked.includes(name))
      over.push(...(await part(browser, { ...server, folder })));
  console.log(over.length === 0 ? '\nWithin the budget.' : '');
  for (const sentence of over) console.log(`Over the budget: ${sentence}`);
  const [load, cores] = [os.loadavg()[0], os.availableParallelism()];
  if (load > cores)
    console.log(
      `The machine was busy (load ${load.toFixed(1)} on ${cores} processors): frames and times are too high.`,
    );
  process.exitCode = over.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
