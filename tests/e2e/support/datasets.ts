/** Stories from elsewhere: answers for `?data=…`, served under the page’s own origin without touching the network. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export const ADDRESS = './test-story.json';
/** A request for the file itself, not for the page that names it. */
export const isStory = (url: URL): boolean => url.pathname.endsWith('/test-story.json');

export interface Answer {
  body: string;
  status?: number;
  contentType?: string;
}

export const fixture = (name: string): string => readFileSync(`tests/fixtures/${name}.json`, 'utf8');

/** What the page gets when it asks for ADDRESS. */
export const serve = (
  page: Page,
  { body, status = 200, contentType = 'application/json' }: Answer,
): Promise<unknown> => page.route(isStory, (route) => route.fulfill({ body, status, contentType }));

/** Numbers and words in the page that no reader should see: attributes, texts and styles. */
export const leaks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const bad = /\bNaN\b|\bundefined\b|\bInfinity\b|\[object |\bnull\b/;
    const found: string[] = [];
    for (const element of document.querySelectorAll('body, body *')) {
      for (const { name, value } of element.attributes)
        if (bad.test(value)) found.push(`<${element.localName} ${name}="${value.slice(0, 80)}">`);
      for (const child of element.childNodes)
        if (child.nodeType === 3 && bad.test(child.textContent ?? '')) found.push(child.textContent ?? '');
    }
    return found;
  });
