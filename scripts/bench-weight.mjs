/** What the first view weighs: what was really asked for until the picture stood and its scripts had come. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { openReady, row, VIEWPORT } from './bench-page.mjs';

const BUDGET = { all: 95_000, js: 55_000, embed: 130_000 };
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const KINDS = [
  ['html', /html/],
  ['js', /javascript/],
  ['css', /css/],
  ['data', /json/],
];
const kindOf = (type) => KINDS.find(([, pattern]) => pattern.test(type))?.[0] ?? 'other';

/** Prints the weights and hands back what is over its budget, in sentences. */
export async function benchWeight(browser, { url, folder }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const responses = [];
  context.on('response', (response) => responses.push(response));
  await openReady(context, `${url}/`);
  const kinds = { html: 0, js: 0, css: 0, data: 0, other: 0 };
  console.log('\nFirst view, gzip');
  for (const response of [...responses]) {
    const body = await response.body().catch(() => null);
    if (body === null) continue;
    const bytes = gzipSync(body, { level: 9 }).length;
    kinds[kindOf(response.headers()['content-type'] ?? '')] += bytes;
    console.log(`    ${kB(bytes).padStart(9)}  ${new URL(response.url()).pathname}`);
  }
  await context.close();
  const all = Object.values(kinds).reduce((a, b) => a + b, 0);
  for (const [kind, bytes] of Object.entries(kinds)) row(kind, kB(bytes));
  row('all', kB(all), `of ${kB(BUDGET.all)}`);

  const over = [];
  const check = (what, value, limit) => {
    if (value > limit) over.push(`${what} weighs ${kB(value)}; the budget is ${kB(limit)}.`);
  };
  check('The first view', all, BUDGET.all);
  check('Its JavaScript', kinds.js, BUDGET.js);
  const embed = path.join(folder, 'embed.html');
  if (existsSync(embed)) {
    const bytes = gzipSync(readFileSync(embed), { level: 9 }).length;
    row('embed.html', kB(bytes), `of ${kB(BUDGET.embed)}`);
    check('embed.html', bytes, BUDGET.embed);
  } else row('embed.html', 'not built');
  return over;
}
