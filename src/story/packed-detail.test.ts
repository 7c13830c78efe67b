/** Proves that nothing is lost in the file. Does not prove that a reader is shown it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/dataset/format';
import { buildDetail } from './build-detail';
import { packDetail, unpackDetail } from './packed-detail';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as Dataset;

describe('packDetail', () => {
  it.each(['data/g7.json', 'tests/fixtures/small-flow.json', 'tests/fixtures/one-event.json'])(
    'writes %s so that it can be read again, value for value',
    (path) => {
      const dataset = read(path);
      for (const locale of dataset.languages) {
        const detail = buildDetail(dataset, locale);
        const written = JSON.stringify(packDetail(detail));
        expect(unpackDetail(JSON.parse(written))).toEqual(detail);
        expect(Object.keys(unpackDetail(JSON.parse(written)).facts)).toEqual(Object.keys(detail.facts));
      }
    },
  );

  it('writes what panels show in little more than half of it', () => {
    const detail = buildDetail(read('data/g7.json'), 'en');
    expect(JSON.stringify(packDetail(detail)).length).toBeLessThan(0.65 * JSON.stringify(detail).length);
  });
});
