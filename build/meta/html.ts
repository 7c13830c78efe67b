/** Words into HTML, so that no text of a story can be anything but text. */

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For the text of an element, and for an attribute in quotes of either kind; also right in XML. */
export const escapeText = (text: string): string =>
  // Control characters are not allowed in XML and mean nothing in HTML.
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

/** An opening tag; an attribute that is undefined is left out. */
export function tag(name: string, attributes: Record<string, string | undefined>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeText(value)}"`],
  );
  return `<${name}${written.join('')} />`;
}

/** JSON that may stand inside a script element: none of its characters can end the element or open a comment. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
