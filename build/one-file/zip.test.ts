/** Proves that the archive holds what it is given, and always in the same bytes. Does not prove what is in dist/. */
import { unzipSync } from 'fflate';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeZip, zipOf } from '../../scripts/embed-zip.mjs';

const bytes = (text: string) => new TextEncoder().encode(text);

it('gives the same bytes for the same files, in whatever order', () => {
  const [a, b] = [bytes('one'), bytes('two')];
  expect(zipOf({ a, b })).toEqual(zipOf({ b, a }));
});

it('holds both pages, the pictures, their list and the read-me', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zip-'));
  const names = ['embed.html', 'embed.fr.html', 'pictures.json', 'card.png'];
  for (const name of names) writeFileSync(path.join(folder, name), name);
  writeFileSync(path.join(folder, 'index.html'), 'not this one');
  writeZip(folder, ['card.png']);
  expect(existsSync(path.join(folder, 'embed.zip'))).toBe(true);
  const held = unzipSync(readFileSync(path.join(folder, 'embed.zip')));
  rmSync(folder, { recursive: true });
  expect(Object.keys(held).sort()).toEqual([...names, 'READ-ME.txt'].sort());
  for (const name of names) expect(new TextDecoder().decode(held[name])).toBe(name);
  expect(new TextDecoder().decode(held['READ-ME.txt'])).toMatch(/embed\.html[^]*embed\.fr\.html/);
});
