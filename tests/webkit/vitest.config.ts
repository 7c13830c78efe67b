/** WebKitGTK has no place in Playwright, so these tests drive it themselves; one window at a time. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { '@': fileURLToPath(new URL('../../src', import.meta.url)) } },
  test: {
    include: ['tests/webkit/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    // As generous as the other browser tests.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
