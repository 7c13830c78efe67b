/**
 * Proves that the page, the Markdown and the Word file of the lesson hold the same headings and lead to the same places,
 * in both languages, with and without an address of the site. Does not prove how they look in a browser or in Word.
 */
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '@/dataset/format';
import { readStories } from '../meta/stories';
import type { LessonDocument } from './document';
import { linksOf } from './document';
import type { Lesson } from './format';
import * as make from './make';
import { ON_SITE, wholeAddressOf } from './places';
import { lessonFiles } from './plugin';

const SITE = 'https://timeline.example/g7/';
const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));
const LANGS = ['en', 'fr'] as const;
const documents = Object.fromEntries(
  LANGS.map((lang) => [
    lang,
    make.writeDocument(read('lesson.json') as Lesson, read('g7.json') as Dataset, lang),
  ]),
) as Record<(typeof LANGS)[number], LessonDocument>;
const FOLDER = { en: 'lesson/', fr: 'fr/lesson/' };
let files: Map<string, string | Uint8Array>;
let nowhere: typeof files;

beforeAll(async () => {
  const stories = await readStories();
  [files, nowhere] = [await lessonFiles(make, stories, SITE), await lessonFiles(make, stories, null)];
});

const textOf = (all: typeof files, name: string) => String(all.get(name));
const plain = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
/** The parts of a Word file, by their names. */
const word = (all: typeof files, lang: (typeof LANGS)[number]) => {
  const parts = unzipSync(all.get(`${FOLDER[lang]}lesson.docx`) as Uint8Array);
  return (name: string) => strFromU8(parts[name] ?? new Uint8Array());
};
const headingsOf = ({ blocks }: LessonDocument) =>
  blocks.flatMap((block) =>
    block.kind === 'heading'
      ? [block.text]
      : block.kind === 'phases'
        ? block.phases.map(({ title }) => title)
        : [],
  );
const sorted = (list: readonly string[]) => [...list].sort();

describe.each(LANGS)('the lesson, %s', (lang) => {
  const document = documents[lang];
  const targets = linksOf(document).map(({ to }) => to);
  const addresses = targets.map((to) => wholeAddressOf(to, lang, SITE) ?? '');

  it('leads from the page to all that the lesson names, by relative links', () => {
    const html = textOf(files, `${FOLDER[lang]}index.html`);
    const [, main = ''] = html.split('<main>');
    const hrefs = [...main.matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => plain(href));
    const services = hrefs.filter((href) =>
      /^https:\/\/(classroom\.google|teams\.microsoft)\.com\//.test(href),
    );
    expect(services).toHaveLength(6);
    expect(sorted(hrefs.filter((href) => !services.includes(href)))).toEqual(
      sorted(targets.map((to) => ON_SITE.to(to, lang) ?? '')),
    );
    const base = SITE + FOLDER[lang];
    expect(sorted(targets.map((to) => new URL(ON_SITE.to(to, lang) ?? '', base).href))).toEqual(
      sorted(addresses.map((address) => new URL(address).href)),
    );
    for (const service of services) {
      const { searchParams } = new URL(service);
      expect(addresses).toContain(searchParams.get('url') ?? searchParams.get('href'));
    }
    // Every list of contents leads to a place on the page; nothing is fetched, and nothing runs but one small script.
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, anchor] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(anchor);
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/ style="| src="| on\w+="|unsafe/);
    expect(html.match(/<svg role="img" aria-label="[^"]+"/g)).toHaveLength(3);
  });

  it('has its head by the rules of the other pages', () => {
    const html = textOf(files, `${FOLDER[lang]}index.html`);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(`<link rel="canonical" href="${SITE}${FOLDER[lang]}" />`);
    for (const [hreflang, path] of [
      ['en', 'lesson/'],
      ['fr', 'fr/lesson/'],
      ['x-default', 'lesson/'],
    ])
      expect(html).toContain(`<link rel="alternate" hreflang="${hreflang}" href="${SITE}${path}" />`);
    expect(html).toMatch(/<meta property="og:image" content="https:[^"]+-all-1200x630\.png"/);
    const { title, description } = document;
    expect(title.length).toBeLessThanOrEqual(60);
    expect(description.length).toBeGreaterThanOrEqual(110);
    expect(description.length).toBeLessThanOrEqual(160);
    expect(html).toContain(`<title>${title}</title>`);
  });

  it('is a Word file with headings, lists, tables, links and a language', () => {
    const part = word(files, lang);
    const body = part('word/document.xml');
    const paragraphs = body.match(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs) ?? [];
    const heads = paragraphs
      .filter((each) => /<w:pStyle w:val="Heading[123]"/.test(each))
      .map((each) => plain([...each.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, said]) => said).join('')));
    expect(heads.map((head) => head.replace(/ \(\d+\u00a0?\s?min\)$/, ''))).toEqual(headingsOf(document));
    expect(body.match(/<w:pStyle w:val="Title"/g)).toHaveLength(1);
    const led = new Map(
      [...part('word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([each]) => [
        /Id="([^"]+)"/.exec(each)?.[1] ?? '',
        plain(/Target="([^"]+)"/.exec(each)?.[1] ?? ''),
      ]),
    );
    const links = [...body.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g)].map(([, id = '']) => led.get(id));
    expect(links).toEqual(addresses);
    // Two tables an activity; each table of time has a row of heads, and its bullets are a list.
    expect(body.match(/<w:tbl>/g)).toHaveLength(6);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(body.match(/<w:numPr>/g)?.length).toBeGreaterThan(50);
    expect(part('word/styles.xml')).toContain(`<w:lang w:val="${lang}-CA"/>`);
    expect(part('docProps/core.xml')).toContain(`<dc:title>${document.title}</dc:title>`);
  });

  it('is Markdown with the same headings and links', () => {
    const markdown = textOf(files, `${FOLDER[lang]}lesson.md`);
    const heads = [...markdown.matchAll(/^#{2,4} (?:[\d–]+ · )?(.*)$/gm)].map(([, head = '']) => head);
    expect(heads.map((head) => head.replace(/ \(\d+.min\)$/, ''))).toEqual(headingsOf(document));
    expect([...markdown.matchAll(/\]\(<([^>]+)>\)/g)].map(([, address]) => address)).toEqual(addresses);
  });

  it('says how addresses end where the site’s own is not known', () => {
    const pictures = targets.filter((to) => 'picture' in to && to.picture !== '');
    const markdown = textOf(nowhere, `${FOLDER[lang]}lesson.md`);
    expect([...markdown.matchAll(/\(`(\?[^`]+)`\)/g)]).toHaveLength(pictures.length);
    const html = textOf(nowhere, `${FOLDER[lang]}index.html`);
    expect(html).not.toMatch(/canonical|classroom\.google|<svg/);
    expect(word(nowhere, lang)('word/document.xml').match(/ \(\?/g)).toHaveLength(pictures.length);
  });
});

describe('the lesson', () => {
  it('is the same file each time it is made', async () => {
    const again = await make.writeWord(documents.fr, SITE);
    expect(again).toEqual(files.get('fr/lesson/lesson.docx'));
  });
});
