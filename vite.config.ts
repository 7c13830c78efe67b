import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { codeSplitting, treeshake } from './build/bundle.ts';
import { metaPlugin } from './build/meta/plugin.ts';
import { embedLoader } from './build/loader.ts';
import { lessonPages } from './build/lesson/plugin.ts';
import { unusedCode } from './build/unused-code.ts';
import { prerender } from './build/prerender/prerender.ts';
import { cssHash } from './build/scopes.ts';
import { storyFiles } from './build/story-files.ts';

export default defineConfig(({ command }) => ({
  // Relative addresses: the built folder works wherever it is put.
  base: './',
  plugins: [
    storyFiles(),
    embedLoader(),
    unusedCode(),
    svelte(command === 'build' ? { compilerOptions: { cssHash } } : {}),
    prerender(),
    lessonPages(),
    metaPlugin(),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake, output: { codeSplitting } },
  },
  test: {
    include: ['src/**/*.test.ts', 'tests/*.test.ts', 'build/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    // No module keeps a state (src/README.md), so files may share what they import: it halves the work of the run.
    isolate: false,
  },
}));
