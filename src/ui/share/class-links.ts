/** What is shown, for a class: an address that can be read from the last row and typed, and plain links. Pure. */

/** The address without what a browser adds by itself; not every host adds the slash at the end of a path. */
export const typed = (page: string): string =>
  page.replace(/^https?:\/\/(?:www\.)?/, '').replace(/^([^/]*)\/$/, '$1');

/** The same in pieces, each of which may begin a line. */
export const pieces = (page: string): string[] => typed(page).split(/(?<=[/&])|(?=[?])/);

/**
 * Where an assignment of Google Classroom and a post of Microsoft Teams begin with the address in them. Neither needs
 * a script of theirs on our page; the forms are what public code uses, and no contract (tested with each release).
 */
export const classLinks = (page: string, title: string): { classroom: string; teams: string } => ({
  classroom: `https://classroom.google.com/share?${new URLSearchParams({ url: page, title })}`,
  teams: `https://teams.microsoft.com/share?${new URLSearchParams({ href: page, msgText: title })}`,
});
