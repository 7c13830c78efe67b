/** What an embed’s address says. A green run does not prove that the embed obeys it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  embedAddress,
  fullAddress,
  heldHeight,
  HEIGHT_RANGE,
  USUAL_HEIGHT,
  type EmbedChoice,
} from './embed-address';

const ROOT = 'https://timeline.example/g7/';
const CHOICE: EmbedChoice = {
  ...{ view: null, thread: null, step: null, lang: 'en', scheme: 'light', asShown: true },
};
const SHARED = `${ROOT}thread/cybercrime/?lang=fr&from=1995&to=2005-06&select=o-call&view=table&scale=even&others=1&level=3`;
const said = (address: string) => Object.fromEntries(new URL(address).searchParams);

describe('the address of an embed', () => {
  it('stands beside the root, names its language, and leaves out what is usual', () => {
    expect(embedAddress(`${ROOT}?lang=fr`, ROOT, CHOICE)).toBe(`${ROOT}embed/?lang=en`);
  });

  it('takes along what is shown if that is wanted, and what was chosen in any case', () => {
    const choice = { ...CHOICE, view: 'flow', thread: 'extremism', scheme: 'dark' } as const;
    const chosen = { lang: 'en', thread: 'extremism', view: 'flow', scheme: 'dark' };
    const shown = { from: '1995', to: '2005-06', select: 'o-call', scale: 'even', others: '1', level: '3' };
    expect(said(embedAddress(SHARED, ROOT, choice))).toEqual({ ...shown, ...chosen });
    expect(said(embedAddress(SHARED, ROOT, { ...choice, asShown: false }))).toEqual(chosen);
  });

  it('takes nothing of anybody’s along', () => {
    const trail = `${ROOT}?lang=en&utm_source=x&parentUrl=https://paper.example/a&childId=7&mode=embed#g7=1`;
    expect(embedAddress(trail, ROOT, CHOICE)).toBe(`${ROOT}embed/?lang=en`);
  });

  it('finds another story from where it stands', () => {
    const { data } = said(embedAddress(`${ROOT}fr/?data=../mine.json`, ROOT, CHOICE));
    expect(data).toBe(`${ROOT}mine.json`);
  });

  it('begins with a step, which the page of it tells in full', () => {
    const embed = embedAddress(`${ROOT}step/outcomes/`, ROOT, { ...CHOICE, step: 'outcomes', lang: 'fr' });
    expect(embed).toBe(`${ROOT}embed/?lang=fr&step=outcomes`);
    expect(fullAddress(embed, ROOT)).toBe(`${ROOT}fr/step/outcomes/`);
    expect(fullAddress(`${embed}&thread=cybercrime`, ROOT)).toBe(
      `${ROOT}fr/step/outcomes/?thread=cybercrime`,
    );
  });

  it('leads to the same in full, in the reader’s own colours', () => {
    const embed = embedAddress(SHARED, ROOT, { ...CHOICE, scheme: 'dark', thread: 'extremism' });
    const { scheme, thread, lang, ...rest } = said(embed);
    expect([scheme, thread, lang]).toEqual(['dark', 'extremism', 'en']);
    const page = fullAddress(embed, ROOT);
    expect(said(page)).toEqual(rest);
    expect(page.startsWith(`${ROOT}thread/extremism/?`)).toBe(true);
  });

  it('leads to no page of its own for another story, and for a file by itself', () => {
    const other = `${ROOT}embed/?lang=fr&thread=x&data=${encodeURIComponent(`${ROOT}mine.json`)}`;
    expect(fullAddress(other, ROOT).startsWith(`${ROOT}?lang=fr&thread=x&data=`)).toBe(true);
    const file = `${ROOT}embed/?lang=fr&thread=x`;
    expect(fullAddress(file, `${ROOT}class.html`)).toBe(`${ROOT}class.html?lang=fr&thread=x`);
  });
});

describe('the height of an embed', () => {
  it('is held within its range', () => {
    expect(heldHeight(USUAL_HEIGHT)).toBe(USUAL_HEIGHT);
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (wanted) => {
        const height = heldHeight(wanted);
        expect(Number.isInteger(height)).toBe(true);
        expect(height).toBeGreaterThanOrEqual(HEIGHT_RANGE.least);
        expect(height).toBeLessThanOrEqual(HEIGHT_RANGE.most);
      }),
    );
  });
});
