/** Where a Firefox is on this machine, how the tests set it up, and how to get one. */
import path from 'node:path';
import { aptInstall, aptUpdate, findProgram, hasApt } from './system.mjs';

/**
 * Playwright cannot ask Firefox to emulate media (it does nothing, silently); preferences can.
 * The touch preferences make it a device with a touch screen, beside the mouse. The last one keeps frames of another
 * origin in the process of the page around them: what the driver presses and turns is not handed to another process, so
 * that no click in such a frame would ever arrive. Origins stay as apart as they are.
 */
export const FIREFOX_PREFS = {
  'ui.prefersReducedMotion': 1,
  'ui.systemUsesDarkTheme': 0,
  'layout.css.prefers-color-scheme.content-override': 1,
  'dom.w3c_touch_events.enabled': 1,
  'dom.maxtouchpoints.testing.value': 5,
  'fission.webContentIsolationStrategy': 0,
};

const PLACES = {
  linux: [
    '/usr/bin/firefox-esr',
    '/usr/lib/firefox-esr/firefox-esr',
    '/usr/bin/firefox',
    '/usr/lib/firefox/firefox',
  ],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)']
    .map((name) => process.env[name])
    .filter(Boolean)
    .map((folder) => path.join(folder, 'Mozilla Firefox', 'firefox.exe')),
};

export const findFirefox = () => findProgram('FIREFOX_PATH', PLACES[process.platform] ?? []);

/** Finds a Firefox or installs one where the system can; undefined if there is no way. */
export function ensureFirefox() {
  const found = findFirefox();
  if (found || process.env.FIREFOX_PATH || !hasApt()) return found;
  console.log('No Firefox here. Installing the one of this system:');
  aptUpdate();
  aptInstall('firefox-esr');
  return findFirefox();
}
