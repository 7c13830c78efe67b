/**
 * Does not prove that the rest of Svelte does as before without those parts: the browser tests of the built page do.
 */
import { describe, expect, it } from 'vitest';
import { asksFor, withoutParts, withoutRanges } from './unused-code';

describe('what the page never comes to', () => {
  it('is taken out as it is written, and the build stops if it is written otherwise', () => {
    expect(withoutParts('client/dom/elements/bindings/select.js', 'if (select.multiple) {')).toBe(
      'if (false) {',
    );
    expect(() => withoutParts('client/dom/elements/bindings/select.js', 'if (many) {')).toThrow(
      'select.multiple',
    );
    expect(withoutParts('client/dom/css.js', 'select.multiple')).toBe('select.multiple');
  });

  it('is missed where a module of ours asks for it', () => {
    const asking = [
      '$.transition(3, div, () => fade);',
      'let choice = $.proxy({ a: 1 });',
      '$.set(choice, { a: 1 }, true);',
      '$.set(list, [1, 2], true);',
      'const d = await $.async_derived(() => later());',
      "import { getAbortSignal } from 'svelte';",
      "import { tick, settled } from 'svelte';",
      '$.from_html(`<select multiple></select>`)',
    ];
    for (const code of asking) expect(asksFor(code), code).not.toBeNull();
    expect(
      asksFor("import { tick } from 'svelte'; // settled\n$.set(open, true); $.set(held, h, true);"),
    ).toBeNull();
  });

  it('leaves the intervals that are used', () => {
    const written =
      'const utcDay = timeInterval();\nconst utcDays = utcDay.range;\ntimeYear.every = (k) => k;\n';
    expect(withoutRanges(written)).toBe(
      'const utcDay = timeInterval();\nconst utcDays = /* @__PURE__ */ (() => utcDay.range)();\nconst timeYear_every = (k) => k;\n',
    );
  });
});
