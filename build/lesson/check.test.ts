/**
 * Proves that the lesson fits its story: that every link opens what it says, that minutes add up, and that a link gone
 * stale is found. Does not prove that a text is true or well told; that takes a reader.
 */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/dataset/format';
import { parseAddress } from '@/url/codec';
import { checkLesson, eachPicture, eachText, legalOf, meant } from './check';
import { queryOf, type Lesson } from './format';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));
const dataset = read('g7.json') as Dataset;
const lesson = read('lesson.json') as Lesson;
const legal = legalOf(dataset);
const pictures = eachPicture(lesson).map(({ picture }) => picture.open);
const changed = (change: (copy: Lesson) => void) => {
  const copy = structuredClone(lesson);
  change(copy);
  return checkLesson(copy, dataset).problems.map(({ path }) => path);
};

describe('the lesson', () => {
  it('has no problem', () => {
    expect(checkLesson(lesson, dataset).problems).toEqual([]);
  });

  it('takes 20, 45 and 75 minutes, and shows something in nearly every phase', () => {
    expect(lesson.activities.map(({ minutes }) => minutes)).toEqual([20, 45, 75]);
    for (const { phases } of lesson.activities)
      expect(phases.filter((phase) => phase.pictures.length === 0).length).toBeLessThanOrEqual(1);
  });

  it('opens exactly what its links say, with the codec of the page', () => {
    expect(pictures.length).toBeGreaterThan(30);
    for (const open of pictures)
      expect(parseAddress(queryOf(open), legal), queryOf(open)).toEqual(meant(open));
  });

  it('is written by the rules of the house in both languages', () => {
    for (const { path, text } of eachText(lesson)) {
      expect(`${text.en}${text.fr}`, path).not.toMatch(/["']| {2}/);
      expect(text.fr, path).not.toMatch(/ :|« | »|[^\u00a0]»|[^ (]«/);
      expect(text.fr, path).not.toMatch(/\s[;!?]/);
      expect(text.fr, path).not.toMatch(/«(?!\u00a0)/);
    }
  });
});

describe('checkLesson', () => {
  const [first] = eachPicture(lesson).filter(({ picture }) => picture.open.select && picture.open.from);
  const at = (copy: Lesson) => {
    const found = eachPicture(copy).find(({ path }) => path === first?.path);
    if (!found) throw new Error('no such picture');
    return found.picture.open;
  };

  it('finds a link gone stale: an id that is gone, a period that is none or lies outside', () => {
    for (const stale of [
      { select: 'gone' },
      { thread: 'gone' },
      { step: 'gone' },
      { check: 'gone' },
      { from: '2025-13' },
      { from: '1066' },
      { to: '2099' },
      { from: '2025-12', to: '2025-01' },
    ])
      expect(
        changed((copy) => Object.assign(at(copy), stale)),
        JSON.stringify(stale),
      ).toEqual([first?.path]);
  });

  it('finds any id that the story does not have', () => {
    const ids = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/).filter((id) => !legal.things.has(id));
    fc.assert(
      fc.property(ids, (id) => {
        expect(changed((copy) => (at(copy).select = id))).toEqual([first?.path]);
      }),
      { numRuns: 20 },
    );
  });

  it('finds minutes that do not add up, words that name nothing, and languages that differ', () => {
    expect(changed(({ activities: [a] }) => (a!.minutes += 1))).toEqual(['activities.0.minutes']);
    expect(changed(({ question }) => Object.assign(question, { en: '[a](gone)', fr: '[b](gone)' }))).toEqual([
      'question',
    ]);
    expect(changed(({ question }) => Object.assign(question, { fr: '[b](m-migrant)' }))).toEqual([
      'question',
    ]);
    expect(changed((copy) => copy.terms.push('gone'))).toEqual([`terms.${lesson.terms.length}`]);
    expect(changed((copy) => (copy.sources[0]!.source = 'gone'))).toEqual(['sources.0']);
    expect(changed((copy) => delete (copy as Partial<Lesson>).privacy)).toEqual(['privacy']);
  });
});
