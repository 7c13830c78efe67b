/**
 * A Vite plugin: a page that is mounted and never hydrated does without the code for it. Svelte guards all of it with
 * one variable, which its own code can set; here it is a constant, so that the bundler leaves out what it guards.
 */
import type { Plugin } from 'vite';

const FILE = '/svelte/src/internal/client/dom/hydration.js';
const WRITTEN = [
  ['export let hydrating = false;', 'export const hydrating = false;'],
  ['hydrating = value;', ''],
] as const;

export const noHydration = (): Plugin => ({
  name: 'no-hydration',
  apply: 'build',
  transform(code, id) {
    if (!id.endsWith(FILE)) return null;
    if (!WRITTEN.every(([text]) => code.includes(text)))
      this.error('Svelte writes its hydration in another way.');
    return WRITTEN.reduce((text, [before, after]) => text.replace(before, after), code);
  },
});
