/**
 * A Vite plugin: writes the lesson beside the story, in every language, as a page, as Markdown and as a Word file. A
 * lesson that does not fit the story, or names what is not there, stops the build.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { lessonPage } from '../meta/pages.ts';
import { siteUrl } from '../meta/site.ts';
import { readStories } from '../meta/stories.ts';
import type { Stories } from '../meta/words.ts';
import { earlyScript } from '../prerender/early-script.ts';
import { COMMENTS, loadMake, readDocuments, readSheet, readSource, ROOT } from './load.ts';
import type * as make from './make';

/** The plugin; it comes before the one that reads the pages for their policy. */
export function lessonPages(): Plugin {
  return {
    name: 'lesson-pages',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        // Not for the builds of one file.
        if (!('index.html' in bundle)) return;
        const files = await lessonFiles(await loadMake(), await readStories(), siteUrl());
        for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

/** All files of the lesson, by their names. */
export async function lessonFiles(
  write: typeof make,
  stories: Stories,
  site: string | null,
): Promise<Map<string, string | Uint8Array>> {
  const documents = await readDocuments(write);
  const languages = documents.map(({ lang }) => lang);
  const sheet = (await readSource('src/app.css')).replace(COMMENTS, '') + (await readSheet());
  const script = await earlyScript(join(ROOT, 'build/lesson/page-script.ts'));
  const files = new Map<string, string | Uint8Array>();
  for (const document of documents) {
    const { path } = lessonPage(document.lang);
    const head = write.lessonHead(document, languages, stories, site);
    files.set(`${path}index.html`, write.writeHtml(document, { head, sheet, script, site }));
    files.set(`${path}lesson.md`, write.writeMarkdown(document, site));
    files.set(`${path}lesson.docx`, await write.writeWord(document, site));
  }
  return files;
}
