/**
 * Whatever the words and addresses, the snippet is the same few elements, and a reader of HTML gets the words back.
 * A green run does not prove what an editorial system does to it when it is pasted.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snippetOf, type SnippetOptions } from './snippet';

const words = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "a' onload='x",
    '&quot;&amp;',
    '</iframe>',
    'L’« été » & <b>',
  ),
);
const url = fc.webUrl({ withQueryParameters: true });
const options: fc.Arbitrary<SnippetOptions> = fc.record({
  src: url,
  title: words,
  height: fc.double({ min: 320, max: 2000, noNaN: true }),
  caption: words,
  page: url,
  lang: fc.constantFrom('en', 'fr'),
  loader: fc.option(url),
});

/** A reader of the HTML that a snippet may consist of; anything else is an error. */
function read(html: string) {
  const decode = (text: string) =>
    text.replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '',
    );
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  let text = '';
  let rest = html;
  while (rest) {
    const tag = /^<(\/?[a-z]+)((?:\s+[a-z]+(?:="[^"<>]*")?)*)>/.exec(rest);
    const plain = /^[^<]+/.exec(rest);
    if (tag) {
      const pairs = [...(tag[2] ?? '').matchAll(/([a-z]+)(?:="([^"]*)")?/g)];
      const attributes = Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, decode(value)]));
      expect(Object.keys(attributes)).toHaveLength(pairs.length);
      tags.push({ name: tag[1] ?? '', attributes });
    } else if (plain) {
      expect(plain[0]).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
      text += decode(plain[0]);
    } else throw new Error(`neither a tag nor a text: ${rest.slice(0, 40)}`);
    rest = rest.slice((tag ?? plain)?.[0].length);
  }
  return { tags, text };
}

describe('the snippet', () => {
  it('gives back its words, whatever they are, and nothing that acts', () => {
    fc.assert(
      fc.property(options, (given) => {
        const { tags, text } = read(snippetOf(given));
        const loader = given.loader === null ? [] : ['script', '/script'];
        expect(tags.map(({ name }) => name)).toEqual([
          'figure',
          'iframe',
          '/iframe',
          'figcaption',
          'a',
          '/a',
          '/figcaption',
          '/figure',
          ...loader,
        ]);
        const [figure, frame, , , link, , , , script] = tags.map(({ attributes }) => attributes);
        expect(figure).toEqual({ lang: given.lang, style: 'margin:0' });
        expect(frame).toEqual({
          src: given.src,
          title: given.title,
          width: '100%',
          height: String(Math.round(given.height)),
          loading: 'lazy',
          allow: 'fullscreen; clipboard-write; web-share',
          referrerpolicy: 'strict-origin-when-cross-origin',
          style: 'border:0;color-scheme:normal',
        });
        expect(link).toEqual({ href: given.page });
        expect(script).toEqual(given.loader === null ? undefined : { src: given.loader, async: '' });
        expect(text.trim()).toBe(given.caption.trim());
      }),
    );
  });
});
