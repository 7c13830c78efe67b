/** A language that no one speaks: all that comes from the messages, the story and Intl stands in ⟦…⟧. */
import type { Page } from '@playwright/test';
import { packDetail, unpackDetail, type PackedDetail } from '../../../src/story/packed-detail';
import { unpackStory, type PackedStory } from '../../../src/story/packed-story';
import type { Story } from '../../../src/story/story';
import type { StoryDetail } from '../../../src/story/story-detail';

/** The fields of a story and its long texts that are shown; all others are ids, codes, addresses and numbers. */
const SHOWN = new Set(
  `title subtitle credit licence widths group label about place host format summary note official at venue why text
  says who publisher dateNote read name role quote capacity term meaning variants caution caveats`.split(
    /\s+/,
  ),
);

const wrap = (text: string) => (text === '' ? '' : `⟦${text}⟧`);

function wrapShown(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return SHOWN.has(key) ? wrap(value) : value;
  if (Array.isArray(value)) return value.map((each) => wrapShown(each, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, wrapShown(each, name)]));
}

const wrapAll = (messages: Record<string, string>) =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, wrap(text)]));

/** From now on the page gets its words, its story and what Intl makes of dates and numbers in brackets. */
export async function speakPseudo(page: Page): Promise<void> {
  // Not through the page: what it asked for is disposed of when it goes to another address meanwhile.
  const read = async (url: string) => (await fetch(url)).json() as Promise<unknown>;
  // Nobody asks for the long texts before the story; they stand in the order of its things.
  const stories = new Map<string, Story>();
  const langOf = (url: string) => /\.(en|fr)[^/]*\.json$/.exec(url)?.[1] ?? '';
  await page.route(/\/story\.(?:en|fr)[^/]*\.json$/, async (route) => {
    const url = route.request().url();
    const story = unpackStory((await read(url)) as PackedStory);
    stories.set(langOf(url), story);
    await route.fulfill({ json: wrapShown(story) });
  });
  await page.route(/\/detail\.(?:en|fr)[^/]*\.json$/, async (route) => {
    const url = route.request().url();
    const story = stories.get(langOf(url)) as Story;
    const plain = unpackDetail((await read(url)) as PackedDetail, story);
    await route.fulfill({ json: packDetail(wrapShown(plain) as StoryDetail, story) });
  });
  await page.route(/\/assets\/(?:en|fr)-[^/]*\.json$/, async (route) => {
    await route.fulfill({ json: wrapAll((await read(route.request().url())) as Record<string, string>) });
  });
  await page.addInitScript(() => {
    type Say = (...given: unknown[]) => string;
    /** Methods, and properties that give a method. */
    const bracket = (prototype: object, name: string) => {
      const was = Object.getOwnPropertyDescriptor(prototype, name);
      if (!was) return;
      const around =
        (say: Say): Say =>
        (...given) =>
          `⟦${say(...given)}⟧`;
      const get = function (this: object) {
        const say = (was.get ? (was.get.call(this) as Say) : (was.value as Say)).bind(this);
        return around(say);
      };
      Object.defineProperty(prototype, name, { get, configurable: true });
    };
    bracket(Intl.DateTimeFormat.prototype, 'format');
    bracket(Intl.DateTimeFormat.prototype, 'formatRange');
    bracket(Intl.NumberFormat.prototype, 'format');
    bracket(Intl.ListFormat.prototype, 'format');
    bracket(Intl.DisplayNames.prototype, 'of');
  });
}

/** What may stand outside of brackets, and why. */
const ALLOWED: readonly { matches: string; only?: string; why: string }[] = [
  {
    matches: '[data-kind="summit"] text',
    only: '^\\d+$',
    why: 'The number of a summit is its name, with the same digits in both languages.',
  },
  { matches: 'header button[lang]', why: 'A language is called by its own name in every language.' },
  { matches: '.address bdi', why: 'The address that the reader asked for, as it stands.' },
  { matches: 'main > ul > li > strong > bdi', why: 'A place in the reader’s own file, as it stands.' },
  {
    matches: 'main > ul > li > bdi',
    why: 'Sentences about a dataset have their own table of both languages (src/dataset/problem-texts.ts), for the command line reads it too.',
  },
];

/** Every letter or digit, shown or spoken, that stands outside of brackets. */
export function strays(page: Page): Promise<string[]> {
  return page.evaluate((allowed) => {
    const outside = (text: string) => {
      let depth = 0;
      let rest = '';
      for (const c of text) {
        if (c === '⟦') depth++;
        else if (c === '⟧') depth--;
        else if (depth === 0) rest += c;
      }
      return depth === 0 ? rest : `unbalanced: ${text}`;
    };
    const isAllowed = (element: Element, text: string) =>
      allowed.some(({ matches, only }) => element.closest(matches) && (!only || new RegExp(only).test(text)));
    const found = new Set<string>();
    const judge = (element: Element, text: string, what: string) => {
      if (!/[\p{L}\p{N}]/u.test(outside(text)) || isAllowed(element, text)) return;
      found.add(`${what} of ${element.tagName}.${element.getAttribute('class') ?? ''}: ${text.slice(0, 80)}`);
    };
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('script, style, noscript')) continue;
      for (const name of [
        'aria-label',
        'title',
        'placeholder',
        'aria-valuetext',
        'alt',
        'aria-description',
        'aria-roledescription',
      ])
        judge(element, element.getAttribute(name) ?? '', name);
      // A text of the picture is broken into lines; elsewhere each text node stands for itself.
      if (element instanceof SVGElement) {
        if (element.tagName === 'text') judge(element, element.textContent ?? '', 'text');
      } else if (element.matches('p:has([data-term])')) {
        // Terms are marked in the midst of a text: it is judged whole.
        judge(element, element.textContent ?? '', 'text');
      } else if (!element.closest('p:has([data-term])'))
        for (const node of element.childNodes)
          if (node.nodeType === Node.TEXT_NODE) judge(element, node.textContent ?? '', 'text');
    }
    judge(document.documentElement, document.title, 'title of the document');
    return [...found];
  }, ALLOWED);
}
