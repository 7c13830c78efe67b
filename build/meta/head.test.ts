/**
 * Proves that the head of every page is complete, escaped and agrees with those of the other pages, whatever a story
 * says. Does not prove that the build puts it into a page, nor that any reader of such tags likes what it finds.
 */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { headOf, THEME_COLOURS } from './head';
import { pageOf, pagesOf, showSame, upFrom, WHOLE, type PageSpec } from './pages';
import { pagePath } from '@/url/page-address';
import { readStories } from './stories';
import { LONGEST_DESCRIPTION, LONGEST_TITLE, wordsOf, type Stories } from './words';

const SITE = 'https://timeline.example/g7/';
let stories: Stories;
let pages: PageSpec[];

beforeAll(async () => {
  stories = await readStories();
  pages = pagesOf(stories.en.story);
});

/** The tags of a head, each with its attributes as a reader gets them. */
function tagsOf(head: string): Record<string, string>[] {
  const plain = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return [...head.matchAll(/<(meta|link)((?: [\w:-]+="[^"<>]*")*) \/>/g)].map(([, name = '', rest = '']) => ({
    tag: name,
    ...Object.fromEntries([...rest.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, k, v]) => [k, plain(v ?? '')])),
  }));
}
const contentOf = (tags: Record<string, string>[], name: string) =>
  tags.filter((tag) => tag.name === name || tag.property === name).map(({ content }) => content);
const jsonOf = (head: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head)?.[1] ?? '');
const year = (date: string) => Number(date.slice(0, 4));

describe('pagesOf', () => {
  it('gives every language, thread and step a folder of its own, each the right way from the top', () => {
    const { languages, threads, steps } = stories.en.story;
    expect(pages).toHaveLength(languages.length * (threads.length + steps.length + 1));
    for (const page of pages) expect(page.path).toBe(pagePath(page.lang, page));
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    for (const page of pages) expect(new URL(upFrom(page), SITE + page.path).href, page.path).toBe(SITE);
  });
});

describe('headOf', () => {
  it('says of every page what it is, in lengths that are shown whole', () => {
    const titles = new Set<string>();
    for (const page of pages) {
      const { title, description } = wordsOf(page, stories);
      titles.add(title);
      expect(title.length, title).toBeLessThanOrEqual(LONGEST_TITLE);
      expect(description.length, description).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
      expect(description.length, description).toBeGreaterThanOrEqual(110);
      const tags = tagsOf(headOf(page, stories, SITE));
      for (const [name, value] of [
        ['description', description],
        ['og:description', description],
        ['og:title', title],
        ['og:url', SITE + page.path],
        ['og:image:width', '1200'],
        ['og:image:height', '630'],
        ['twitter:card', 'summary_large_image'],
      ] as const)
        expect(contentOf(tags, name), `${page.path} ${name}`).toEqual([value]);
      expect(contentOf(tags, 'og:image')[0]).toMatch(/^https:.*\.png$/);
      expect(contentOf(tags, 'og:image:alt')[0]?.length).toBeGreaterThan(60);
      expect(tags.filter(({ type }) => type === 'application/json+oembed')).toHaveLength(1);
    }
    expect(titles.size).toBe(pages.length);
  });

  it('names the translations alike from every one of them', () => {
    const alternates = new Map(
      pages.map((page) => [
        SITE + page.path,
        tagsOf(headOf(page, stories, SITE))
          .filter(({ hreflang }) => hreflang !== undefined)
          .map(({ hreflang, href }) => `${hreflang} ${href}`),
      ]),
    );
    for (const page of pages) {
      const mine = alternates.get(SITE + page.path) ?? [];
      expect(mine).toHaveLength(3);
      expect(mine).toContain(`${page.lang} ${SITE}${page.path}`);
      for (const other of mine) expect(alternates.get(other.split(' ')[1] ?? '')).toEqual(mine);
    }
  });

  it('leaves out every absolute address where the site has none', () => {
    for (const page of pages) {
      const head = headOf(page, stories, null);
      expect(
        head.replaceAll('https://schema.org', '').replaceAll('https://creativecommons.org', ''),
      ).not.toMatch(/https?:|null|undefined/);
      expect(contentOf(tagsOf(head), 'og:title')).toHaveLength(1);
    }
  });

  it('states in linked data when and where the two meetings were', () => {
    for (const page of pages) {
      const graph = jsonOf(headOf(page, stories, SITE))['@graph'];
      const { t0, threads, events } = stories[page.lang].story;
      if (page.step !== null) {
        const [step, ...more] = graph;
        expect(more).toEqual([]);
        expect(step).toMatchObject({ '@type': 'LearningResource', inLanguage: page.lang });
        expect(stories[page.lang].story.steps[step.position - 1]?.id).toBe(page.step);
        continue;
      }
      expect(graph[0]).toMatchObject({
        '@type': 'Dataset',
        inLanguage: page.lang,
        temporalCoverage: '1975/2025',
      });
      expect(year(new Date(t0).toISOString())).toBe(1975);
      expect(events.length * threads.length).toBeGreaterThan(0);
      if (!showSame(page, WHOLE)) expect(graph).toHaveLength(1);
      else
        expect(graph.slice(1)).toMatchObject([
          { '@type': 'Event', startDate: '2025-06-15', endDate: '2025-06-17' },
          { '@type': 'Event', startDate: '2025-11-21', endDate: '2025-11-23', location: { name: 'Ottawa' } },
        ]);
    }
  });

  it('lets no text of a story out of its place', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '"><script>alert(1)</script>',
        '</script><!--',
        "' onload='x",
        '&amp;&#39;',
        '\u0000\ud800',
        '\u2028]]>',
        '</title>',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 5, maxLength: 5 }), (texts) => {
        const [title = '', subtitle = '', label = '', about = '', summary = ''] = texts;
        const { story } = stories.en;
        const [first] = story.threads;
        const hostile = {
          ...stories.en,
          story: { ...story, title, subtitle, threads: [{ ...first!, label, about }] },
          told: { 'ev-202511-ottawa': { summary } },
        };
        for (const thread of [null, first!.id]) {
          const page = { ...pageOf('en', { thread, step: null }), path: 'x/' };
          const head = headOf(page, { ...stories, en: hostile }, SITE);
          const before = headOf(page, stories, SITE);
          // The same tags in the same order: the texts have made none, and ended none.
          const shape = (html: string) =>
            (html.match(/<[^<>\s]+/g) ?? []).join(' ').replaceAll(/<link hreflang/g, '');
          expect(shape(head)).toBe(shape(before));
          expect(head.match(/<!--/)).toBeNull();
          expect(jsonOf(head)['@graph'][0].name).toBe(wordsOf(page, { ...stories, en: hostile }).title);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('colours the browser’s bars as the paper of app.css', () => {
    const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');
    expect(css).toContain(`--paper: light-dark(${THEME_COLOURS.light}, ${THEME_COLOURS.dark})`);
  });
});
