/** Every way an address can be handed on. A green run does not prove what a real system’s sheet does with it. */
import { describe, expect, it, vi } from 'vitest';
import { copy, hasSheet, share } from './hand-on';

const what = { title: 'Fifty years', text: 'Call to action', url: 'https://example.org/?lang=fr' };
const refuse = (name: string) => () => Promise.reject(new DOMException('no', name));
const clipboard = (writeText: (text: string) => Promise<void>) => ({ writeText }) as Clipboard;
const done = () => vi.fn(() => Promise.resolve());

describe('an address to hand on', () => {
  it('goes to the system where it takes it', async () => {
    const sheet = done();
    expect(await share(what, { share: sheet, canShare: () => true })).toBe(true);
    expect(sheet).toHaveBeenCalledWith(what);
  });

  it('is settled when the reader thinks better of it', async () => {
    expect(await share(what, { share: refuse('AbortError') })).toBe(true);
  });

  it.each([
    ['there is no sheet', {}],
    ['the sheet would not take it', { share: done(), canShare: () => false }],
    ['the sheet was refused', { share: refuse('NotAllowedError') }],
  ])('waits for another way where %s', async (_, way) => {
    expect(await share(what, way)).toBe(false);
  });
});

describe('a text to copy', () => {
  it('is on the clipboard, or the answer says that it is not', async () => {
    const write = done();
    expect(await copy(what.url, { clipboard: clipboard(write) })).toBe(true);
    expect(write).toHaveBeenCalledWith(what.url);
    expect(await copy(what.url, {})).toBe(false);
    expect(await copy(what.url, { clipboard: clipboard(refuse('NotAllowedError')) })).toBe(false);
    expect(hasSheet(what, {})).toBe(false);
  });
});
