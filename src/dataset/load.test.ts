/**
 * Proves what is said when a story cannot be loaded, and what is kept. Does not prove that a real server or
 * browser answers as the ones played here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { bundled } from './bundled';
import type { Fetch } from './fetch-text';
import { loadStory, type Loaded } from './load';

const fixture = (name: string) =>
  readFileSync(new URL(`../../tests/fixtures/${name}.json`, import.meta.url), 'utf8');
const answers =
  (body: string, init?: ResponseInit): Fetch =>
  () =>
    Promise.resolve(new Response(body, init));
const ADDRESS = 'https://example.org/story.json';

async function problemsOf(address: string, fetch: Fetch, more: object = {}) {
  const loaded = await loadStory('en', address, { fetch, ...more });
  return 'problems' in loaded ? loaded.problems.map(({ code }) => code) : [];
}

async function good(coming: ReturnType<typeof loadStory>): Promise<Loaded> {
  const loaded = await coming;
  if ('problems' in loaded) throw new Error(loaded.problems.map(({ sentence }) => sentence).join('\n'));
  return loaded;
}

describe('a story from an address', () => {
  it('is checked and built, with its long texts and other languages', async () => {
    const loaded = await good(loadStory('fr', ADDRESS, { fetch: answers(fixture('small-flow')) }));
    expect(loaded.story.title).toBe('Un petit flux');
    expect((await loaded.detail()).facts['F-1']?.text).toBe('Un fait.');
    expect((await loaded.others()).map(({ story }) => story.locale)).toEqual(['en']);
  });

  it('may stand beside the page', async () => {
    const asked = vi.fn(answers(fixture('empty')));
    await good(loadStory('en', './other/story.json', { fetch: asked, base: 'https://example.org/page/' }));
    expect(asked.mock.calls[0]?.[0]).toBe('https://example.org/page/other/story.json');
  });

  it.each(['story', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://', ' ', '//['])(
    'is not looked for at %j',
    async (address) => {
      const fetch = vi.fn(answers('{}'));
      expect(await problemsOf(address, fetch, { base: undefined })).toEqual(['not-an-address']);
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it('says how it failed', async () => {
    const page = { headers: { 'content-type': 'text/html; charset=utf-8' } };
    expect(await problemsOf(ADDRESS, () => Promise.reject(new TypeError('network')))).toEqual([
      'unreachable',
    ]);
    expect(await problemsOf(ADDRESS, answers('', { status: 404 }))).toEqual(['http-status']);
    expect(await problemsOf(ADDRESS, answers('hello', page))).toEqual(['is-a-page']);
    expect(await problemsOf(ADDRESS, answers('  <!doctype html>'))).toEqual(['is-a-page']);
    expect(await problemsOf(ADDRESS, answers(''))).toEqual(['not-json']);
    expect(await problemsOf(ADDRESS, answers(fixture('broken/not-json')))).toEqual(['not-json']);
    expect(await problemsOf(ADDRESS, answers('null'))).toEqual(['not-a-story']);
    expect(await problemsOf(ADDRESS, answers(fixture('broken/wrong-version')))).toEqual(['wrong-version']);
    expect(await problemsOf(ADDRESS, answers(fixture('broken/unsourced')))).toEqual([
      'unsourced',
      'unsourced',
      'unsourced',
    ]);
  });

  it('is refused as soon as it grows too large, said or unsaid', async () => {
    expect(await problemsOf(ADDRESS, answers('"' + 'x'.repeat(5e6) + '"'))).toEqual(['too-large']);
    expect(await problemsOf(ADDRESS, answers('{}', { headers: { 'content-length': '5000001' } }))).toEqual([
      'too-large',
    ]);
    expect(await problemsOf(ADDRESS, answers('[1]'), { limit: 3 })).toEqual(['not-a-story']);
  });

  it('is given up when it takes too long, to answer or to arrive', async () => {
    const never: Fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    const stalls: Fetch = (_, init) =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start: (body) => init?.signal?.addEventListener('abort', () => body.error(new Error('aborted'))),
          }),
        ),
      );
    expect(await problemsOf(ADDRESS, never, { timeout: 10 })).toEqual(['timed-out']);
    expect(await problemsOf(ADDRESS, stalls, { timeout: 10 })).toEqual(['timed-out']);
  });

  it('says what is wrong in the reader’s language', async () => {
    const loaded = await loadStory('fr', ADDRESS, { fetch: answers('', { status: 500 }) });
    expect('problems' in loaded && loaded.problems[0]?.sentence).toContain('a répondu par l’erreur 500');
  });
});

describe('the bundled story', () => {
  const served =
    (failing: Set<string>): Fetch =>
    (address) =>
      failing.has(address)
        ? Promise.reject(new TypeError('network'))
        : Promise.resolve(new Response(readFileSync(join(process.cwd(), address), 'utf8')));

  it('is there in both languages', async () => {
    expect((await good(loadStory('en', null, { fetch: served(new Set()) }))).story.title).toBe(
      'Fifty years to Ottawa',
    );
    expect((await good(loadStory('fr', null, { fetch: served(new Set()) }))).story.title).toBe(
      'Cinquante ans jusqu’à Ottawa',
    );
  });

  it('fetches long texts once, when asked, and again after a failure', async () => {
    const failing = new Set([bundled.get('en')?.detail ?? '']);
    const fetch = vi.fn(served(failing));
    const loaded = await good(loadStory('en', null, { fetch }));
    expect(fetch).toHaveBeenCalledTimes(1);
    await expect(loaded.detail()).rejects.toThrow('unreachable');
    failing.clear();
    expect(await loaded.detail()).toBe(await loaded.detail());
    expect(fetch).toHaveBeenCalledTimes(3);
    expect((await loaded.others())[0]?.detail.locale).toBe('fr');
  });

  it('says so when it is not there', async () => {
    const loaded = await loadStory('en', null, { fetch: served(new Set([bundled.get('en')?.story ?? ''])) });
    expect('problems' in loaded && loaded.problems[0]?.code).toBe('unreachable');
  });
});
