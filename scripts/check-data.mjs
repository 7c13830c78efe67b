/**
 * Checks a dataset: `npm run check:data [-- FILE]` (data/g7.json unless named). Prints what is in it, or all that is wrong.
 * `npm run check:data -- --write-schema` writes data/story.schema.json anew from src/dataset/format.ts.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module } = await runnerImport(at('./dataset-report.ts'), {
  root: at('..'),
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@': at('../src') } },
});
process.exitCode = await module.main(process.argv.slice(2), at('../data'));
