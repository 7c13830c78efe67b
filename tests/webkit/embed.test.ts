/**
 * In a sandbox without an origin, as careful hosts embed: the story is drawn, or words that can be read stand there. And
 * the watch of all tests here notices what the policy of a page forbids.
 * What a green run does not prove: that hosts send the header without which no script of the page runs there.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveBuilt } from '../engines/built';
import type { StaticServer } from '../e2e/server/static';
import { visitWebKit } from './setup';

interface Told {
  words: string;
  marks: number;
  live: boolean;
  faults: string[];
}

/** The frame tells its host what it looks like: without an origin nobody else can ask it. */
function tellHost(): void {
  setInterval(() => {
    const marks = document.querySelectorAll('[data-stage] g[data-id]').length;
    const faults: unknown = Reflect.get(window, 'faults') ?? [];
    const live = document.documentElement.dataset.drawn !== undefined;
    parent.postMessage({ words: document.body?.innerText ?? '', marks, live, faults }, '*');
  }, 200);
}

const HOST = `<!doctype html><html lang="en"><title>A host</title><body>
  <script>addEventListener('message', (event) => (window.told = event.data));</script>
  <iframe sandbox="allow-scripts" src="./?lang=en&mode=embed" width="1200" height="760" title="The story"></iframe>`;
const files = { 'tell.js': `(${tellHost.toString()})();`, 'host.html': HOST };

const visit = visitWebKit({
  lessMotion: false,
  files,
  headers: { 'access-control-allow-origin': '*' },
  builtFor: 'https://timeline.example', // as `npm test` does (scripts/test.mjs): there, WebKit knows no “self”
});
const told = () => visit.session.run(() => Reflect.get(window, 'told') as Told | undefined);

let strict: StaticServer;
beforeAll(async () => {
  strict = await serveBuilt({ files });
});
afterAll(() => strict?.close());

it('is drawn where the host allows its scripts', async () => {
  await visit.session.goto(`${visit.server.url}host.html`);
  await visit.session.until('the live story', () => (Reflect.get(window, 'told') as Told)?.live);
  const { words, marks, faults } = (await told()) as Told;
  expect(words).toContain('Ottawa');
  expect(marks).toBeGreaterThan(50);
  expect(faults).toEqual([]);
});

it('shows the story as it was written where the host does not', async () => {
  await visit.session.goto(`${strict.url}host.html`);
  await visit.session.until('words', () => (Reflect.get(window, 'told') as Told)?.words.includes('Ottawa'));
  expect(((await told()) as Told).marks).toBeGreaterThan(50);
});

it('moves where the desk does not ask for less motion', async () => {
  await visit.session.goto(visit.server.url);
  const less = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  expect(await visit.session.run(less)).toBe(false);
});

it('tells of what the policy of a page forbids', async () => {
  const { session, server } = visit;
  await session.goto(server.url);
  const faults = () => session.run(() => Reflect.get(window, 'faults') as string[]);
  expect(await faults()).toEqual([]);
  await session.run(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }));
  });
  await session.until('a fault', () => (Reflect.get(window, 'faults') as string[]).length > 0);
  expect(await faults()).toEqual([expect.stringMatching(/^the policy forbids style-src/)]);
});
