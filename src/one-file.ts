/**
 * Starts the embed that is one file (embed.html). It holds one language; asked for another, it makes room for the file
 * of that language beside it, without an entry in the history of the page around it.
 */
import './app.css';
import { boot } from './boot';
import { isLocale } from './i18n/locales';
import { showLastResort } from './last-resort';

const target = document.querySelector<HTMLElement>('#app') ?? document.body;
const asked = new URLSearchParams(location.search).get('lang');

if (asked !== null && isLocale(asked) && asked !== document.documentElement.lang) {
  const file = asked === 'en' ? 'embed.html' : `embed.${asked}.html`;
  location.replace(`${file}${location.search}${location.hash}`);
} else {
  boot(target).catch((error: unknown) => {
    showLastResort(target);
    throw error;
  });
}
