/**
 * What a page answers to a site that asks how to embed it (oEmbed 1.0), as static JSON: a host of static files cannot
 * heed `maxwidth`, so the frame takes the width it is given. Without a script: most sites would strip it.
 */
import { escapeText } from './html.ts';
import { oneFileOf, PICTURE_SIZES, pictureOf, type PageSpec } from './pages.ts';
import { wordsOf, type Stories } from './words.ts';

/** Of the frame, CSS px: enough for the stage at this width, and for the list in a narrower column. */
export const FRAME = { width: 800, height: 640 } as const;

export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  html: string;
  width: number;
  height: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
}

/** The answer for one page; `site` ends with a slash. */
export function oembedFor(page: PageSpec, stories: Stories, site: string): OEmbed {
  const words = wordsOf(page, stories);
  const [width, height] = PICTURE_SIZES.card;
  return {
    version: '1.0',
    type: 'rich',
    title: words.title,
    provider_name: words.site,
    provider_url: site,
    html: frameOf(site + oneFileOf(page), words.frame),
    ...FRAME,
    thumbnail_url: site + pictureOf(page),
    thumbnail_width: width,
    thumbnail_height: height,
  };
}

/**
 * The bare frame: sites such as WordPress take one iframe out of the answer and sandbox it, so it loads the one file
 * that needs neither modules nor the host’s permission.
 */
const frameOf = (src: string, title: string): string =>
  `<iframe src="${escapeText(src)}" title="${escapeText(title)}" width="100%" height="${FRAME.height}" ` +
  'loading="lazy" allow="fullscreen; clipboard-write; web-share" ' +
  'referrerpolicy="strict-origin-when-cross-origin" style="border:0;color-scheme:normal"></iframe>';
