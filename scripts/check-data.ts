/** The check of a dataset from the command line; started by check-data.mjs. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { checkDataset } from '../src/dataset/check';
import { Dataset } from '../src/dataset/format';
import { problem } from '../src/dataset/problem-texts';

const LISTS = [
  'chapters',
  'threads',
  'events',
  'summits',
  'columns',
  'nodes',
  'links',
  'facts',
  'sources',
] as const;
const MORE = ['people', 'participants', 'glossary'] as const;

/** Runs the check. `folder` holds the dataset and its schema. Returns the exit code: 0 if all is well. */
export async function main(args: readonly string[], folder: string): Promise<number> {
  if (args.includes('--write-schema')) {
    await writeFile(join(folder, 'story.schema.json'), schemaText());
    console.log('Wrote the schema.');
    return 0;
  }
  const file = args.find((arg) => !arg.startsWith('--')) ?? join(folder, 'g7.json');
  const checked = checkDataset(await read(file));
  if (!checked.dataset) {
    console.error(`${file}: ${checked.problems.length} problem(s)\n`);
    for (const { path, sentence } of checked.problems) console.error(`${path || '(file)'}\n    ${sentence}`);
    return 1;
  }
  const { dataset } = checked;
  console.log(`${file} is in order (languages: ${dataset.languages.join(', ')}).`);
  for (const list of [...LISTS, ...MORE]) console.log(`${String(dataset[list].length).padStart(6)} ${list}`);
  return 0;
}

/** The published JSON Schema, made from the one definition of the format. */
export function schemaText(): string {
  const schema = toJsonSchema(Dataset, { ignoreActions: ['check', 'trim'] });
  return `${JSON.stringify({ title: 'Story of the G7, version 1', ...schema }, null, 2)}\n`;
}

/** The value in the file; a value that no story can be, named in a sentence, if it cannot be read. */
async function read(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    console.error(problem('', 'not-json', { detail }).sentence);
    return null;
  }
}
