/** The same state as another page shows it: a query string of ours in which only the mode changes. Pure. */
import type { Mode } from './app-state.svelte';

/** What a mode decides by itself; a lesson ends where it is left. */
const OWN = /^(mode|view|session|paper|parts)=/;

/** The query string ("?…") of `mode` from that of the present page. */
export function withMode(search: string, mode: Mode): string {
  const rest = search.replace(/^\?/, '').split('&');
  const kept = rest.filter((pair) => pair !== '' && !OWN.test(`${pair}=`));
  // Without anything the address would be that of this very page.
  return `?${[...(mode === 'page' ? [] : [`mode=${mode}`]), ...kept].join('&')}`;
}
