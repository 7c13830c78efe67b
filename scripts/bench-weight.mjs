/**
 * What the first view weighs, as it was really asked for: until somebody comes near, which has a budget, and with the
 * live page, which the first sign of a reader brings.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeReady, openDrawn, row, WINDOWS } from './bench-page.mjs';

const BUDGET = { all: 95_000, js: 55_000, embed: 130_000 };
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const packed = (body) => gzipSync(body, { level: 9 }).length;
const KINDS = [
  ['html', /html/],
  ['js', /javascript/],
  ['css', /css/],
  ['data', /json/],
];
const kindOf = (type) => KINDS.find(([, pattern]) => pattern.test(type))?.[0] ?? 'other';

/** Everything that was answered so far, by its kind, bytes; prints the files after the first `known`. */
async function weigh(responses, known = 0) {
  const kinds = { html: 0, js: 0, css: 0, data: 0, other: 0 };
  for (const [i, response] of [...responses].entries()) {
    const body = await response.body().catch(() => null);
    if (body === null) continue;
    const bytes = packed(body);
    kinds[kindOf(response.headers()['content-type'] ?? '')] += bytes;
    if (i >= known) console.log(`    ${kB(bytes).padStart(9)}  ${new URL(response.url()).pathname}`);
  }
  return { ...kinds, all: Object.values(kinds).reduce((a, b) => a + b, 0) };
}

/** Prints the weights and hands back what is over its budget, in sentences. */
export async function benchWeight(browser, { url, folder }) {
  const over = [];
  const check = (what, value, limit) => {
    if (value > limit) over.push(`${what} weighs ${kB(value)}; the budget is ${kB(limit)}.`);
  };
  for (const [name, window] of Object.entries(WINDOWS)) {
    const context = await browser.newContext(window);
    const responses = [];
    context.on('response', (response) => responses.push(response));
    const page = await openDrawn(context, `${url}/`);
    await page.waitForLoadState('networkidle');
    console.log(`\nFirst view, gzip (${name}), until somebody comes near`);
    const first = await weigh(responses);
    const inline = (tag) =>
      page.locator(tag).evaluateAll((all) => all.map((each) => each.textContent).join('\n'));
    const [style, script] = [await inline('style'), await inline('script:not([src], [type])')];
    console.log(`               of which styles ${kB(packed(style))}, script ${kB(packed(script))}`);
    const known = responses.length;
    await makeReady(page);
    await page.waitForLoadState('networkidle');
    console.log('  With the live page');
    const live = await weigh(responses, known);
    row('', 'until near', 'at most', 'live page');
    const limits = { js: kB(BUDGET.js), all: kB(BUDGET.all) };
    for (const kind of Object.keys(first)) row(kind, kB(first[kind]), limits[kind] ?? '', kB(live[kind]));
    check(`The first view (${name})`, first.all, BUDGET.all);
    check(`Its JavaScript (${name})`, first.js + packed(script), BUDGET.js);
    await context.close();
  }
  const embed = path.join(folder, 'embed.html');
  if (existsSync(embed)) {
    const bytes = packed(readFileSync(embed));
    row('embed.html', kB(bytes), kB(BUDGET.embed));
    check('embed.html', bytes, BUDGET.embed);
  } else row('embed.html', 'not built');
  return over;
}
