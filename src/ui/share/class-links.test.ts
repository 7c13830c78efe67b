/** A green run does not prove what Classroom and Teams make of the links: they are tried by hand with each release. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classLinks, pieces, typed } from './class-links';

const PAGE = 'https://timeline.example/fr/?step=founding&from=1975&to=1977';

it('says of an address only what must be typed', () => {
  expect(typed('https://timeline.example/')).toBe('timeline.example');
  expect(typed('https://timeline.example/step/founding/')).toBe('timeline.example/step/founding/');
  expect(typed(PAGE)).toBe('timeline.example/fr/?step=founding&from=1975&to=1977');
  expect(pieces(PAGE)).toEqual(['timeline.example/', 'fr/', '?step=founding&', 'from=1975&', 'to=1977']);
});

it('hands address and title on whole, whatever is in them', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (page, title) => {
      expect(pieces(page).join('')).toBe(typed(page));
      const { classroom, teams } = classLinks(page, title);
      // A form has one way to write what is no text at all.
      const same = title.toWellFormed();
      expect(Object.fromEntries(new URL(classroom).searchParams)).toEqual({ url: page, title: same });
      expect(Object.fromEntries(new URL(teams).searchParams)).toEqual({ href: page, msgText: same });
    }),
    { numRuns: 30 },
  );
});
