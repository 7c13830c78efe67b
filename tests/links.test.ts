/** Links in the Markdown files lead somewhere. What a green run does not prove: that pages of others still exist. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What git knows or would take; a folder without git (an unpacked archive) has at least the first page. */
function markdownFiles(): string[] {
  try {
    const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.md'];
    const listed = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\n').filter((file) => file && existsSync(path.join(root, file)));
  } catch {
    return ['README.md'];
  }
}

const prose = (file: string) =>
  readFileSync(path.join(root, file), 'utf8')
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, 'code');

const linksOf = (file: string) =>
  [...prose(file).matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map((match) => match[1] ?? '');

/** A heading’s anchor as code hosts make it: small letters, no punctuation, hyphens for spaces. */
const anchor = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const anchorsOf = (file: string) => {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  return [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) => anchor(match[1] ?? ''));
};

function broken(file: string): string[] {
  return linksOf(file).filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [target = '', hash] = link.split('#');
    const to = target === '' ? file : path.join(path.dirname(file), decodeURIComponent(target));
    if (!existsSync(path.join(root, to))) return true;
    return hash !== undefined && to.endsWith('.md') && !anchorsOf(to).includes(hash);
  });
}

describe('links in Markdown', () => {
  it('finds the files', () => {
    expect(markdownFiles()).toContain('README.md');
  });

  it.each(markdownFiles())('%s', (file) => {
    expect(broken(file)).toEqual([]);
  });
});
