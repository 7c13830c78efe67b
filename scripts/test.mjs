/**
 * `npm test`: everything that must hold, in one command, also as the first one on a fresh clone.
 * `npm test -- unit lint` runs only some stages. The last line is always “N passed, N failed”.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { countPlaywright, countVitest, settle, summary } from './counts.mjs';
import { ensure, root } from './ensure.mjs';

const REPORTS = path.join(root, '.generated', 'reports');
const STAGE_LIMIT = 10 * 60_000; // a stage that hangs is a stage that fails

const bin = (file) => path.join(root, 'node_modules', file);
const report = (name) => path.join(REPORTS, `${name}.json`);

const STAGES = [
  {
    name: 'types',
    run: [
      [bin('svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
      [bin('typescript/bin/tsc'), '--noEmit'],
    ],
  },
  {
    name: 'lint',
    run: [
      [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
      [bin('prettier/bin/prettier.cjs'), '--check', '.'],
    ],
  },
  { name: 'data', run: [['scripts/check-data.mjs']] },
  {
    name: 'unit',
    run: [
      [
        bin('vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report('unit')}`,
      ],
    ],
    count: countVitest,
  },
  { name: 'build', run: [[bin('vite/bin/vite.js'), 'build']] },
  {
    name: 'browser',
    needs: 'build', // an old build would prove nothing
    prepare: prepareBrowser,
    run: [[bin('@playwright/test/cli.js'), 'test', '--reporter=list,json']],
    count: countPlaywright,
  },
];

/** Only what a child needs: no variable of an outer tool may change what is tested. */
function cleanEnv() {
  const odd =
    /^(npm_|VITE|VITEST|PLAYWRIGHT_|PW_|PWDEBUG|PWTEST|ESLINT|NODE_ENV$|NODE_OPTIONS$|DEBUG$|FORCE_COLOR$|E2E_)/i;
  const kept = Object.entries(process.env).filter(([name]) => !odd.test(name));
  return {
    ...Object.fromEntries(kept),
    CI: '1', // no watching, no prompts, no test.only
    NO_COLOR: '1',
    TZ: 'America/Toronto', // west of Greenwich: a date that is read as local time moves a day
    PLAYWRIGHT_JSON_OUTPUT_FILE: report('browser'),
  };
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function prepareBrowser(env) {
  const chromium = ensureChromium();
  if (!chromium) throw new Error('There is no Chromium; set CHROMIUM_PATH to one, or install it.');
  console.log(`Browser: ${chromium}`);
  env.CHROMIUM_PATH = chromium;
  env.E2E_PORT = String(await freePort());
}

const child = (args, env) =>
  new Promise((resolve) => {
    const options = { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], timeout: STAGE_LIMIT };
    const running = spawn(process.execPath, args, options);
    const pass = (signal) => running.kill(signal);
    process.once('SIGTERM', pass);
    running.on('error', () => resolve(false));
    running.on('exit', (code, signal) => {
      process.off('SIGTERM', pass);
      if (signal) console.error(`Stopped by ${signal}.`);
      resolve(code === 0);
    });
  });

async function runStage({ name, run, count, prepare }, env) {
  rmSync(report(name), { force: true }); // so that an old report is never read
  if (prepare) await prepare(env);
  let ok = true;
  for (const args of run) ok = (await child(args, env)) && ok;
  if (!count) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return settle(() => count(JSON.parse(readFileSync(report(name), 'utf8'))), ok);
}

function choose(names) {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(
      `No stage “${unknown.join('”, “')}”. There are: ${STAGES.map(({ name }) => name).join(', ')}.`,
    );
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
  const needed = STAGES.filter(({ name }) => names.includes(name)).map(({ needs }) => needs);
  return names.length === 0
    ? STAGES
    : STAGES.filter(({ name }) => names.includes(name) || needed.includes(name));
}

const stages = choose(process.argv.slice(2));
ensure();
mkdirSync(REPORTS, { recursive: true });
const env = cleanEnv();
const results = new Map();

for (const stage of stages) {
  console.log(`\n── ${stage.name} ${'─'.repeat(60 - stage.name.length)}`);
  const began = Date.now();
  let count = { passed: 0, failed: 1 };
  try {
    if (results.get(stage.needs)?.failed) throw new Error(`Not run, because the ${stage.needs} failed.`);
    count = await runStage(stage, env);
  } catch (error) {
    console.error(error.message);
  }
  results.set(stage.name, { ...count, seconds: (Date.now() - began) / 1000 });
}

console.log(`\n── summary ${'─'.repeat(53)}`);
for (const [name, { passed, failed, seconds }] of results) {
  console.log(
    `${name.padEnd(9)}${`${passed} passed, ${failed} failed`.padEnd(26)}${seconds.toFixed(1).padStart(6)} s`,
  );
}
const counts = [...results.values()];
process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
console.log(`\n${summary(counts)}`);
