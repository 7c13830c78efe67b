/**
 * Proves that the files for hosts say the same, within the limits of those who read them, and that what docs/embedding.md
 * points to is there. Does not prove that a host heeds `_headers`: no account was to be had. servers.test.ts asks nginx
 * and Caddy.
 */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy } from '../csp';
import { headersFile, namesOf, type Policies } from './hosting';
import { lessonPage, pageOf, pagesOf } from './pages';
import { policiesOf } from './plugin';
import { caddyFile, nginxFile } from './servers';
import { readStories } from './stories';

const DOCS = new URL('../../docs/', import.meta.url);
/** The rules of a `_headers` file: of each path its headers. */
function rulesOf(text: string): Map<string, Map<string, string>> {
  const rules = text
    .trim()
    .split(/\n\n/)
    .map((block) => block.split('\n'));
  return new Map(
    rules.map(([path = '', ...lines]) => [
      path,
      new Map(lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1, 3) as [string, string])),
    ]),
  );
}
const matches = (rule: string, path: string) =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path;

describe('_headers', () => {
  let policies: Policies;
  let text: string;
  let rules: ReturnType<typeof rulesOf>;
  const of = (path: string, name: string) =>
    [...rules].flatMap(([rule, headers]) => (matches(rule, path) ? [headers.get(name) ?? []].flat() : []));

  beforeAll(async () => {
    const { languages, threads, steps } = (await readStories()).en.story;
    const pages = [
      ...pagesOf({ languages, threads, steps }),
      ...(['en', 'fr'] as const).map(lessonPage),
      { ...pageOf('en'), path: 'embed/' },
    ];
    // Each with a policy of its own, as its style sheet is its own.
    const html = ({ path }: { path: string }) =>
      `<meta http-equiv="Content-Security-Policy" content="${contentPolicy('start();', path)}">`;
    policies = policiesOf(new Map(pages.map((page) => [`${page.path}index.html`, html(page)])));
    text = headersFile(policies);
    rules = rulesOf(text);
  });

  it('gives each page the policy it carries, and asks for it again each time', () => {
    expect(new Set(policies.values()).size).toBeGreaterThan(40);
    for (const [page, policy] of policies)
      for (const path of namesOf(page)) {
        expect(of(path, 'Content-Security-Policy'), path).toEqual([policy]);
        expect(of(path, 'Cache-Control'), path).toEqual(['no-cache']);
      }
  });

  it('is within what Cloudflare reads: 100 rules, 2 000 letters a line', () => {
    expect(rules.size).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
  });

  it('keeps hashed files for good, and says no header of a path twice', () => {
    expect(of('/assets/index-1a2b.js', 'Cache-Control')).toEqual(['public, max-age=31536000, immutable']);
    for (const path of [
      '/embed.html',
      '/class.fr.html',
      '/embed.v1.js',
      '/oembed/en-all.json',
      '/pictures/x.png',
      '/icons/x.png',
    ])
      for (const name of ['Cache-Control', 'Access-Control-Allow-Origin', 'X-Content-Type-Options'])
        expect(of(path, name), `${path} ${name}`).toHaveLength(1);
  });

  it('lets anybody frame and fetch, and leaves frames what they are lent', () => {
    expect(of('/embed.html', 'Access-Control-Allow-Origin')).toEqual(['*']);
    for (const path of ['/embed.html', '/embed.fr.html', '/class.html', '/class.fr.html'])
      expect(of(path, 'Content-Security-Policy'), path).toEqual([]);
    for (const [, headers] of rules) {
      expect([...headers.keys()]).not.toContain('X-Frame-Options');
      expect(headers.get('Permissions-Policy') ?? '').not.toMatch(/fullscreen|clipboard|web-share|wake-lock/);
    }
  });
});

describe('docs/hosting', () => {
  it('is what the build would write', async () => {
    await expect(nginxFile()).toMatchFileSnapshot(new URL('hosting/nginx.conf', DOCS).pathname);
    await expect(caddyFile()).toMatchFileSnapshot(new URL('hosting/Caddyfile', DOCS).pathname);
  });

  it('says of every file what _headers says', () => {
    const everywhere = rulesOf(headersFile(new Map())).get('/*') ?? new Map();
    expect(everywhere.size).toBeGreaterThan(4);
    for (const text of [nginxFile(), caddyFile()])
      for (const [name, value] of everywhere) expect(text).toContain(`${name} "${value}"`);
  });
});

describe('docs/embedding.md', () => {
  const text = readFileSync(new URL('embedding.md', DOCS), 'utf8');
  const snippets = [...text.matchAll(/```html\n([^]*?)```/g)].map(([, snippet = '']) => snippet);

  it('links only to files and headings that are there', () => {
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      if (link.startsWith('#')) expect(headings).toContain(link.slice(1));
      else if (!link.startsWith('https:')) expect(existsSync(new URL(link, DOCS)), link).toBe(true);
    }
  });

  it('shows frames that are named, have a height, load late and run no handler', () => {
    const frames = snippets.flatMap((snippet) => snippet.match(/<iframe[^>]*>/g) ?? []);
    expect(frames.length).toBeGreaterThan(2);
    for (const frame of frames) {
      for (const part of [
        / title="[^"]+"/,
        / height="\d+"/,
        / loading="lazy"/,
        / src="https:\/\/timeline\.example\/embed/,
      ])
        expect(frame).toMatch(part);
      expect(frame).not.toMatch(/ on\w+=/);
    }
    for (const snippet of snippets) {
      const [opened = [], closed = []] = [/<([a-z][a-z-]*)[\s>]/g, /<\/([a-z][a-z-]*)>/g].map((each) =>
        [...snippet.matchAll(each)].map(([, name]) => name).sort(),
      );
      expect(opened).toEqual(closed);
    }
  });
});
