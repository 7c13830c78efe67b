/** Where a Chromium is on this machine, for the browser tests and the bench; and how to get one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './ensure.mjs';

/** Headless and without a graphics card, as root in a container, and never talking to anyone. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLACES = {
  linux: [
    // Without windows to manage it runs our tests half as fast again.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium-browser',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

/** A file of that name is not enough: on some systems it is only a stub that asks for a snap. */
function runs(file) {
  if (!existsSync(file)) return false;
  // On Windows --version opens a window instead of answering.
  return process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}

function playwrightsOwn() {
  try {
    return createRequire(path.join(root, 'package.json'))('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
}

export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) return runs(asked) ? asked : undefined;
  return [...(PLACES[process.platform] ?? []), playwrightsOwn()].find((file) => file && runs(file));
}

const run = (command, args, env = {}) => {
  console.log(`  ${[command, ...args].join(' ')}`);
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
  );
};

/** Finds a Chromium or installs one, saying what it does; undefined if there is no way. */
export function ensureChromium() {
  const found = findChromium();
  if (found || process.env.CHROMIUM_PATH) return found;

  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here. Installing the one of this system:');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update'], quiet);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      run('apt-get', ['install', '-y', '--no-install-recommends', name], quiet);
      const installed = findChromium();
      if (installed) return installed;
    }
  }
  console.log('No Chromium here. Downloading the one that belongs to Playwright:');
  const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  run(process.execPath, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  return findChromium();
}
