/**
 * What Orca said (docs/speech/) still holds what each journey wants to hear, in the words that the story has today.
 * A green run does not prove that Orca would say it again: `npm run test:orca` does.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { JOURNEYS } from '../scripts/orca-journeys.mjs';
import { hasAll, notHeardAgain } from '../scripts/orca-transcript.mjs';

const BROWSERS = ['firefox', 'chromium'];
const read = (file: string) => readFileSync(new URL(`../docs/speech/${file}`, import.meta.url), 'utf8');

describe('the transcripts', () => {
  it.each(JOURNEYS.flatMap(({ name }) => BROWSERS.map((browser) => ({ name, browser }))))(
    'of $name in $browser hold what is wanted, in order',
    ({ name, browser }) => {
      const lines = read(`${name}.${browser}.txt`).split('\n');
      const starred = lines.filter((line) => line.startsWith('* ')).map((line) => line.slice(2));
      const wanted = JOURNEYS.find((each) => each.name === name)?.steps.flatMap(({ heard }) => heard) ?? [];
      expect(wanted.length).toBeGreaterThan(3);
      expect(hasAll(starred, wanted), `${wanted.join('\n')}\n\n${starred.join('\n')}`).toBe(true);
    },
  );

  it('tell what is not heard again', () => {
    const transcript = '> h\n* a title\n  a word\n\n> b\n* a button\n';
    const again = (...heard: string[]) => notHeardAgain(transcript, [{ press: 'h', heard }]);
    expect(again('a title', 'something else', 'a button')).toEqual([]);
    expect(again('a button', 'a title')).toEqual(['a button']);
    expect(again()).toEqual(['a title', 'a button']);
  });
});
