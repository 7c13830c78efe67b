/** Proves that nothing is lost in the file. Does not prove that a reader is shown it. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Dataset } from '@/dataset/format';
import { buildStory } from './build-story';
import { packStory, unpackStory, type PackedStory } from './packed-story';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as Dataset;

it.each(['data/g7.json', 'tests/fixtures/small-flow.json', 'tests/fixtures/one-event.json'])(
  'writes %s so that it can be read again, value for value',
  (path) => {
    const dataset = read(path);
    for (const locale of dataset.languages) {
      const story = buildStory(dataset, locale);
      const written = JSON.stringify(packStory(story));
      expect(unpackStory(JSON.parse(written) as PackedStory)).toEqual(story);
    }
  },
);

it('is much smaller than the story, which it takes as well', () => {
  const story = buildStory(read('data/g7.json'), 'en');
  expect(JSON.stringify(packStory(story)).length).toBeLessThan(0.65 * JSON.stringify(story).length);
  expect(unpackStory(story)).toEqual(story);
});
