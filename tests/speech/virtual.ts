/**
 * A virtual screen reader inside the real page: it walks the accessibility tree as a cursor does in browse mode, and
 * follows the focus and the live regions. Keys are the browser's own.
 */
import { expect, type Page } from '@playwright/test';
import type { Virtual } from '@guidepup/virtual-screen-reader';

const SCRIPT = 'node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js';

type Step = 'next' | 'previous' | keyof Virtual['commands'];
type WithReader = typeof globalThis & { reader: Virtual };

export class Reader {
  #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Begins to read at the top of the page. */
  static async start(page: Page): Promise<Reader> {
    await page.route('**/virtual-reader.js', (route) =>
      route.fulfill({ path: SCRIPT, contentType: 'text/javascript' }),
    );
    // Words, not a function: what compiles this file would change the import.
    await page.evaluate("import('/virtual-reader.js').then(({ virtual }) => void (window.reader = virtual))");
    await page.evaluate(() => (globalThis as WithReader).reader.start({ container: document.body, window }));
    return new Reader(page);
  }

  /** What was spoken since the last time this was asked. Spaces that do not break are spaces. */
  async spoken(): Promise<string[]> {
    const phrases = await this.#page.evaluate(async () => {
      const { reader } = globalThis as WithReader;
      const log = await reader.spokenPhraseLog();
      await reader.clearSpokenPhraseLog();
      return log;
    });
    return phrases.map(plain);
  }

  /** Moves on until a phrase holds the wanted words, and returns all that was spoken on the way; fails at the end. */
  async seek(step: Step, wanted: string, most = 300): Promise<string[]> {
    const found = await this.#page.evaluate(
      async ({ step, wanted, most }) => {
        const { reader } = globalThis as WithReader;
        for (let i = 0; i < most; i++) {
          if (step === 'next' || step === 'previous') await reader[step]();
          else await reader.perform(reader.commands[step] as never);
          if (i % 20 === 19) await new Promise((done) => setTimeout(done, 100)); // what was opened may be on its way
          if ((await reader.lastSpokenPhrase()).replace(/\s+/g, ' ').includes(wanted)) return true;
        }
        return false;
      },
      { step, wanted: plain(wanted), most },
    );
    const spoken = await this.spoken();
    expect(found, `“${wanted}” was not spoken by ${step}:\n${spoken.join('\n')}`).toBe(true);
    return spoken;
  }

  /** Waits until a text is in the page, as whoever listens to the title meanwhile does: it may be on its way. */
  arrives(text: string): Promise<void> {
    return expect(this.#page.locator('body')).toContainText(text);
  }

  /** Reads on for a number of phrases. */
  async read(phrases: number): Promise<string[]> {
    await this.#page.evaluate(async (n) => {
      for (let i = 0; i < n; i++) await (globalThis as WithReader).reader.next();
    }, phrases);
    return this.spoken();
  }

  /** Reads on until a text was spoken, in however many pieces: words of it that are buttons are pieces of their own. */
  async readsText(text: string, most = 60): Promise<void> {
    const bare = (phrase: string) =>
      plain(phrase)
        .replace(/^button, |, not expanded$/g, '')
        .replace(/\s/g, '');
    const heard: string[] = [];
    const whole = () => heard.map(bare).join('').includes(bare(text));
    for (let i = 0; i < most && !whole(); i++) heard.push(...(await this.read(1)));
    expect(whole(), `“${text}” was not spoken:\n${heard.join('\n')}`).toBe(true);
  }

  /** Does what the thing under the cursor is for. */
  act(): Promise<void> {
    return this.#page.evaluate(() => (globalThis as WithReader).reader.act());
  }

  /** Waits until all that is wanted was spoken, in this order, and nothing of it twice. */
  async hears(...wanted: string[]): Promise<string[]> {
    const heard: string[] = [];
    const listen = async () => {
      heard.push(...(await this.spoken()));
      return inOrder(heard, wanted);
    };
    await expect.poll(listen, { message: wanted.join(' → ') }).toBe('all was spoken');
    const twice = wanted.filter((each) => heard.filter((phrase) => phrase === plain(each)).length > 1);
    expect(twice, heard.join('\n')).toEqual([]);
    return heard;
  }
}

export const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** A sentence for a failed test: the first of the wanted phrases that no phrase holds, after those before it. */
export function inOrder(heard: readonly string[], wanted: readonly string[]): string {
  let from = 0;
  for (const each of wanted) {
    const at = heard.findIndex((phrase, i) => i >= from && phrase.includes(plain(each)));
    if (at < 0) return `“${each}” was not spoken after:\n${heard.slice(Math.max(0, from - 3)).join('\n')}`;
    from = at;
  }
  return 'all was spoken';
}
