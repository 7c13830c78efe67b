/** The web app manifest of a language: what a device calls the page if the reader keeps it. */
import { THEME_COLOURS } from './head.ts';
import { pageOf, upFrom, type PageSpec } from './pages.ts';
import { wordsOf, type Stories } from './words.ts';

/** Where the manifest of a page’s language stands. */
export const manifestOf = ({ lang }: Pick<PageSpec, 'lang'>): string =>
  `${pageOf(lang).path}manifest.webmanifest`;

export function manifestFor(lang: PageSpec['lang'], stories: Stories): Record<string, unknown> {
  const page = pageOf(lang);
  const up = upFrom(page);
  const { title, description } = wordsOf(page, stories);
  const icon = (file: string, size: number, purpose: string) => ({
    src: `${up}icons/${file}`,
    type: 'image/png',
    sizes: `${size}x${size}`,
    purpose,
  });
  return {
    name: title,
    description,
    lang,
    dir: 'ltr',
    start_url: './',
    // One story in several languages: to change the language is not to leave it.
    scope: up,
    // With an address to copy: a story is there to be handed on.
    display: 'minimal-ui',
    theme_color: THEME_COLOURS.light,
    background_color: THEME_COLOURS.light,
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable.png', 512, 'maskable'),
    ],
  };
}
