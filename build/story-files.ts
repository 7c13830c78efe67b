/**
 * A Vite plugin: checks data/g7.json and writes the story of each language to .generated/, from where the page
 * loads it. A dataset with a problem stops the build and says all that is wrong.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import type * as builders from './story-builders';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

type Builders = typeof builders;

/** The plugin. The files are there before any module is asked for, in dev, build and tests alike. */
export function storyFiles(file = join(ROOT, 'data/g7.json')): Plugin {
  let ready: Promise<Builders> | undefined;
  const write = async () => writeStoryFiles(file, await (ready ??= loadBuilders()));
  return {
    name: 'story-files',
    async configResolved() {
      await write();
    },
    configureServer(server) {
      server.watcher.add(file);
      server.watcher.on('change', (changed) => {
        if (resolve(changed) !== resolve(file)) return;
        write().then(
          () => server.ws.send({ type: 'full-reload' }),
          (error: unknown) =>
            server.config.logger.error(error instanceof Error ? error.message : String(error)),
        );
      });
    },
  };
}

async function loadBuilders(): Promise<Builders> {
  const { module } = await runnerImport<Builders>(join(ROOT, 'build/story-builders.ts'), {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': join(ROOT, 'src') } },
  });
  return module;
}

async function writeStoryFiles(
  file: string,
  { checkDataset, buildStory, buildDetail, buildQuestions, packDetail, packStory, recordOrder }: Builders,
): Promise<void> {
  const checked = checkDataset(JSON.parse(await readFile(file, 'utf8')));
  if (!checked.dataset) {
    const list = checked.problems.map(({ path, sentence }) => `  ${path}: ${sentence}`).join('\n');
    throw new Error(`${file} cannot be used:\n${list}`);
  }
  for (const locale of checked.dataset.languages) {
    const story = buildStory(checked.dataset, locale);
    await writeIfChanged(
      join(ROOT, `.generated/story.${locale}.json`),
      JSON.stringify(packStory({ ...story, order: recordOrder(story) })),
    );
    await writeIfChanged(
      join(ROOT, `.generated/detail.${locale}.json`),
      JSON.stringify(packDetail(buildDetail(checked.dataset, locale), story)),
    );
    await writeIfChanged(
      join(ROOT, `.generated/questions.${locale}.json`),
      JSON.stringify(buildQuestions(checked.dataset, locale)),
    );
  }
}

async function writeIfChanged(path: string, text: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before === text) return;
  await mkdir(dirname(path), { recursive: true });
  // In one step: a build and a test may run at the same time.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, path);
}
