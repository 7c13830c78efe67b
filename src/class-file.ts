/**
 * Starts the file that holds a whole class: the story, presenting, the checks, the handout and the lesson, in every
 * language. The lesson (`?mode=lesson`) is a document that waits in a template of its language, with styles of its own.
 */
import './app.css';
import { boot } from './boot';
import { rememberedScheme, writeDocument } from './i18n/document.svelte';
import { showLastResort } from './last-resort';

function showLesson({ content, lang, title }: HTMLTemplateElement): void {
  writeDocument({ lang, title, scheme: rememberedScheme() ?? 'auto' });
  document.querySelector<HTMLStyleElement>('style[media="not all"]')?.removeAttribute('media');
  document.body.replaceChildren(content.cloneNode(true));
  // The browser has looked for it before it was there.
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

const asked = new URLSearchParams(location.search);
const lang = asked.get('lang') ?? document.documentElement.lang;
const lessons = [...document.querySelectorAll<HTMLTemplateElement>('template[lang]')];
const lesson = lessons.find((each) => each.lang === lang) ?? lessons[0];

if (asked.get('mode') === 'lesson' && lesson) showLesson(lesson);
else {
  const target = document.querySelector<HTMLElement>('#app') ?? document.body;
  boot(target).catch((error: unknown) => {
    showLastResort(target);
    throw error;
  });
}
