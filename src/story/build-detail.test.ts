/** Proves what panels are given. Does not prove that what is written there is right. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/dataset/format';
import { buildDetail } from './build-detail';

const dataset = JSON.parse(readFileSync(new URL('../../data/g7.json', import.meta.url), 'utf8')) as Dataset;
const en = buildDetail(dataset, 'en');
const fr = buildDetail(dataset, 'fr');

describe('buildDetail', () => {
  it('names behind each link as many facts as it is wide', () => {
    for (const { id } of dataset.links)
      expect(en.links[id]?.facts).toEqual(
        dataset.facts.filter(({ links }) => links.includes(id)).map((fact) => fact.id),
      );
  });

  it('gives no address for a source that must not be linked to', () => {
    for (const { id, linkable, url } of dataset.sources)
      expect(en.sources[id]?.url, id).toBe(linkable ? url : '');
    expect(dataset.sources.some(({ linkable, url }) => !linkable && url)).toBe(true);
  });

  it('says places in sources in the reader’s language', () => {
    expect(en.facts['F-founding-1975']?.places[0]?.at).toBe('quick facts 3, sentence 2');
    expect(fr.facts['F-founding-1975']?.places[0]?.at).toBe('faits en bref 3, phrase 2');
  });

  it('gives a quotation only in the language it was said in', () => {
    const quotes = (detail: typeof en) =>
      detail.people.flatMap(({ said }) => said.map(({ quote }) => quote)).filter(Boolean);
    expect(quotes(en)).toContain('no nation can act alone');
    expect(quotes(fr)).toEqual(['plus fort et plus sûr']);
  });

  it('marks what no source read shows', () => {
    expect(
      Object.entries(en.events)
        .filter(([, { verified }]) => !verified)
        .map(([id]) => id),
    ).toEqual(['m-1993-eu-name', 's-2000-okinawa']);
  });

  it('fills what is absent with nothing rather than with “undefined”', () => {
    expect(JSON.stringify([en, fr])).not.toMatch(/undefined|\[object/);
    expect(buildDetail({ ...dataset, caveats: undefined }, 'en').caveats).toEqual([]);
  });
});
