/** The stages of `npm test`, in their order: what each runs, what it needs, and how its report is counted. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { countPlaywright, countVitest } from './counts.mjs';
import { root } from './ensure.mjs';
import { ensureFirefox, findFirefox } from './firefox.mjs';
import { ensureWebKit, findWebKit, WEBKIT_PACKAGES } from './webkit.mjs';

const MINUTE = 60_000;
export const REPORTS = path.join(root, '.generated', 'reports');
export const reportOf = (name) => path.join(REPORTS, `${name}.json`);

const bin = (file) => path.join(root, 'node_modules', file);
const vitest = (name, ...more) => [
  bin('vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportOf(name)}`,
  ...more,
];
const playwright = (workers, ...projects) => [
  bin('@playwright/test/cli.js'),
  'test',
  '--reporter=list,json',
  `--workers=${workers}`,
  // Each run empties its folder when it begins.
  `--output=test-results/${projects[0]}`,
  ...projects.map((project) => `--project=${project}`),
];

/**
 * Browsers also wait, for frames and polls, so there are more of them than cores. On two cores there are three: two of
 * Chromium, which has most of the work, and one of Firefox. WebKit, which draws by the processor alone, has a turn of its
 * own: beside the others its pages came later than its tests are ready to wait.
 */
const CORES = Math.max(2, availableParallelism());

/**
 * A stage with an `engine` is left out where that is not found, unless it is asked for by its name.
 * Stages of one `turn` run beside each other and share no port; what they say is printed when they end, but for the one
 * that `speaks` as it goes on. Engines look at the build, so their turn comes when it stands.
 * `limit` is when a stage that hangs is a stage that fails, ms; `long` the same for all that the engines can be asked.
 */
export const STAGES = [
  {
    name: 'types',
    // It checks what is no component too, all that tsconfig.json names.
    run: [[bin('svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings']],
  },
  {
    name: 'lint',
    run: [
      [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
      [bin('prettier/bin/prettier.cjs'), '--check', '.'],
    ],
  },
  { name: 'data', run: [['scripts/check-data.mjs']] },
  { name: 'unit', run: [vitest('unit')], count: countVitest },
  {
    name: 'build',
    // What it writes no other of these reads.
    run: [
      [bin('vite/bin/vite.js'), 'build'],
      [bin('vite/bin/vite.js'), 'build', '--config', 'vite.one-file.config.ts'],
      [bin('vite/bin/vite.js'), 'build', '--config', 'vite.one-file.config.ts', '--mode', 'class'],
    ],
  },
  {
    name: 'browser',
    speaks: true,
    needs: 'build', // an old build would prove nothing
    served: true,
    limit: 25 * MINUTE,
    long: 60 * MINUTE,
    engine: {
      name: 'Chromium',
      find: ensureChromium,
      install: ensureChromium,
      variable: 'CHROMIUM_PATH',
      byHand: 'set CHROMIUM_PATH to one, or install it',
      always: true,
    },
    run: [playwright(CORES, 'chromium', 'phone')],
    count: countPlaywright,
  },
  {
    name: 'firefox',
    needs: 'build',
    served: true,
    limit: 25 * MINUTE,
    long: 90 * MINUTE,
    engine: {
      name: 'Firefox',
      find: findFirefox,
      install: ensureFirefox,
      variable: 'FIREFOX_PATH',
      byHand: 'set FIREFOX_PATH to one, or install it (Debian: firefox-esr)',
    },
    run: [playwright(Math.ceil(CORES / 2), 'firefox')],
    count: countPlaywright,
  },
  {
    name: 'webkit',
    turn: 3,
    needs: 'build',
    long: 60 * MINUTE,
    engine: {
      name: 'WebKit',
      find: () => findWebKit()?.driver,
      install: () => ensureWebKit()?.driver,
      variable: 'WEBKIT_DRIVER_PATH',
      byHand: `on Linux, install WebKitGTK’s driver and Xvfb (Debian: ${WEBKIT_PACKAGES.join(' ')})`,
    },
    run: [vitest('webkit', '--config', 'tests/webkit/vitest.config.ts')],
    count: countVitest,
  },
].map((stage) => ({ limit: 10 * MINUTE, turn: stage.engine ? 2 : 1, ...stage }));
