/** Proves that a broken dataset stops the build. Does not prove that the built page loads the files. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { storyFiles } from './story-files';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../tests/fixtures/broken/${name}.json`, import.meta.url));

/** Starts the plugin as Vite does when it has read its configuration. */
async function start(file: string): Promise<void> {
  const hook = storyFiles(file).configResolved;
  if (typeof hook !== 'function') throw new Error('the plugin has no such hook');
  await Reflect.apply(hook, undefined, []);
}

describe('storyFiles', () => {
  it('stops at a dataset with problems and lists them all', async () => {
    await expect(start(fixture('unsourced'))).rejects.toThrow(
      /event “a” names no source[^]*node “n1”[^]*link “n1__n2”/,
    );
  });

  it('stops at a file that is no JSON, or is not there', async () => {
    await expect(start(fixture('not-json'))).rejects.toThrow(/not valid JSON/);
    await expect(start(fixture('nowhere'))).rejects.toThrow(/ENOENT/);
  });
});
