/**
 * `npm run bench`: what the built page costs its reader. Weight of the first view, time until it is drawn on
 * a slow machine, and smoothness of zoom and pan. Ends with 1 if a budget is exceeded.
 */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { drawTimes, firstViewWeight } from './bench-load.mjs';
import { PAN, ZOOM, measureMoves } from './bench-moves.mjs';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';
import { root } from './ensure.mjs';

const BUDGET = {
  allBytes: 130_000,
  scriptBytes: 70_000,
  // One frame at 60 a second; the rest is the resolution of the browser's clock.
  frameMs: 16.7 + 0.5,
};

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const row = (name, ...cells) =>
  console.log(`  ${name.padEnd(16)}${cells.map((cell) => cell.padStart(14)).join('')}`);

function printWeight({ kinds, total, files }) {
  console.log('\nFirst view, gzip');
  for (const [kind, bytes] of Object.entries(kinds)) row(kind, kB(bytes));
  row('all', kB(total));
  for (const { name, bytes } of files) console.log(`    ${kB(bytes).padStart(9)}  ${name}`);
}

function printMoves(name, moves) {
  const ms = ['median', 'p95', 'cpu', 'script', 'place'].map((key) => `${moves[key].toFixed(1)} ms`);
  row(name, ...ms, moves.layouts.toFixed(2), moves.styles.toFixed(2));
}

function overBudget({ kinds, total }, moves) {
  const over = [];
  const check = (what, value, limit, unit) => {
    if (value > limit) over.push(`${what} is ${unit(value)}; the budget is ${unit(limit)}.`);
  };
  check('The first view', total, BUDGET.allBytes, kB);
  check('Its JavaScript', kinds.js, BUDGET.scriptBytes, kB);
  for (const [name, { median }] of Object.entries(moves)) {
    check(`The median frame of the ${name}`, median, BUDGET.frameMs, (ms) => `${ms.toFixed(1)} ms`);
  }
  return over;
}

async function bench(browser, url) {
  const weight = await firstViewWeight(browser, url);
  printWeight(weight);

  const { painted, drawn } = await drawTimes(browser, url);
  console.log('\nTime with the processor four times slower (median of 5)');
  row('first paint', `${painted.toFixed(0)} ms`);
  row('drawn', `${drawn.toFixed(0)} ms`);

  console.log('\nMovement (median of 5 runs; processor time and passes for each step)');
  row('', 'frame', 'p95', 'processor', 'script', 'style, layout', 'layouts', 'styles');
  const moves = {};
  for (const [name, script] of Object.entries({ zoom: ZOOM, pan: PAN })) {
    moves[name] = await measureMoves(browser, url, script);
    printMoves(name, moves[name]);
  }
  return overBudget(weight, moves);
}

if (!existsSync(path.join(root, 'dist', 'index.html'))) {
  console.error('There is no built page yet. Run “npm run build” first.');
  process.exit(1);
}
const executablePath = findChromium();
if (!executablePath) {
  console.error('There is no Chromium. Set CHROMIUM_PATH, or run “npm test” once, which installs one.');
  process.exit(1);
}

const server = await preview({ root, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  const over = await bench(browser, `http://127.0.0.1:${server.httpServer.address().port}/`);
  console.log(over.length === 0 ? '\nWithin the budget.' : '');
  for (const sentence of over) console.log(`Over the budget: ${sentence}`);
  const [load, cores] = [os.loadavg()[0], os.availableParallelism()];
  if (load > cores) {
    console.log(
      `The machine was busy (load ${load.toFixed(1)} on ${cores} processors): frames and times are too high.`,
    );
  }
  process.exitCode = over.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.close();
}
