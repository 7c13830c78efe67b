/**
 * A Vite plugin: what this page never comes to in two libraries, told so that the bundler can leave it out. Nothing that
 * runs is changed. The build stops if they are written in another way than is known.
 */
import type { Plugin } from 'vite';

/**
 * Pages are mounted and never hydrated (early/take-over.ts exchanges them). Svelte guards all its code for that with one
 * variable, which its own code can set; here it is a constant.
 */
const HYDRATION = '/svelte/src/internal/client/dom/hydration.js';
const GUARD = [
  ['export let hydrating = false;', 'export const hydrating = false;'],
  ['hydrating = value;', ''],
] as const;

/** d3-time’s intervals are made as it is loaded; those that nobody uses are held by what reads from them there. */
const D3_TIME = '/d3-time.mjs';
const HELD = /^const (\w+) = (\w+\.range);|^(millisecond|timeYear)\.every = /gm;

export function withoutHydration(code: string): string {
  const unknown = GUARD.find(([written]) => !code.includes(written));
  if (unknown)
    throw new Error(`Svelte does not say “${unknown[0]}” any more: its hydration is written in another way.`);
  return GUARD.reduce((text, [written, instead]) => text.replace(written, instead), code);
}

/** Intervals and their ranges of which the bundler can see that nobody uses them. */
export const withoutRanges = (code: string): string =>
  code.replace(HELD, (_, name: string | undefined, range: string, owner: string) =>
    name === undefined ? `const ${owner}_every = ` : `const ${name} = /* @__PURE__ */ (() => ${range})();`,
  );

export const unusedCode = (): Plugin => ({
  name: 'unused-code',
  apply: 'build',
  transform(code, id) {
    if (id.endsWith(HYDRATION)) return withoutHydration(code);
    return id.endsWith(D3_TIME) ? withoutRanges(code) : null;
  },
});
