/** The address of what is shown, for somebody else. Pure: it knows neither the page nor its history. */
import { writeAddress, type AddressState, type Legal } from './codec';

/**
 * The query string ("?…") to hand on: it names the language even where it is the usual one, because the receiver’s
 * may be another, and leaves out the colours, which are the receiver’s own. `known` is the present query string: what
 * in it is not ours stays as it stands.
 */
export const shareSearch = (
  state: AddressState,
  defaults: AddressState,
  known: string,
  legal: Legal,
): string => writeAddress({ ...state, scheme: defaults.scheme }, { ...defaults, lang: '' }, known, legal);
