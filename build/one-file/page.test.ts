/** Proves that what is written into the one file stays what it is. Does not prove that a browser runs it. */
import { describe, expect, it } from 'vitest';
import { onePage, policyOf, scriptText, type OneFile } from './page';
import { idOf } from './plugin';

const page = (script: string, story: unknown = {}, more: Partial<OneFile> = {}) =>
  onePage({
    lang: 'en',
    title: 'A & B',
    description: '“<b>”',
    home: 'https://timeline.example/',
    noScript: {
      sentence: 'No scripts.',
      link: 'Open it',
      picture: { path: 'pictures/a.png', alt: 'A picture' },
    },
    loading: 'Loading…',
    script,
    mode: 'embed',
    styles: [{ text: 'p { color: red }' }],
    files: new Map([['story.en', story]]),
    ...more,
  });

describe('onePage', () => {
  it('lets neither a script nor a text end its element', () => {
    const html = page('const a = "</script><!-- <script>";', { title: '</script><script>alert(1)</script>' });
    expect(html.match(/<\/script>/gi)).toHaveLength(2);
    expect(html).not.toContain('<!--');
    const told = /id="story.en">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(told)).toEqual({ title: '</script><script>alert(1)</script>' });
  });

  it('keeps what the script says', () => {
    const said = '</script><!--<SCRIPT>';
    expect(scriptText(`'${said}'`)).not.toContain(said);
    expect(JSON.parse(`"${scriptText(said).replaceAll(String.raw`\x3c`, String.raw`\u003c`)}"`)).toBe(said);
  });

  it('names its script and its styles by what is in them', () => {
    const html = page('start();');
    const policy = policyOf('start();', 'p { color: red }').replaceAll("'", '&#39;');
    expect(html).toContain(policy);
    expect(policyOf('start();', '')).not.toBe(policyOf('stop();', ''));
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it('lets what waits in it wear its own styles, when it is shown', () => {
    const sheet = '.lesson { color: blue }';
    const html = page(
      'start();',
      {},
      {
        mode: 'page',
        root: '',
        styles: [{ text: 'p {}' }, { text: sheet, media: 'not all' }],
        templates: [{ lang: 'fr', title: 'Leçon « A »', html: '<h1>Leçon</h1>' }],
      },
    );
    expect(html).toContain(
      '<html lang="en" data-mode="page" data-home="https://timeline.example/" data-root="">',
    );
    expect(html).toContain(`<style media="not all">${sheet}</style>`);
    expect(html).toContain(policyOf('start();', 'p {}', sheet).replaceAll("'", '&#39;'));
    expect(html).toContain('<template lang="fr" title="Leçon « A »"><h1>Leçon</h1></template>');
  });
});

it('tells the files of rooms apart', () => {
  expect(
    ['messages', 'share-messages', 'class-messages'].map((room) => idOf(`/src/i18n/${room}/fr.json`)),
  ).toEqual(['words.fr', 'share-words.fr', 'class-words.fr']);
  expect(idOf('/.generated/questions.en.json')).toBe('questions.en');
});
