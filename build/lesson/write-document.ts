/** From data/lesson.json and the story’s data to the document in one language. Both have passed their checks. */
import type { Dataset } from '@/dataset/format';
import { readProse } from '@/dataset/prose';
import type { Locale } from '../../src/i18n/locales';
import { legalOf } from './check';
import type { Block, Inline, LessonDocument, Link, PhaseBlock, Row } from './document';
import { queryOf, type Activity, type Lesson, type Phase, type Picture, type Text } from './format';
import { LESSON_WORDS } from './words';

export function writeDocument(lesson: Lesson, dataset: Dataset, lang: Locale): LessonDocument {
  const words = LESSON_WORDS[lang];
  const { prose, pictureLink } = linker(dataset, lang);
  const section = (id: string, text: string, ...blocks: Block[]): Block[] => [
    { kind: 'heading', level: 2, id, text },
    ...blocks,
  ];
  const list = (texts: readonly Text[]): Block => ({ kind: 'list', items: texts.map(prose) });
  const text = (said: Text, role?: 'question' | 'quote'): Block => ({
    kind: 'text',
    said: prose(said),
    role,
  });

  const phase = (id: string) => {
    let begun = 0;
    return (each: Phase, index: number): PhaseBlock => {
      const from = begun;
      begun += each.minutes;
      const rows: Row[] = [
        { term: words.teacher, said: prose(each.teacher) },
        { term: words.pupils, said: prose(each.pupils) },
        ...(each.note ? [{ term: words.note, said: prose(each.note) }] : []),
      ];
      return {
        ...{
          id: `${id}-${index + 1}`,
          title: each.title[lang],
          minutes: each.minutes,
          from,
          to: begun,
          rows,
        },
        pictures: each.pictures.map(pictureLink),
      };
    };
  };
  const activity = (each: Activity, index: number): Block[] => {
    const title = words.activity(index + 1, each.title[lang]);
    const rows = [
      { term: words.grouping, said: prose(each.grouping) },
      { term: words.level, said: prose(each.level) },
      { term: words.prepare, said: prose(each.preparation) },
    ];
    return [
      { kind: 'heading', level: 3, id: each.id, text: title, short: each.title[lang], minutes: each.minutes },
      text(each.about),
      { kind: 'rows', rows, role: 'facts' },
      { kind: 'phases', phases: each.phases.map(phase(each.id)) },
      {
        kind: 'pupils',
        title: `${each.title[lang]} · ${dataset.title[lang] ?? ''}`,
        links: each.pupils.map(pictureLink),
      },
    ];
  };
  return {
    ...{ lang, title: lesson.title[lang], audience: lesson.audience[lang] },
    description: lesson.description[lang],
    blocks: [
      ...section('overview', words.overview, text(lesson.overview)),
      ...section('question', words.question, text(lesson.question, 'question')),
      ...section('guiding', words.guiding, list(lesson.guiding)),
      ...section(
        'objectives',
        words.objectives,
        { kind: 'text', said: [`${words.pupilsCan}${lang === 'fr' ? '\u00a0' : ''}:`] },
        list(lesson.objectives),
      ),
      ...section('materials', words.materials, list(lesson.materials), {
        kind: 'text',
        said: [pictureLink(lesson.handout)],
      }),
      ...section('preparation', words.preparation, list(lesson.preparation)),
      ...section('activities', words.activities, ...lesson.activities.flatMap(activity)),
      ...section('extensions', words.extensions, list(lesson.extensions)),
      ...section('differentiation', words.differentiation, list(lesson.differentiation)),
      ...section('terms', words.terms, {
        kind: 'rows',
        rows: termRows(lesson, dataset, lang),
        role: 'terms',
      }),
      ...section(
        'weighing',
        words.weighing,
        list(lesson.weighing),
        { kind: 'heading', level: 3, id: 'sources', text: words.sources },
        { kind: 'list', items: sourceItems(lesson, dataset, lang) },
      ),
      ...section('assigning', words.assigning, list(lesson.assigning)),
      ...section('offline', words.offline, list(lesson.offline), {
        kind: 'text',
        said: [{ words: words.classFile, to: { classFile: true } }],
      }),
      ...section(
        'privacy',
        words.privacy,
        { kind: 'text', said: [words.forward] },
        text(lesson.privacy, 'quote'),
      ),
      ...section('licence', words.licence, text(lesson.licence)),
    ],
  };
}

/** Words that show a thing, a thread or a step, and links with a picture of their own. */
function linker(dataset: Dataset, lang: Locale) {
  const { threads, steps } = legalOf(dataset);
  const openOf = (id: string) =>
    threads.has(id) ? { thread: id } : steps.has(id) ? { step: id } : { select: id };
  const prose = (text: Text): Inline[] =>
    readProse(text[lang]).map((part) =>
      typeof part === 'string' ? part : { words: part.words, to: { picture: queryOf(openOf(part.id)) } },
    );
  const nameOf = (id: string | undefined): string => {
    const index = dataset.steps?.findIndex((step) => step.id === id) ?? -1;
    return LESSON_WORDS[lang].step(index + 1, dataset.steps?.[index]?.title[lang] ?? '');
  };
  const pictureLink = ({ words, open }: Picture): Link => ({
    words: words?.[lang] ?? nameOf(open.step),
    to: { picture: queryOf(open) },
  });
  return { prose, pictureLink };
}

const termRows = ({ terms }: Lesson, { glossary = [] }: Dataset, lang: Locale): Row[] =>
  terms.flatMap((id) => {
    const found = glossary.find((term) => term.id === id);
    return found ? [{ term: found.term[lang] ?? '', said: [found.meaning[lang] ?? ''] }] : [];
  });

/** Title, publisher and date as the story gives them; what cannot be linked to is named only. */
function sourceItems({ sources }: Lesson, dataset: Dataset, lang: Locale): Inline[][] {
  const day = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-CA' : 'en-CA', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return sources.flatMap(({ source: id, why }) => {
    const source = dataset.sources.find((each) => each.id === id);
    if (!source) return [];
    const { title, url, linkable, publisher, date, read, note } = source;
    const named: Inline =
      url && linkable
        ? { words: title, to: { web: url }, ...(source.lang !== lang && { lang: source.lang }) }
        : title;
    const dated = date?.length === 10 ? `, ${day.format(new Date(date))}` : date ? `, ${date}` : '';
    const more = [
      why[lang],
      ...(read ? [`${LESSON_WORDS[lang].read} ${lowered(read[lang] ?? '')}`] : []),
      ...(note ? [note[lang] ?? ''] : []),
    ];
    return [[named, `. ${publisher}${dated}. ${more.join(' ')}`]];
  });
}

/** After a colon a sentence goes on. */
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
