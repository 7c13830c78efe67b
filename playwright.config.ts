import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium.mjs';

// `npm test` chooses a free port, so that two checkouts on one machine do not meet.
const port = Number(process.env.E2E_PORT || 4173);
const ci = Boolean(process.env.CI);

/** The browser tests look at the built page, as readers get it. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0, // a test that passes the second time has found something
  forbidOnly: ci,
  // Generous: a loaded machine is slow, and a hung test is found all the same.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-CA',
    // West of Greenwich: a date that is read as local time would move by a day.
    timezoneId: 'America/Toronto',
    colorScheme: 'light',
    // Tests of motion ask for it: test.use({ contextOptions: { reducedMotion: 'no-preference' } }).
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: '**/phone-*.spec.ts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: '**/phone-*.spec.ts',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: !ci,
    env: { NO_COLOR: '' }, // Playwright forces colours here; Node warns when it is told both
    timeout: 30_000,
  },
});
