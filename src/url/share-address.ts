/** The address of what is shown, for somebody else. Pure: it knows neither the page nor its history. */
import { writeAddress, type AddressState, type Legal } from './codec';
import { hasPages, pagePath } from './page-address';

/** What hosts, campaigns and embedding services add to an address: it says where a reader came from, which is nobody’s business. */
const STRANGERS =
  /^(childId|initialWidth|parentTitle|parentUrl|utm(_\w+)?|fbclid|gclid|secret|maxwidth|dnt)$/;

/**
 * The address to hand on: of the page in the language and of the thread or step that are shown, so that it carries their own
 * title and picture. `root`: of the site, ends with a slash. Another story has no pages here, nor has a file by itself.
 */
export function shareAddress(
  root: string,
  state: AddressState,
  defaults: AddressState,
  known: string,
  legal: Legal,
): string {
  const { lang, step, data } = state;
  if (data !== null || !legal.langs.has(lang) || !hasPages(root))
    return root + shareSearch(state, defaults, known, legal);
  // A page tells of one thing: of the step, where a thread was chosen while it was told.
  const told = step === null ? { thread: null } : { step: null };
  const query = handOn({ ...state, ...told }, { ...defaults, lang, ...told }, known, legal);
  return root + pagePath(lang, state) + query;
}

/**
 * The query string ("?…") to hand on: it names the language even where it is the usual one, because the receiver’s
 * may be another.
 */
export const shareSearch = (
  state: AddressState,
  defaults: AddressState,
  known: string,
  legal: Legal,
): string => handOn(state, { ...defaults, lang: '' }, known, legal);

/**
 * Leaves out the colours, which are the receiver’s own, and the frame, which is the host’s. `known` is the present
 * query string: what in it is not ours stays as it stands, but for what tells on the reader.
 */
function handOn(state: AddressState, defaults: AddressState, known: string, legal: Legal): string {
  const page = {
    mode: 'page',
    paper: null,
    parts: null,
    plain: false,
    static: false,
    session: null,
  } as const;
  const said = { ...state, ...page, scheme: defaults.scheme };
  return writeAddress(said, { ...defaults, ...page }, withoutStrangers(known), legal);
}

const withoutStrangers = (search: string): string =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => !STRANGERS.test(pair.split('=')[0] ?? ''))
    .join('&');
