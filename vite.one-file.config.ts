/**
 * The pages that are one file each: the embed, or with `--mode class` the whole lesson. They add to the folder that the
 * first build has written.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { treeshake } from './build/bundle.ts';
import { unusedCode } from './build/unused-code.ts';
import { CLASS_FILE } from './build/one-file/class-file.ts';
import { EMBED_FILE } from './build/one-file/embed-file.ts';
import { oneFile } from './build/one-file/plugin.ts';
import { cssHash } from './build/scopes.ts';
import { storyFiles } from './build/story-files.ts';

export default defineConfig(({ mode }) => {
  const kind = mode === 'class' ? CLASS_FILE : EMBED_FILE;
  return {
    base: './',
    publicDir: false,
    plugins: [storyFiles(), oneFile(kind), unusedCode(), svelte({ compilerOptions: { cssHash } })],
    resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
    build: {
      target: 'es2022',
      emptyOutDir: false,
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(kind.input, import.meta.url)),
        output: { format: 'iife', codeSplitting: false },
        treeshake,
        // Dynamic imports are part of the script here, so nobody asks where it came from.
        transform: { define: { 'import.meta': '{}' } },
      },
    },
  };
});
