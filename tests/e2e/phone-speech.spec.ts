/**
 * The story by ear on a phone: threads, sheet and flow as a virtual screen reader speaks them, in both languages.
 * What a green run does not prove: what VoiceOver or TalkBack say, or that swiping through it is pleasant.
 */
import { test } from './support/test';
import { findByWalking, follow, opening, readEvent, readSource, turn, walkFlow } from '../speech/journey';
import { told, TURNS } from '../speech/told';
import { Reader } from '../speech/virtual';
import { open } from './support/stage';

// English is heard on a desk (speech-journey.spec.ts), both languages in both at length.
for (const { lang, other, language } of TURNS)
  test(
    `opens, finds, follows three steps, reads the source, changes the language (${lang})`,
    { tag: lang === 'fr' ? [] : '@long' },
    async ({ page }) => {
      const t = told(lang);
      await open(page, `?lang=${lang}`);
      const reader = await Reader.start(page);
      await opening(reader, t, t.word('view.threads'));
      await findByWalking(reader, t);
      await readEvent(reader, t);
      await follow(reader, t);
      await readSource(reader, t, lang);
      await walkFlow(reader, page, t);
      await turn(reader, page, told(other), 2, t.word('page.more'), language);
    },
  );
