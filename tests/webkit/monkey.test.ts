/**
 * Random actions in WebKitGTK: whatever is done, the laws of tests/engines/laws.ts hold.
 * What a green run does not prove: anything of ways that this seed did not take, or of real fingers.
 */
import { expect, it } from 'vitest';
import { letMonkey, monkeyOptions } from '../engines/monkey';
import { numberHistory } from '../engines/monkey-page';
import { scriptOf } from '../engines/page-scripts';
import { drawn, open, visitWebKit } from './setup';

// As in Firefox: it is slow to drive, and the whole number belongs to the engine tests.
const options = monkeyOptions(100);
const visit = visitWebKit({ files: { 'history.js': scriptOf(numberHistory) } });

it('the laws hold whatever is done', { timeout: 120_000 + options.actions * 500 }, async () => {
  console.log(`Seed ${options.seed}, ${options.actions} actions in webkit`);
  const { session } = visit;
  const broken = await letMonkey(
    {
      run: (work, ...args) => session.run(work, ...args),
      goto: (query) => open(visit, query),
      reload: async () => {
        await session.reload();
        await drawn(session);
      },
      resize: (width, height) => session.resize(width, height),
    },
    {
      ...options,
      sizes: [
        [1440, 900],
        [700, 900],
        [1024, 600],
      ],
    },
  );
  expect(broken).toBe('');
});
