/**
 * A Vite plugin: leaves out of the libraries what this page never comes to (unused-parts.ts). The build stops if they are
 * written in another way than is known, or if the page begins to use what is left out.
 */
import type { Plugin } from 'vite';
import { CALLED, D3_TIME, SVELTE } from './unused-parts.ts';

const RUNTIME = '/svelte/src/internal/';

/** What stands in a file of Svelte’s runtime without those parts; throws if it is written in another way. */
export function withoutParts(file: string, code: string): string {
  return SVELTE.flatMap(({ edits }) => edits[file] ?? []).reduce((text, [written, instead]) => {
    if (!text.includes(written)) throw new Error(`Svelte’s ${file} does not say “${written}” any more.`);
    return text.replaceAll(written, instead);
  }, code);
}

/** Intervals and their ranges that the bundler can see nobody uses. */
export const withoutRanges = (code: string): string =>
  code.replace(D3_TIME, (_, name: string | undefined, range: string, owner: string) =>
    name === undefined ? `const ${owner}_every = ` : `const ${name} = /* @__PURE__ */ (() => ${range})();`,
  );

/** What our own module asks for although it is left out, or null. */
export const asksFor = (code: string): string | null =>
  SVELTE.map(({ use }) => use.exec(code)?.[0]).find((found) => found !== undefined) ?? null;

export const unusedCode = (): Plugin => ({
  name: 'unused-code',
  apply: 'build',
  // After the compilers, so that it reads what they wrote.
  enforce: 'post',
  transform(code, id) {
    const at = id.indexOf(RUNTIME);
    if (at >= 0) return withoutParts(id.slice(at + RUNTIME.length), code);
    if (id.endsWith('/d3-time.mjs')) return withoutRanges(code);
    const asked = id.includes('/node_modules/') || !/\.(?:svelte|ts)$/.test(id) ? null : asksFor(code);
    if (asked !== null)
      this.error(`${id} asks for “${asked}”, which the build leaves out: build/unused-parts.ts says why.`);
    return null;
  },
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      const called = file.type === 'chunk' && CALLED.exec(file.code);
      if (called) this.error(`${file.fileName} still has “${called[0]}”: see build/unused-parts.ts.`);
    }
  },
});
