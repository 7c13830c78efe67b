/** Proves that nothing is lost in the file. Does not prove that a reader is shown it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/dataset/format';
import { buildDetail } from './build-detail';
import { buildStory } from './build-story';
import { packDetail, unpackDetail, type PackedDetail } from './packed-detail';
import type { StoryDetail } from './story-detail';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as Dataset;

/** The same with numbers for the ids of facts and sources, as the file has them. */
function numbered(detail: StoryDetail): StoryDetail {
  const ids = new Map<unknown, string>();
  Object.keys(detail.facts).forEach((id, i) => ids.set(id, `fact-${i + 1}`));
  Object.keys(detail.sources).forEach((id, i) => ids.set(id, `source-${i + 1}`));
  const rename = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(rename)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, own]) => [ids.get(key) ?? key, rename(own)]))
        : (ids.get(value) ?? value);
  return rename(detail) as StoryDetail;
}

describe('packDetail', () => {
  it.each(['data/g7.json', 'tests/fixtures/small-flow.json', 'tests/fixtures/one-event.json'])(
    'writes %s so that it can be read again, value for value',
    (path) => {
      const dataset = read(path);
      for (const locale of dataset.languages) {
        const detail = buildDetail(dataset, locale);
        const story = buildStory(dataset, locale);
        const written = JSON.stringify(packDetail(detail, story));
        const read = unpackDetail(JSON.parse(written) as PackedDetail, story);
        expect(read).toEqual(numbered(detail));
        expect(Object.keys(read.facts)).toEqual(Object.keys(numbered(detail).facts));
      }
    },
  );

  it('writes what panels show in little more than half of it', () => {
    const dataset = read('data/g7.json');
    const detail = buildDetail(dataset, 'en');
    const story = buildStory(dataset, 'en');
    expect(JSON.stringify(packDetail(detail, story)).length).toBeLessThan(
      0.65 * JSON.stringify(detail).length,
    );
  });
});
