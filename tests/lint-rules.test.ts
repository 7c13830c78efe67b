/**
 * The house rules are only worth something if they bite: each case is a line that must be refused, or that
 * must be let through. What a green run does not prove: that the rules name every folder that there is.
 */
import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('..', import.meta.url)) });
const IMPORTS = '@typescript-eslint/no-restricted-imports';
const SLOW = 30_000; // the first call loads the parsers

async function rulesBroken(filePath: string, code: string): Promise<(string | null)[]> {
  const source = filePath.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>\n` : `${code}\n`;
  const [result] = await eslint.lintText(source, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const bring = (from: string) => `import { thing } from '${from}'; export const own = thing;`;
const bringType = (from: string) => `import type { Thing } from '${from}'; export type Own = Thing;`;

describe('refused', () => {
  it.each([
    ['src/time/new.ts', bring('@/story/story'), IMPORTS],
    ['src/layout/new.ts', bring('@/state/selection.svelte'), IMPORTS],
    ['src/layout/new.ts', bring('svelte'), IMPORTS],
    ['src/layout/new.ts', bring('../story/story'), IMPORTS],
    ['src/views/stage/new.ts', bring('@/viewport/viewport.svelte'), IMPORTS],
    ['src/views/stage/new.ts', bring('./Stage.svelte'), IMPORTS],
    ['src/views/stage/New.svelte', bring('@/ui/Minimap.svelte'), IMPORTS],
    ['src/viewport/new.ts', bring('d3-path'), IMPORTS],
    ['src/state/new.svelte.ts', bring('@/ui/Minimap.svelte'), IMPORTS],
    ['src/marks/New.svelte', bring('@/story/story'), IMPORTS],
    ['src/marks/New.svelte', bring('d3-scale'), IMPORTS],
    ['src/ui/New.svelte', bring('@/marks/Dot.svelte'), IMPORTS],
    ['src/ui/New.svelte', bring('@/views/stage/scene'), IMPORTS],
    ['src/url/codec.ts', bring('@/state/selection.svelte'), IMPORTS],
    ['src/ui/New.svelte', '$effect(() => {});', 'no-restricted-syntax'],
    ['src/ui/New.svelte', 'history.back();', 'no-restricted-globals'],
    ['src/ui/New.svelte', 'window.history.back();', 'no-restricted-properties'],
    ['src/layout/new.ts', 'export const now = Date.now();', 'no-restricted-syntax'],
    ['src/layout/new.ts', 'export const width = window.innerWidth;', 'no-restricted-globals'],
    ['src/state/new.ts', "export const show = (el: Element) => (el.innerHTML = '');", 'no-restricted-syntax'],
    [
      'src/state/new.ts',
      'export const anything = (x: any): unknown => x;',
      '@typescript-eslint/no-explicit-any',
    ],
    ['src/state/new.ts', "console.log('here');", 'no-console'],
    ['tests/e2e/new.spec.ts', "test.only('one', () => {});", 'no-restricted-syntax'],
    ['src/time/new.test.ts', "it.skip('one', () => {});", 'no-restricted-syntax'],
  ])(
    '%s: %s',
    async (file, code, rule) => {
      expect(await rulesBroken(file, code)).toContain(rule);
    },
    SLOW,
  );
});

describe('let through', () => {
  it.each([
    ['src/story/new.ts', bringType('@/dataset/format')],
    ['src/views/stage/new.ts', bring('@/viewport/axis')],
    ['src/views/stage/New.svelte', bring('@/marks/Dot.svelte')],
    ['src/viewport/new.ts', bring('svelte')],
    ['src/url/sync.svelte.ts', '$effect(() => {});'],
    ['src/marks/New.svelte', bringType('@/views/stage/scene')],
    ['src/state/new.svelte.ts', bring('./selection.svelte')],
    ['src/ui/New.svelte', bring('@/views/registry')],
    ['src/url/history.ts', 'history.back();'],
    ['src/App.svelte', bring('@/views/stage/Stage.svelte')],
    ['src/layout/new.test.ts', bring('@/story/story')],
  ])(
    '%s: %s',
    async (file, code) => {
      expect(await rulesBroken(file, code)).toEqual([]);
    },
    SLOW,
  );
});
