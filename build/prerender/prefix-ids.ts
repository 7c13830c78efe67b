/** Renames the ids of a part of a page, and what refers to them: then two such parts may stand on one page. */
const REFERRING = 'id|for|aria-labelledby|aria-describedby|aria-controls|popovertarget';

export function prefixIds(html: string, prefix: string): string {
  const own = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  const rename = (id: string) => (own.has(id) ? prefix + id : id);
  return html
    .replace(
      new RegExp(`(\\s(?:${REFERRING})=")([^"]+)"`, 'g'),
      (_, start: string, ids: string) => `${start}${ids.split(' ').map(rename).join(' ')}"`,
    )
    .replace(/(\shref="#)([^"]+)"/g, (_, start: string, id: string) => `${start}${rename(id)}"`);
}
