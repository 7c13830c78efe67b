/** The address of what is shown, for somebody else. Pure: it knows neither the page nor its history. */
import { writeAddress, type AddressState, type Legal } from './codec';

/** What hosts, campaigns and embedding services add to an address: it says where a reader came from, which is nobody’s business. */
const STRANGERS =
  /^(childId|initialWidth|parentTitle|parentUrl|utm(_\w+)?|fbclid|gclid|secret|maxwidth|dnt)$/;

/**
 * The query string ("?…") to hand on: it names the language even where it is the usual one, because the receiver’s
 * may be another, and leaves out the colours, which are the receiver’s own, and the frame, which is the host’s.
 * `known` is the present query string: what in it is not ours stays as it stands, but for what tells on the reader.
 */
export const shareSearch = (
  state: AddressState,
  defaults: AddressState,
  known: string,
  legal: Legal,
): string => {
  const page = { mode: 'page', plain: false, static: false } as const;
  return writeAddress(
    { ...state, ...page, scheme: defaults.scheme },
    { ...defaults, ...page, lang: '' },
    withoutStrangers(known),
    legal,
  );
};

const withoutStrangers = (search: string): string =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => !STRANGERS.test(pair.split('=')[0] ?? ''))
    .join('&');
