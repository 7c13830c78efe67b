/** The second build: the embed as one file. It adds to the folder that the first one has written. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { treeshake } from './build/bundle.ts';
import { noHydration } from './build/no-hydration.ts';
import { oneFile } from './build/one-file/plugin.ts';
import { cssHash } from './build/scopes.ts';
import { storyFiles } from './build/story-files.ts';

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [storyFiles(), oneFile(), noHydration(), svelte({ compilerOptions: { cssHash } })],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('./src/one-file.ts', import.meta.url)),
      output: { format: 'iife', codeSplitting: false },
      treeshake,
      // Dynamic imports are part of the script here, so nobody asks where it came from.
      transform: { define: { 'import.meta': '{}' } },
    },
  },
});
