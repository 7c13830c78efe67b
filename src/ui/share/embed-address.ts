/** What an embed shows, as an address. Pure. */
import type { Scheme, ViewId } from '@/state/app-state.svelte';
import { hasPages, pagePath } from '@/url/page-address';

export interface EmbedChoice {
  /** Null: the usual one of the frame’s width. */
  view: ViewId | null;
  thread: string | null;
  /** The step of the guided story that it begins with; what the page shows of another one does not go along. */
  step: string | null;
  lang: string;
  scheme: Scheme;
  /** Whether it starts with the period and the choice that the page shows now. */
  asShown: boolean;
}

/** What an embed looks like if its address does not say. */
const USUAL_SCHEME: Scheme = 'light';
/** What of the page’s address is “as shown now”; all else that an embed knows is chosen. */
const SHOWN = ['from', 'to', 'select', 'scale', 'others', 'level', 'only'];

/**
 * The absolute address of the embed. `shared`: the absolute address of the page as it is handed on; `root`: that of
 * the site, with its last slash. Nothing but our own keys goes along: what else stands in an address is somebody’s trail.
 */
export function embedAddress(shared: string, root: string, choice: EmbedChoice): string {
  const page = new URL(shared);
  const embed = new URL('embed/', root);
  const put = (key: string, value: string | null) => value !== null && embed.searchParams.set(key, value);
  put('lang', choice.lang);
  for (const key of choice.asShown ? SHOWN : []) put(key, page.searchParams.get(key));
  put('step', choice.step);
  put('thread', choice.thread);
  put('view', choice.view);
  if (choice.scheme !== USUAL_SCHEME) put('scheme', choice.scheme);
  const data = page.searchParams.get('data');
  // The embed stands elsewhere: an address relative to the page would miss.
  if (data !== null) put('data', new URL(data, page).href);
  return embed.href;
}

/** The absolute address of the page that shows the same in full, in the reader’s own colours: that with its own title and picture. */
export function fullAddress(embed: string, root: string): string {
  const { searchParams } = new URL(embed);
  searchParams.delete('scheme');
  const page = new URL(root);
  if (hasPages(root) && !searchParams.has('data')) {
    const [lang, thread, step] = ['lang', 'thread', 'step'].map((key) => searchParams.get(key));
    page.pathname += pagePath(lang ?? '', { thread: thread ?? null, step: step ?? null });
    for (const key of ['lang', step == null ? 'thread' : 'step']) searchParams.delete(key);
  }
  page.search = searchParams.toString();
  return page.href;
}

/** Widths of the column that a reader’s page gives a frame, CSS px: a phone, an article, a wide page. */
export const WIDTHS = [320, 600, 1200] as const;
export type Width = (typeof WIDTHS)[number];

/**
 * Where nothing fits the height, a frame keeps this one, CSS px: enough for every view at every width, and what the
 * frame itself asks for (embed/height.ts), so that the article does not move when a script fits it.
 */
export const USUAL_HEIGHT = 640;

/** The heights a frame may be given, CSS px: below, the story is no longer whole. */
export const HEIGHT_RANGE = { least: 320, most: 2000 } as const;
export const heldHeight = (wanted: number): number =>
  Math.min(HEIGHT_RANGE.most, Math.max(HEIGHT_RANGE.least, Math.round(wanted)));
