/** From presenting to the page and back. A green run does not prove that a browser goes there: class-present does. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withMode } from './mode-address';

const key = fc.stringMatching(/^[a-z]{1,6}$/);
const search = fc
  .array(fc.tuple(key, key), { maxLength: 6 })
  .map((pairs) => (pairs.length > 0 ? `?${pairs.map((pair) => pair.join('=')).join('&')}` : ''));

it('changes the mode, leaves the view to it, and keeps all else in its order', () => {
  expect(withMode('?lang=fr&mode=present&step=asked&view=table&session=dn6qe8', 'page')).toBe(
    '?lang=fr&step=asked',
  );
  expect(withMode('?step=asked&thread=cybercrime', 'present')).toBe(
    '?mode=present&step=asked&thread=cybercrime',
  );
  expect(withMode('?mode=print&step=asked&paper=a4&parts=flow', 'page')).toBe('?step=asked');
  expect(withMode('?mode=present', 'page')).toBe('?');
  fc.assert(
    fc.property(search, (text) => {
      const there = withMode(text, 'present');
      expect(new URLSearchParams(there).getAll('mode')).toEqual(['present']);
      const rest = (of: string) =>
        [...new URLSearchParams(of)].filter(([name]) => !/^(mode|view|paper|parts)$/.test(name));
      expect(rest(withMode(there, 'page'))).toEqual(rest(text));
    }),
  );
});
