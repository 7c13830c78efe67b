/** The one inline script of the page, as text: src/early/early.ts without its types, made small. */
import { readFile } from 'node:fs/promises';
import { minify, transformWithOxc } from 'vite';

export async function earlyScript(file: string): Promise<string> {
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file);
  const own = code.replace(/^export\s*\{\s*\};?\s*$/m, '');
  const small = await minify('early.js', `(() => {${own}})();`, { module: false });
  return small.code.replace(/\n?\/\/# sourceMappingURL.*$/, '').trim();
}
