/**
 * The one way to a file of this build. Mostly it lies beside the page; in the page that is one file it stands in the
 * page itself, in an inert element, and its address is `#` and the element’s id. Nobody else knows the difference.
 */
export const getFile = (address: string, init?: RequestInit): Promise<Response> =>
  address.startsWith('#') ? Promise.resolve(insidePage(address.slice(1))) : fetch(address, init);

function insidePage(id: string): Response {
  const element = document.getElementById(id);
  return element
    ? new Response(element.textContent, { headers: { 'content-type': 'application/json' } })
    : new Response(null, { status: 404 });
}
