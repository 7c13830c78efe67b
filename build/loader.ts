/** A Vite plugin: writes `embed.v1.js`, the script for hosts, in one classic file. Its name never changes, so its `v1` does. */
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('../src/embed/loader.ts', import.meta.url));

/** The script as it is served. */
export async function buildLoader(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2020',
      lib: { entry: SOURCE, formats: ['iife'], name: 'g7', fileName: 'embed.v1' },
    },
  });
  const [first] = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  if (first?.type !== 'chunk') throw new Error('the loader was not built');
  return first.code;
}

export const embedLoader = (): Plugin => ({
  name: 'embed-loader',
  apply: 'build',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'embed.v1.js', source: await buildLoader() });
  },
});
