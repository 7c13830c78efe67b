/**
 * Random actions, as many as a patient child would do: whatever is done, the laws of tests/engines/laws.ts hold.
 * What a green run does not prove: anything of ways that this seed did not take (MONKEY_SEED and MONKEY_ACTIONS take
 * others); nor of real pointers, for these are made by a script.
 */
import { expect } from '@playwright/test';
import { test } from '../e2e/support/test';
import { live } from '../e2e/support/live';
import { serveBuilt } from './built';
import { letMonkey, monkeyOptions } from './monkey';
import { numberHistory } from './monkey-page';
import { letPointersGo, scriptOf, watch } from './page-scripts';

/** Firefox is slow to drive; the whole number belongs to the engine tests. */
const USUAL: Record<string, number> = { chromium: 150, phone: 150, firefox: 100 };

test('the laws hold whatever is done', async ({ page }, { project }) => {
  const options = monkeyOptions(USUAL[project.name] ?? 200);
  test.setTimeout(120_000 + options.actions * 500);
  const files = { 'watch.js': scriptOf(watch, letPointersGo, numberHistory) };
  const server = await serveBuilt({ files });
  const drawn = () => live(page);
  const sizes =
    project.name === 'phone'
      ? ([
          [390, 844],
          [844, 390],
          [360, 640],
          [1024, 768],
        ] as const)
      : ([
          [1440, 900],
          [390, 844],
          [1024, 600],
          [700, 900],
        ] as const);
  try {
    console.log(`Seed ${options.seed}, ${options.actions} actions in ${project.name}`);
    const broken = await letMonkey(
      {
        run: (work, ...args) => page.evaluate(`(${work.toString()})(...${JSON.stringify(args)})`),
        goto: async (query) => {
          await page.goto(server.url + query);
          await drawn();
        },
        reload: async () => {
          await page.reload();
          await drawn();
        },
        resize: (width, height) => page.setViewportSize({ width, height }),
      },
      { ...options, sizes },
    );
    expect(broken).toBe('');
  } finally {
    await server.close();
  }
});
