/** Proves that what is written into the one file stays what it is. Does not prove that a browser runs it. */
import { describe, expect, it } from 'vitest';
import { onePage, policyOf, scriptText } from './page';

const page = (script: string, story: unknown = {}) =>
  onePage({
    lang: 'en',
    title: 'A & B',
    description: '“<b>”',
    home: 'https://timeline.example/',
    noScript: { sentence: 'No scripts.', link: 'Open it', picture: 'pictures/a.png', alt: 'A picture' },
    loading: 'Loading…',
    script,
    style: 'p { color: red }',
    files: new Map([['story.en', story]]),
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
});
