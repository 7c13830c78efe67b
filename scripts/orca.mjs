/**
 * `npm run test:orca`: the story as Orca, a real screen reader, speaks it in Firefox and in Chromium, on a desktop that
 * nobody sees. Each journey must be heard as it stands in scripts/orca-journeys.mjs and as it was heard before
 * (docs/speech/). It takes about twenty minutes, so it is not part of `npm test`. The last line is “N passed, N failed”.
 *
 *   npm run test:orca                        all journeys in both browsers
 *   npm run test:orca -- find follow.firefox some of them
 *   npm run test:orca -- --write             keeps what was heard as the new transcripts
 *   npm run test:orca -- --dist <folder>     a page that is built already
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BROWSERS, findBrowser } from './orca-browsers.mjs';
import { Desk } from './orca-desk.mjs';
import { ensure, root } from './ensure.mjs';
import { JOURNEYS } from './orca-journeys.mjs';
import { takeJourney } from './orca-take.mjs';
import { notHeardAgain, writeTranscript } from './orca-transcript.mjs';

const FOLDER = path.join(root, 'docs', 'speech');
const PROGRAMS = ['Xvfb', 'dbus-daemon', 'openbox', 'speech-dispatcher', 'orca', 'xdotool', 'pgrep'];
const INSTALL =
  'apt-get install --no-install-recommends orca speech-dispatcher gir1.2-wnck-3.0 gir1.2-atspi-2.0 python3-pyatspi ' +
  'at-spi2-core xvfb xdotool openbox dbus procps firefox-esr chromium';

const found = (program) => spawnSync('which', [program]).status === 0;
const versionOf = (file) =>
  String(execFileSync(file, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })).trim();

const args = process.argv.slice(2);
const write = args.includes('--write');
const at = args.indexOf('--dist');
const dist = at < 0 ? null : path.resolve(args[at + 1] ?? '');
const asked = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1));

const missing = PROGRAMS.filter((program) => !found(program));
const browsers = BROWSERS.filter(findBrowser);
for (const { title } of BROWSERS.filter((each) => !findBrowser(each)))
  console.log(`Left out, not here: ${title}`);
if (missing.length > 0 || browsers.length === 0) {
  console.log(`This machine lacks ${[...missing, ...(browsers.length ? [] : ['a browser'])].join(', ')}.`);
  console.log(`On Debian or Ubuntu, as root:\n  ${INSTALL}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

if (spawnSync('pgrep', ['-x', 'orca']).status === 0) {
  console.log(
    'An Orca is running on this machine, and a second one cannot. Stop it first, if nobody needs it.',
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}

ensure();
process.chdir(root);
delete process.env.NODE_ENV;
const { build, preview } = await import('vite'); // only now is it sure to be installed
if (!dist) await build({ root, logLevel: 'warn' });
const outDir = dist ?? path.join(root, 'dist');
const server = await preview({
  root,
  logLevel: 'warn',
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
});
const base = `http://127.0.0.1:${server.httpServer.address().port}/`;

let desk;
let stopped;
/** Nothing may be left behind, however this ends. Vite would end the process before the desk is cleared. */
const stop = () => (stopped ??= Promise.all([desk?.close(), server.close()]));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.removeAllListeners(signal);
  process.on(signal, () => void stop().then(() => process.exit(1)));
}

const wanted = JOURNEYS.flatMap((journey) => browsers.map((browser) => ({ journey, browser }))).filter(
  ({ journey: { name }, browser }) =>
    asked.length === 0 || asked.some((each) => each === name || each === `${name}.${browser.name}`),
);
mkdirSync(FOLDER, { recursive: true });
const counts = { passed: 0, failed: 0 };
try {
  for (const { journey, browser } of wanted) {
    if (stopped) break;
    const problems = await listen(journey, browser);
    counts[problems.length > 0 ? 'failed' : 'passed']++;
    console.log(`${problems.length > 0 ? '✘' : '✓'} ${journey.name}.${browser.name}`);
    for (const problem of problems) console.log(`    ${problem}`);
  }
} finally {
  await stop();
}
if (wanted.length === 0) console.log(`There is no such journey: ${asked.join(', ')}`);
console.log(`${counts.passed} passed, ${counts.failed + (wanted.length === 0 ? 1 : 0)} failed`);
process.exit(counts.failed > 0 || wanted.length === 0 ? 1 : 0);

/** Takes a journey on a new desk; says what was not heard. */
async function listen(journey, browser) {
  const file = path.join(FOLDER, `${journey.name}.${browser.name}.txt`);
  let taken;
  try {
    desk = new Desk();
    await desk.open(journey);
    taken = await takeJourney(desk, journey, () =>
      browser.open(desk, findBrowser(browser), base + journey.address),
    );
  } catch (error) {
    return [String(error)];
  } finally {
    await desk?.close();
    desk = undefined;
  }
  const { steps, problems } = taken;
  if (write) {
    const day = new Date().toISOString().slice(0, 10);
    const head = `${day} · Orca ${versionOf('orca')} · ${versionOf(findBrowser(browser))} · 1440×1000`;
    writeFileSync(file, writeTranscript({ journey, steps, head }));
    return problems;
  }
  if (!existsSync(file))
    return [...problems, `no transcript yet: ${path.relative(root, file)} (--write makes it)`];
  const gone = notHeardAgain(readFileSync(file, 'utf8'), steps);
  return [...problems, ...gone.map((phrase) => `not heard again: ${phrase}`)];
}
