/** The head of the lesson’s page, by the functions of the other pages; and what the lesson is, as linked data. */
import type { Locale } from '../../src/i18n/locales';
import { headWith } from '../meta/head.ts';
import { lessonPage, pageOf } from '../meta/pages.ts';
import { wordsOf, type Stories } from '../meta/words.ts';
import type { LessonDocument } from './document';

export function lessonHead(
  { lang, title, description }: LessonDocument,
  languages: readonly Locale[],
  stories: Stories,
  site: string | null,
): string {
  const page = lessonPage(lang);
  const story = pageOf(lang);
  const { site: name, alt } = wordsOf(story, stories);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    ...(site !== null && { '@id': site + page.path, url: site + page.path }),
    ...{ name: title, description, inLanguage: lang },
    learningResourceType: 'lesson plan',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    audience: { '@type': 'EducationalAudience', educationalRole: 'teacher' },
    about: name,
  };
  const translations = languages.map(lessonPage);
  const parts = { title, description, site: name, alt, translations, pictured: story, oembed: null, data };
  return headWith(page, parts, site);
}
