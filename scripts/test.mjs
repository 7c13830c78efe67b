/**
 * `npm test`: everything that must hold, in one command, also as the first one on a fresh clone.
 * `npm test -- unit lint` runs only some stages. `npm run test:engines` (that is `-- --engines`) runs the browser
 * stages alone, in all three engines: it installs what is missing, and lets the monkey do ten thousand things.
 * The last line is always “N passed, N failed”.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { leftOutLine, settle, summary } from './counts.mjs';
import { ensure, root } from './ensure.mjs';
import { REPORTS, reportOf, STAGES } from './stages.mjs';

const MONKEY = '10000';

/** Only what a child needs: no variable of an outer tool may change what is tested. */
function cleanEnv() {
  const odd =
    /^(npm_|VITE|VITEST|PLAYWRIGHT_|PW_|PWDEBUG|PWTEST|ESLINT|NODE_ENV$|NODE_OPTIONS$|DEBUG$|FORCE_COLOR$|E2E_)/i;
  const kept = Object.entries(process.env).filter(([name]) => !odd.test(name));
  return {
    ...Object.fromEntries(kept),
    CI: '1', // no watching, no prompts, no test.only
    SITE_URL: 'https://timeline.example/', // with it the build writes all that it can
    NO_COLOR: '1',
    TZ: 'America/Toronto', // west of Greenwich: a date that is read as local time moves a day
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

/** Gives a stage its engine and a port of its own; false if there is no such engine here. */
async function prepare({ name, engine, served }, env) {
  env.PLAYWRIGHT_JSON_OUTPUT_FILE = reportOf(name);
  if (served) env.E2E_PORT = String(await freePort());
  if (!engine) return true;
  const found = full ? engine.install() : engine.find();
  if (found) {
    console.log(`${engine.name}: ${found}`);
    env[engine.variable] = found;
  }
  return Boolean(found);
}

/** Runs one program. What it prints is shown at once, or kept in `said` until the stage has its turn to speak. */
const child = (args, env, limit, said) =>
  new Promise((resolve) => {
    const out = said ? 'pipe' : 'inherit';
    const options = { cwd: root, env, stdio: ['ignore', out, out], timeout: limit };
    const running = spawn(process.execPath, args, options);
    for (const stream of [running.stdout, running.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    const pass = (signal) => running.kill(signal);
    process.once('SIGTERM', pass);
    running.on('error', () => resolve(false));
    running.on('close', (code, signal) => {
      process.off('SIGTERM', pass);
      if (signal) console.error(`Stopped by ${signal}.`);
      resolve(code === 0);
    });
  });

/** Its count; null where it is left out. */
async function runStage(stage, env, said) {
  const { name, engine, run, count } = stage;
  rmSync(reportOf(name), { force: true }); // so that an old report is never read
  if (!(await prepare(stage, env))) {
    if (!full && !engine.always && !asked.includes(name)) return null;
    throw new Error(`There is no ${engine.name} here: ${engine.byHand}.`);
  }
  let ok = true;
  for (const args of run)
    ok = (await child(args, env, full ? (stage.long ?? stage.limit) : stage.limit, said)) && ok;
  if (!count) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return settle(() => count(JSON.parse(readFileSync(reportOf(name), 'utf8'))), ok);
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
  if (full && names.length === 0) names = STAGES.filter(({ engine }) => engine).map(({ name }) => name);
  const needed = STAGES.filter(({ name }) => names.includes(name)).map(({ needs }) => needs);
  return names.length === 0
    ? STAGES
    : STAGES.filter(({ name }) => names.includes(name) || needed.includes(name));
}

const full = process.argv.includes('--engines');
const asked = process.argv.slice(2).filter((name) => name !== '--engines');
const stages = choose(asked);
ensure();
mkdirSync(REPORTS, { recursive: true });
// What an engine drew in an earlier run is nothing to compare with.
rmSync(path.join(root, '.generated', 'engines'), { recursive: true, force: true });
const env = cleanEnv();
if (full) Object.assign(env, { MONKEY_ACTIONS: env.MONKEY_ACTIONS ?? MONKEY, E2E_LONG: '1' });
const results = new Map();
const leftOut = [];

/** Runs a stage under its heading, whatever comes, and notes its count. */
async function tell(stage) {
  const said = stage.speaks ? undefined : [];
  const heading = `\n── ${stage.name} ${'─'.repeat(60 - stage.name.length)}`;
  if (!said) console.log(heading);
  const began = Date.now();
  let count = { passed: 0, failed: 1 };
  let problem = '';
  try {
    if (results.get(stage.needs)?.failed) throw new Error(`Not run, because the ${stage.needs} failed.`);
    count = await runStage(stage, { ...env }, said);
  } catch (error) {
    problem = error.message;
  }
  if (said) process.stdout.write(`${heading}\n${Buffer.concat(said)}`);
  if (problem) console.error(problem);
  if (count) return results.set(stage.name, { ...count, seconds: (Date.now() - began) / 1000 });
  console.log(`No ${stage.engine.name} here: left out.`);
  leftOut.push(stage.engine.name);
}

for (const turn of [1, 2, 3]) await Promise.all(stages.filter((stage) => stage.turn === turn).map(tell));

console.log(`\n── summary ${'─'.repeat(53)}`);
for (const [name, { passed, failed, seconds }] of results) {
  console.log(
    `${name.padEnd(9)}${`${passed} passed, ${failed} failed`.padEnd(26)}${seconds.toFixed(1).padStart(6)} s`,
  );
}
const counts = [...results.values()];
process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
if (leftOut.length > 0) console.log(`\n${leftOutLine(leftOut)}`);
if (!full)
  console.log('Tests tagged @long, and most of the random actions, are left to npm run test:engines.');
console.log(`\n${summary(counts)}`);
