/**
 * A Word file whose bytes follow from what stands in it. Its writer names links by chance, and notes the time: both
 * are replaced, so that a build of the same lesson is the same file.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Zip files know no year before 1980; no time of day either, so that no time zone shows. */
const SOMEWHEN = new Date(2026, 0, 1);
const NAMED_BY_CHANCE = /rId[\w-]{12,}/g;

export function withoutChance(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const numbers = new Map<string, string>();
  const number = (name: string): string => {
    const own = numbers.get(name) ?? `rIdLink${numbers.size + 1}`;
    numbers.set(name, own);
    return own;
  };
  const written = Object.entries(parts)
    .filter(([name]) => !name.endsWith('/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]): [string, [Uint8Array, { mtime: Date }]] => {
      const text = /\.(?:xml|rels)$/.test(name)
        ? strToU8(
            strFromU8(bytes)
              .replace(NAMED_BY_CHANCE, number)
              .replace(/(?<start><dcterms:\w+[^>]*>)[^<]*/g, '$<start>2026-01-01T00:00:00Z'),
          )
        : bytes;
      return [name, [text, { mtime: SOMEWHEN }]];
    });
  return zipSync(Object.fromEntries(written));
}
