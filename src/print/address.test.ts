/** What stands on paper as the way back to the screen. A green run does not prove that a telephone reads its code. */
import { expect, it } from 'vitest';
import { addressOnPaper } from './address';

const SITE = 'https://timeline.example/g7/';
const FILE = 'https://school.example/files/class.html';

it('is the page of the language, and of the file where there are no pages', () => {
  expect(addressOnPaper(SITE, 'fr', null, '?step=asked')).toBe(`${SITE}fr/?step=asked`);
  expect(addressOnPaper(SITE, 'fr', './own.json', '?step=asked')).toBe(
    `${SITE}?step=asked&lang=fr&data=.%2Fown.json`,
  );
  expect(addressOnPaper(FILE, 'fr', null, '?step=asked')).toBe(`${FILE}?step=asked&lang=fr`);
});

it('is not printed where it is a place on a disk', () => {
  expect(addressOnPaper('file:///home/teacher/class.html', 'en', null, '')).toBeNull();
});
