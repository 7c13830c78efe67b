/** The one script of the lesson’s page; the page does without it. */
try {
  // The scheme that the reader chose in the story.
  const scheme = localStorage.getItem('fifty-years.scheme') ?? '';
  if (/^(light|dark)$/.test(scheme)) document.documentElement.dataset.scheme = scheme;
} catch {
  // A browser without memory.
}

/** On a disk no server finds the page of a folder, and of the story only the file for the class runs. */
function leadToFiles(): void {
  const file = document.querySelector('a[download$=".html"]')?.getAttribute('href') ?? '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="../"]:not([download])')) {
    const [path = '', query] = (link.getAttribute('href') ?? '').split('?');
    if (path === '../') link.setAttribute('href', query === undefined ? file : `${file}?${query}`);
    else if (path.endsWith('/')) link.setAttribute('href', `${path}index.html`);
  }
}
if (location.protocol === 'file:') addEventListener('DOMContentLoaded', leadToFiles);
