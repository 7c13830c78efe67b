/**
 * The story by ear on a desk: what the page's own names, roles, order and live region say to a virtual screen reader.
 * What a green run does not prove: that a real one says the same, or that a listener follows. docs/speech/ holds what
 * Orca really said. @chromium: the reader is a script that asks the same of every engine.
 */
import { test } from './support/test';
import { findBySearch, follow, opening, readEvent, readSource, turn } from '../speech/journey';
import { told, TURNS } from '../speech/told';
import { Reader } from '../speech/virtual';
import { open } from './support/stage';

test('says what a button that keeps the focus has turned the page into @chromium', async ({ page }) => {
  const t = told('en');
  await open(page);
  const reader = await Reader.start(page);
  await reader.seek('next', `button, ${t.word('head.as-table')}`);
  await reader.act();
  await reader.hears(`polite: ${t.word('head.table')}. `);
  await reader.seek('next', `table, ${t.word('table.events')}`);
});

// French is heard on a phone (phone-speech.spec.ts), both languages in both at length.
for (const { lang, other, language } of TURNS)
  test(
    `opens, finds, follows three steps, reads the source, changes the language (${lang})`,
    { tag: lang === 'en' ? '@chromium' : ['@chromium', '@long'] },
    async ({ page }) => {
      const t = told(lang);
      await open(page, `?lang=${lang}`);
      const reader = await Reader.start(page);
      await opening(reader, t, t.word('head.stage'));
      await findBySearch(reader, page, t);
      await readEvent(reader, t);
      await follow(reader, t);
      await readSource(reader, t, lang);
      await turn(reader, page, told(other), 3, language);
    },
  );
