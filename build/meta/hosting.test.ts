/**
 * Proves that the files for hosts say the same, and that what docs/embedding.md points to is there. Does not prove that
 * nginx or Caddy accept theirs: neither is needed to build the page.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caddyFile, headersFile, nginxFile } from './hosting';

const DOCS = new URL('../../docs/', import.meta.url);
const POLICY = "default-src 'none'; script-src 'self' 'sha256-abc='";

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
  const rules = rulesOf(headersFile({ folders: ['fr', 'thread', 'embed'], policy: POLICY }));
  const of = (path: string, name: string) =>
    [...rules].flatMap(([rule, headers]) => (matches(rule, path) ? [headers.get(name) ?? []].flat() : []));

  it('gives pages the policy they carry, and asks for them again each time', () => {
    for (const path of [
      '/',
      '/index.html',
      '/fr/',
      '/fr/thread/extremism/',
      '/thread/cybercrime/',
      '/embed/',
    ]) {
      expect(of(path, 'Content-Security-Policy'), path).toEqual([POLICY]);
      expect(of(path, 'Cache-Control'), path).toEqual(['no-cache']);
    }
  });

  it('keeps hashed files for good, and says no header of a path twice', () => {
    expect(of('/assets/index-1a2b.js', 'Cache-Control')).toEqual(['public, max-age=31536000, immutable']);
    for (const path of [
      '/embed.html',
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
    expect(of('/embed.html', 'Content-Security-Policy')).toEqual([]);
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
    const everywhere = rulesOf(headersFile({ folders: [], policy: null })).get('/*') ?? new Map();
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
