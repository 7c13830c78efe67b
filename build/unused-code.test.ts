/** Does not prove that the libraries do as before: the browser tests of the built page do. */
import { expect, it } from 'vitest';
import { withoutHydration, withoutRanges } from './unused-code';

it('makes the guard of hydration a constant, and stops if that is written otherwise', () => {
  const written = 'export let hydrating = false;\nexport function set(value) {\n\thydrating = value;\n}';
  expect(withoutHydration(written)).toBe(
    'export const hydrating = false;\nexport function set(value) {\n\t\n}',
  );
  expect(() => withoutHydration('let hydrating;')).toThrow('export let hydrating = false;');
});

it('leaves the intervals that are used', () => {
  const written =
    'const utcDay = timeInterval();\nconst utcDays = utcDay.range;\ntimeYear.every = (k) => k;\n';
  expect(withoutRanges(written)).toBe(
    'const utcDay = timeInterval();\nconst utcDays = /* @__PURE__ */ (() => utcDay.range)();\nconst timeYear_every = (k) => k;\n',
  );
});
