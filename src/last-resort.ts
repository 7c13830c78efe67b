/** When not even the words can be loaded: one sentence in both languages and a way to try again. Never a blank page. */
const SENTENCES = {
  en: { text: 'This page could not be loaded. Check your connection, then try again.', again: 'Try again' },
  fr: {
    text: 'Cette page n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.',
    again: 'Réessayer',
  },
};

/** Puts it in place of what is there. */
export function showLastResort(target: Element): void {
  const box = document.createElement('main');
  box.className = 'last-resort';
  box.setAttribute('role', 'alert');
  for (const [lang, { text, again }] of Object.entries(SENTENCES)) {
    const line = document.createElement('p');
    const button = document.createElement('button');
    line.lang = button.lang = lang;
    line.textContent = text;
    button.type = 'button';
    button.textContent = again;
    button.addEventListener('click', () => location.reload());
    box.append(line, button);
  }
  target.replaceChildren(box);
}
