/** Every way an address can be handed on. A green run does not prove what a real system’s sheet does with it. */
import { describe, expect, it, vi } from 'vitest';
import { copy, hasSheet, share } from './share';

const what = { title: 'Fifty years', text: 'Call to action', url: 'https://example.org/?lang=fr' };
const refuse = (name: string) => () => Promise.reject(new DOMException('no', name));
const clipboard = (writeText: (text: string) => Promise<void>) => ({ writeText }) as Clipboard;
const written = () => vi.fn(() => Promise.resolve());

describe('an address to hand on', () => {
  it('goes to the system where it takes it', async () => {
    const [sheet, write] = [written(), written()];
    const way = { share: sheet, canShare: () => true, clipboard: clipboard(write) };
    expect(await share(what, way)).toBe('gone');
    expect(sheet).toHaveBeenCalledWith(what);
    expect(write).not.toHaveBeenCalled();
  });

  it('is not copied behind the back of a reader who thought better of it', async () => {
    const write = written();
    expect(await share(what, { share: refuse('AbortError'), clipboard: clipboard(write) })).toBe('gone');
    expect(write).not.toHaveBeenCalled();
  });

  it.each([
    ['there is no sheet', {}],
    ['the sheet would not take it', { share: written(), canShare: () => false }],
    ['the sheet was refused', { share: refuse('NotAllowedError') }],
  ])('is copied where %s', async (_, way) => {
    const write = written();
    expect(await share(what, { ...way, clipboard: clipboard(write) })).toBe('copied');
    expect(write).toHaveBeenCalledWith(what.url);
  });

  it('is left to the reader’s hand where nothing may copy', async () => {
    expect(await share(what, {})).toBe('by-hand');
    expect(await copy(what.url, { clipboard: clipboard(refuse('NotAllowedError')) })).toBe('by-hand');
    expect(hasSheet(what, {})).toBe(false);
  });
});
