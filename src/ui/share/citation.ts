/** A view of the story as a work to cite: the words of each style come from the messages. Pure. */
import type { ShareT } from '@/i18n/load-share-words';

export interface Cited {
  /** The name of the whole: it stands for the author too, for there is no other name to give. */
  site: string;
  /** What the view shows; null: the whole story. */
  title: string | null;
  url: string;
  /** The reader’s day. */
  accessed: { year: number; /** 1 to 12 */ month: number; day: number };
  /** The same day in words, as the language writes it. */
  date: string;
  locale: string;
}

export interface Piece {
  text: string;
  /** The name of a work, which the style sets in italics. */
  italic: boolean;
}
export interface Citation {
  style: 'APA' | 'MLA' | 'Chicago' | 'BibTeX';
  pieces: Piece[];
}

export const plain = ({ pieces }: Citation): string => pieces.map(({ text }) => text).join('');

/** The citation in every style, in the language of `t`. */
export function citationsOf(cited: Cited, t: ShareT): Citation[] {
  const whole = cited.title === null;
  const { day, month, year } = cited.accessed;
  const given: Record<string, string> = {
    site: cited.site,
    title: (cited.title ?? cited.site).replace(/[.\s]+$/, ''),
    kind: t('cite.kind'),
    url: cited.url,
    date: cited.date,
    day: day === 1 ? t('cite.first') : String(day),
    month: t('cite.months').split(' ')[month - 1] ?? '',
    year: String(year),
  };
  const style = (name: 'apa' | 'mla' | 'chicago', italics: readonly string[]): Piece[] =>
    fill(t(`cite.${name}${whole ? '-whole' : ''}`), given, italics);
  return [
    { style: 'APA', pieces: style('apa', ['title']) },
    { style: 'MLA', pieces: style('mla', ['site']) },
    { style: 'Chicago', pieces: style('chicago', []) },
    { style: 'BibTeX', pieces: [{ text: bibtex(cited, t), italic: false }] },
  ];
}

/** A template and what goes into it; what is filled in is never read as a template again. */
const fill = (template: string, given: Record<string, string>, italics: readonly string[]): Piece[] =>
  template
    .split(/\{(\w+)\}/)
    .map((part, i) =>
      i % 2 ? { text: given[part] ?? '', italic: italics.includes(part) } : { text: part, italic: false },
    )
    .filter(({ text }) => text !== '');

function bibtex({ site, title, url, date, accessed, locale }: Cited, t: ShareT): string {
  const field = (name: string, value: string) => `  ${name.padEnd(12)} = {${value}},`;
  return [
    `@misc{${slug(title === null ? site : `${site} ${title}`)}-${accessed.year},`,
    field('author', `{${escapeTex(site)}}`),
    field('title', `{${escapeTex(title ?? site)}}`),
    field('howpublished', `\\url{${escapeUrl(url)}}`),
    field('note', escapeTex(`${t('cite.kind')}. ${t('cite.accessed', { date })}`)),
    field('langid', LANGUAGES[locale] ?? locale),
    '}',
  ].join('\n');
}

/** What babel calls a language. */
const LANGUAGES: Record<string, string> = { en: 'english', fr: 'french' };

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\u00a0': '~',
  '\u202f': '~',
};
/** Words for TeX: what it would read as a command is written as a sign. */
const escapeTex = (text: string): string =>
  text.replace(/[\\~^&%$#_{}\u00a0\u202f]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** In \url all stands as it is, but for what would end or mislead it. */
const escapeUrl = (url: string): string =>
  url.replace(/[\\{}\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^a-z0-9-]/gi, '')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
