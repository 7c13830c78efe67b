/** Words that stand for a thing. A green run does not prove that the thing is there: the check does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainProse, readProse } from './prose';

describe('prose', () => {
  it('tells marked words from plain ones', () => {
    expect(readProse('In 1975 [six leaders](m-1975) met; [Canada](m-1976).')).toEqual([
      'In 1975 ',
      { words: 'six leaders', id: 'm-1975' },
      ' met; ',
      { words: 'Canada', id: 'm-1976' },
      '.',
    ]);
  });

  it.each(['', 'plain', 'a [b] c', 'a (b) c', '[a] (b)', '[](x)', '[a]()', '[a](b c)'])(
    'leaves %j as it stands',
    (text) => expect(readProse(text).join('')).toBe(text),
  );

  it('loses no letter of any text but its marks', () => {
    const words = fc.stringMatching(/^[^[\]()]{1,12}$/);
    const part = fc.oneof(words, fc.record({ words, id: fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/) }));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.map((one) => (typeof one === 'string' ? one : `[${one.words}](${one.id})`));
        const said = parts.map((one) => (typeof one === 'string' ? one : one.words));
        const read = readProse(text.join(''));
        expect(plainProse(read)).toBe(said.join(''));
        expect(read.filter((one) => typeof one !== 'string')).toEqual(
          parts.filter((one) => typeof one !== 'string'),
        );
      }),
    );
  });
});
