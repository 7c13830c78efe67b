import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium.mjs';
import { findFirefox, FIREFOX_PREFS } from './scripts/firefox.mjs';

// `npm test` chooses a free port, so that two checkouts on one machine do not meet.
const port = Number(process.env.E2E_PORT || 4173);
const ci = Boolean(process.env.CI);
const firefox = findFirefox();
/** Tests that only the long run has: `npm run test:engines`. */
const long = Boolean(process.env.E2E_LONG);
/** Which tests a project leaves out, by their tags. */
const leftOut = (...tags: string[]) => new RegExp([...tags, ...(long ? [] : ['@long'])].join('|') || '(?!)');
const PHONE = '**/phone-*.spec.ts';
/** Where engines differ most: layout, gestures, keys and focus, history. All others run in Firefox when asked for at length. */
const FIREFOX_USUAL = [
  'engines/*.spec.ts',
  'e2e/{access-focus,access-forced,access-journey,address-page,class-check,class-desk,class-rehearsal,class-share,embed-guest,embed-hosts,language-switch,stage-camera,stage-law,stage-trace,touch-synthetic}.spec.ts',
];
const DESKTOP = { width: 1440, height: 900 };
const CHROMIUM = { executablePath: findChromium(), args: CHROMIUM_ARGS };

/** Firefox itself, through WebDriver BiDi. What it cannot emulate must be null, or it is asked to; see FIREFOX_PREFS. */
const firefoxUse = (executablePath: string) => ({
  browserName: 'firefox' as const,
  channel: 'moz-firefox',
  viewport: DESKTOP,
  colorScheme: null,
  contextOptions: { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null },
  launchOptions: { executablePath, firefoxUserPrefs: FIREFOX_PREFS },
});

/** The browser tests look at the built page, as readers get it. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '{e2e,engines}/**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0, // a test that passes the second time has found something
  forbidOnly: ci,
  // Generous: a loaded machine is slow, and a hung test is found all the same.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-CA',
    // West of Greenwich: a date that is read as local time would move by a day.
    timezoneId: 'America/Toronto',
    colorScheme: 'light',
    // Tests of motion ask for it: test.use({ contextOptions: { reducedMotion: 'no-preference' } }).
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: PHONE,
      grepInvert: leftOut('@firefox'),
      use: { ...devices['Desktop Chrome'], launchOptions: CHROMIUM, viewport: DESKTOP },
    },
    {
      name: 'phone',
      // The monkey has fingers there; of the others those that look at no one view, but for what is tagged.
      testMatch: [PHONE, 'engines/monkey.spec.ts', 'e2e/{data-broken,language-switch}.spec.ts'],
      grepInvert: leftOut('@wide'),
      use: { ...devices['Pixel 7'], launchOptions: CHROMIUM, viewport: { width: 390, height: 844 } },
    },
    // Without a Firefox there is no such project; scripts/test.mjs says so.
    ...(firefox
      ? [
          {
            name: 'firefox',
            testIgnore: PHONE,
            ...(long ? {} : { testMatch: FIREFOX_USUAL }),
            grepInvert: leftOut('@chromium', ...(long ? [] : ['@slow-firefox'])),
            timeout: 240_000, // it takes twice as long for the same
            use: firefoxUse(firefox),
          },
        ]
      : []),
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: !ci,
    env: { NO_COLOR: '' }, // Playwright forces colours here; Node warns when it is told both
    timeout: 30_000,
  },
});
