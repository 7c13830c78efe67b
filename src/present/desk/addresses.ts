/** The addresses of the windows of one lesson, each made from that of another. Pure. */
type Which = 'present' | 'presenter';

/** What of an address holds in every window: language, colours, and which story. All else is said by messages. */
const HELD = ['lang', 'scheme', 'data', 'step'];

/** The address of the other window (relative: "?…"), from the query string of this one. */
export function windowAddress(
  which: Which,
  search: string,
  session: string | null,
  step: string | null,
): string {
  const here = new URLSearchParams(search);
  const there = new URLSearchParams({ mode: which });
  for (const key of HELD) {
    const value = key === 'step' ? step : here.get(key);
    if (value !== null) there.set(key, value);
  }
  if (session !== null) there.set('session', session);
  return `?${there}`;
}
