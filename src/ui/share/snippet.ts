/** The lines a newsroom pastes into an article: HTML from plain words and addresses. Pure; no script, no handler. */

export interface SnippetOptions {
  /** Absolute address of the embed. */
  src: string;
  /** What the frame is, for who does not see it. */
  title: string;
  /** CSS px: what stands in the article before, or without, any script. */
  height: number;
  /** The caption under the frame, and the absolute address of the full page that it leads to. */
  caption: string;
  page: string;
  /** BCP 47 language of the title and the caption: the article’s may be another. */
  lang: string;
  /** Absolute address of the script that fits the height; null: without a script. */
  loader: string | null;
}

export function snippetOf({ src, title, height, caption, page, lang, loader }: SnippetOptions): string {
  const lines = [
    // Browsers indent a figure, on a phone by a quarter of its width.
    `<figure lang="${escapeHtml(lang)}" style="margin:0">`,
    `  <iframe src="${escapeHtml(src)}"`,
    `    title="${escapeHtml(title)}" width="100%" height="${Math.round(height)}"`,
    '    loading="lazy" allow="fullscreen; clipboard-write; web-share"',
    '    referrerpolicy="strict-origin-when-cross-origin" style="border:0;color-scheme:normal"></iframe>',
    `  <figcaption><a href="${escapeHtml(page)}">${escapeHtml(caption)}</a></figcaption>`,
    '</figure>',
  ];
  if (loader !== null) lines.push(`<script src="${escapeHtml(loader)}" async></script>`);
  return lines.join('\n');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For texts and for values in double quotes. */
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
