/** Where a WebKitWebDriver is on this machine, with what it needs, and how to get them. Linux only. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, aptUpdate, hasApt } from './system.mjs';

/** What to install by hand where apt cannot do it, by Debian's names. */
export const WEBKIT_PACKAGES = ['webkit2gtk-driver', 'xvfb', 'xauth'];

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';

/** It lies in a folder named after the machine and the version. */
function findMiniBrowser() {
  const machines = readdirSync('/usr/lib').filter((name) => name.includes('-linux-gnu'));
  return ['/usr/libexec', '/usr/lib', ...machines.map((name) => path.join('/usr/lib', name))]
    .flatMap((folder) =>
      ['4.1', '4.0'].map((version) => path.join(folder, `webkit2gtk-${version}/MiniBrowser`)),
    )
    .find(existsSync);
}

/** The three programs of a WebKit without a screen; undefined if one is missing. */
export function findWebKit() {
  const driver = process.env.WEBKIT_DRIVER_PATH || DRIVER;
  if (!existsSync(driver) || !existsSync(XVFB)) return undefined;
  const browser = findMiniBrowser();
  return browser && { driver, browser, xvfb: XVFB };
}

/** Finds a WebKit or installs one where the system can; undefined if there is no way. */
export function ensureWebKit() {
  const found = findWebKit();
  if (found || process.env.WEBKIT_DRIVER_PATH || !hasApt()) return found;
  console.log('No WebKit here. Installing the one of this system:');
  aptUpdate();
  aptInstall(...WEBKIT_PACKAGES);
  return findWebKit();
}
