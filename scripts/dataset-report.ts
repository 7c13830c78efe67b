/** The check of a dataset from the command line; started by check-data.mjs. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { checkLesson, eachPicture } from '../build/lesson/check';
import { checkDataset, type Checked } from '../src/dataset/check';
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
const MORE = ['people', 'participants', 'glossary', 'steps', 'questions'] as const;

/** Runs the check; of our own story with its lesson. `folder` holds the dataset and its schema. Returns the exit code: 0 if all is well. */
export async function main(args: readonly string[], folder: string): Promise<number> {
  if (args.includes('--write-schema')) {
    await writeFile(join(folder, 'story.schema.json'), schemaText());
    console.log('Wrote the schema.');
    return 0;
  }
  const named = args.find((arg) => !arg.startsWith('--'));
  const file = named ?? join(folder, 'g7.json');
  const checked = await check(file);
  if (!checked.dataset) {
    console.error(`${file}: ${checked.problems.length} problem(s)\n`);
    for (const { path, sentence } of checked.problems) console.error(`${path || '(file)'}\n    ${sentence}`);
    return 1;
  }
  const { dataset } = checked;
  const counts = [...LISTS, ...MORE].map(
    (list) => `${String(dataset[list]?.length ?? 0).padStart(6)} ${list}`,
  );
  console.log([`${file} is in order (languages: ${dataset.languages.join(', ')}).`, ...counts].join('\n'));
  return named === undefined ? reportLesson(join(folder, 'lesson.json'), dataset) : 0;
}

/** The lesson belongs to our own story: its links name parts of it. */
async function reportLesson(file: string, dataset: Dataset): Promise<number> {
  const { lesson, problems } = checkLesson(JSON.parse(await readFile(file, 'utf8')), dataset);
  if (lesson) {
    console.log(`${file} is in order: ${eachPicture(lesson).length} links open what they name.`);
    return 0;
  }
  console.error(`${file}: ${problems.length} problem(s)\n`);
  for (const { path, sentence } of problems) console.error(`${path || '(file)'}\n    ${sentence}`);
  return 1;
}

/** The published JSON Schema, made from the one definition of the format. */
export function schemaText(): string {
  const schema = toJsonSchema(Dataset, { ignoreActions: ['check', 'trim'] });
  return `${JSON.stringify({ title: 'Story of the G7, version 1', ...schema }, null, 2)}\n`;
}

async function check(file: string): Promise<Checked> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { dataset: null, problems: [problem('', 'no-file', { file })] };
  try {
    return checkDataset(JSON.parse(text));
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    return { dataset: null, problems: [problem('', 'not-json', { detail })] };
  }
}
