/**
 * A Vite plugin: turns a build into pages that are one file each. Files that the page would fetch are written into it,
 * and their addresses name the element they stand in (see src/get-file.ts).
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Plugin } from 'vite';
import type { FileKind } from './kind';
import { NOTHING } from './left-out.ts';
import { importAtOnce } from './static-imports.ts';

const LEFT_OUT_ID = '\0left-out';
/** `messages/en.json` is “words.en” there, `share-messages/en.json` “share-words.en”; `story.en.json` keeps its name. */
export function idOf(path: string): string {
  const [folder, name] = [basename(dirname(path)), basename(path, '.json')];
  return folder.endsWith('messages') ? `${folder.replace('messages', 'words')}.${name}` : name;
}

/** Runs after the compilers, so that it reads what they wrote. */
const atOnce: Plugin = {
  name: 'one-file-imports',
  apply: 'build',
  enforce: 'post',
  transform: (code, id) => (id.includes('/node_modules/') ? null : importAtOnce(code)),
};

export const oneFile = (kind: FileKind): Plugin[] => [atOnce, files(kind)];

function files({ leftOut, simpler, write }: FileKind): Plugin {
  const paths = new Map<string, string>();
  return {
    name: 'one-file',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!leftOut.some((file) => file.includes(basename(source).replace(/\.\w+$/, '')))) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && leftOut.some((file) => found.id.endsWith(`/src/${file}`)) ? LEFT_OUT_ID : null;
    },
    load(id) {
      if (id === LEFT_OUT_ID) return NOTHING;
      const own = Object.keys(simpler).find((file) => id.endsWith(`/src/${file}`));
      if (own !== undefined) return simpler[own];
      const path = /^(.*\.json)\?url$/.exec(id)?.[1];
      if (path === undefined) return null;
      paths.set(idOf(path), path);
      return `export default ${JSON.stringify(`#${idOf(path)}`)}`;
    },
    generateBundle: {
      order: 'post', // the sheet is written late
      async handler(_, bundle) {
        const outputs = Object.values(bundle);
        const scripts = outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
        const styles = outputs.flatMap((file) =>
          file.fileName.endsWith('.css') && 'source' in file ? [String(file.source)] : [],
        );
        if (scripts.length !== 1 || styles.length !== 1 || outputs.length !== 2)
          this.error(`One script and one sheet were expected, not ${Object.keys(bundle).join(', ')}.`);
        for (const fileName of Object.keys(bundle)) delete bundle[fileName];
        const written = await write({
          script: scripts[0] ?? '',
          style: styles[0] ?? '',
          ids: [...paths.keys()].sort(),
          read: async (id) => JSON.parse(await readFile(paths.get(id) ?? '', 'utf8')) as unknown,
        });
        for (const [fileName, source] of written) this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}
