/** From presenting to the page and back, at the same step: query strings of ours, in which only the mode changes. Pure. */

const without = (search: string, key: string): string[] =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && pair.split('=')[0] !== key);

/** The query string ("?…") of the page itself. */
export function pageAddress(search: string): string {
  const rest = without(search, 'mode').join('&');
  // An empty address would be this very page.
  return rest ? `?${rest}` : '?';
}
