/** The one script of the lesson’s page; the page does without it. */
try {
  // The scheme that the reader chose in the story.
  const scheme = localStorage.getItem('fifty-years.scheme') ?? '';
  if (/^(light|dark)$/.test(scheme)) document.documentElement.dataset.scheme = scheme;
} catch {
  // A browser without memory.
}

/** On a disk no server finds the page of a folder, and of the story only the one file runs. */
function leadToFiles(): void {
  const oneFile = document.querySelector('a[data-one-file]')?.getAttribute('href') ?? '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="../"]')) {
    const [path = '', query] = (link.getAttribute('href') ?? '').split('?');
    const asked = new URLSearchParams(query);
    // The file has no handout and no questions, nor a room for presenting: there its panel tells the step.
    if (asked.has('check') || asked.get('mode') === 'print') {
      link.removeAttribute('href');
      continue;
    }
    asked.delete('mode');
    if (path === '../') link.setAttribute('href', asked.size > 0 ? `${oneFile}?${String(asked)}` : oneFile);
    else if (path.endsWith('/')) link.setAttribute('href', `${path}index.html`);
  }
}
if (location.protocol === 'file:') addEventListener('DOMContentLoaded', leadToFiles);
