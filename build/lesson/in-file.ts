/** The lesson within the file for the class: its body, and what is taken away of it, in the file itself. */
import type { Locale } from '../../src/i18n/locales.ts';
import { loadMake, readDocuments } from './load.ts';

export interface LessonInFile {
  lang: Locale;
  title: string;
  html: string;
}

const TYPES = {
  md: 'text/markdown;charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The lesson in each language. */
export async function lessonsInFile(site: string | null): Promise<LessonInFile[]> {
  const make = await loadMake();
  return Promise.all(
    (await readDocuments(make)).map(async (document) => {
      const files = { md: make.writeMarkdown(document, site), docx: await make.writeWord(document, site) };
      const ways = make.inFile(
        (kind) => `data:${TYPES[kind]};base64,${Buffer.from(files[kind]).toString('base64')}`,
      );
      const { lang, title } = document;
      return { lang, title, html: make.writeBody(document, site, ways) };
    }),
  );
}
