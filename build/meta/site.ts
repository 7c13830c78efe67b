/** Where the pages will stand, for what needs an absolute address. */

/** SITE_URL of the environment, ending with a slash; null if there is none. Throws where it is no address. */
export function siteUrl(said = process.env.SITE_URL): string | null {
  if (!said) return null;
  if (!URL.canParse(said)) throw new Error(`SITE_URL is no address: ${said}`);
  const { protocol, origin, pathname } = new URL(said);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`SITE_URL is no web address: ${said}`);
  return `${origin}${pathname.replace(/\/*$/, '')}/`;
}
