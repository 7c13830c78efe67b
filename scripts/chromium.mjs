/** Where a Chromium is on this machine, for the browser tests and the bench; and how to get one. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './ensure.mjs';
import { aptInstall, aptUpdate, findProgram, hasApt, isRoot, run } from './system.mjs';

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

function playwrightsOwn() {
  try {
    return createRequire(path.join(root, 'package.json'))('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
}

export const findChromium = () =>
  findProgram('CHROMIUM_PATH', [...(PLACES[process.platform] ?? []), playwrightsOwn()]);

/** Finds a Chromium or installs one, saying what it does; undefined if there is no way. */
export function ensureChromium() {
  const found = findChromium();
  if (found || process.env.CHROMIUM_PATH) return found;

  if (hasApt()) {
    console.log('No Chromium here. Installing the one of this system:');
    aptUpdate();
    for (const name of ['chromium-headless-shell', 'chromium']) {
      aptInstall(name);
      const installed = findChromium();
      if (installed) return installed;
    }
  }
  console.log('No Chromium here. Downloading the one that belongs to Playwright:');
  const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  run(process.execPath, [cli, 'install', ...(isRoot() ? ['--with-deps'] : []), 'chromium']);
  return findChromium();
}
