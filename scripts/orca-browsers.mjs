/** The browsers that Orca reads: whole ones with a window, each in a new profile. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FIREFOX_PREFS = {
  'accessibility.force_disabled': -1,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'termsofuse.bypassNotification': true,
};

// --test-type: no bar that warns of --no-sandbox, which root cannot do without.
const CHROMIUM_ARGS = (
  '--force-renderer-accessibility --no-sandbox --test-type --disable-gpu --disable-quic --no-first-run ' +
  '--disable-background-networking --disable-component-update --disable-sync --password-store=basic'
).split(' ');

const SIZE = { width: 1440, height: 1000 };

/** A browser: where it may be found, and how to open an address in it on a desk. Returns the process. */
export const BROWSERS = [
  {
    name: 'firefox',
    title: 'Firefox',
    files: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    open(desk, file, url) {
      const profile = desk.folder('firefox');
      const lines = Object.entries(FIREFOX_PREFS).map(
        ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
      );
      writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
      const size = ['--width', String(SIZE.width), '--height', String(SIZE.height)];
      return desk.start(file, ['--no-remote', '--profile', profile, ...size, url]);
    },
  },
  {
    name: 'chromium',
    title: 'Chromium',
    files: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    open(desk, file, url) {
      const size = `--window-size=${SIZE.width},${SIZE.height}`;
      const profile = `--user-data-dir=${desk.folder('chromium')}`;
      return desk.start(file, [...CHROMIUM_ARGS, size, profile, url]);
    },
  },
];

export const findBrowser = ({ files }) => files.find((file) => existsSync(file));
