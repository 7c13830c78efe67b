/** What stands on the document itself: its language, its title, and the scheme of its colours. A bridge. */

/** Light, dark, or as the reader's system has it. */
type Scheme = 'light' | 'dark' | 'auto';

export interface DocumentWords {
  lang: string;
  title: string;
  scheme: Scheme;
}

/** Writes it once: for what comes before there is a state to follow. */
export function writeDocument({ lang, title, scheme }: Partial<DocumentWords>): void {
  const root = document.documentElement;
  if (lang !== undefined) root.lang = lang;
  if (title !== undefined) document.title = title;
  if (scheme === 'auto') delete root.dataset.scheme;
  else if (scheme !== undefined) root.dataset.scheme = scheme;
}

/** Keeps it in step with a state, and (`remembers`) a changed scheme for the next visit, until the returned function is called. */
export function keepDocument(read: () => DocumentWords, remembers: boolean): () => void {
  let scheme: Scheme | undefined;
  return $effect.root(() => {
    $effect(() => {
      const words = read();
      writeDocument(words);
      if (remembers && scheme !== undefined && words.scheme !== scheme) rememberScheme(words.scheme);
      scheme = words.scheme;
    });
  });
}

const MEMORY = 'fifty-years.scheme';

/** The scheme chosen on an earlier visit; null without one, or where the browser keeps no memory. */
export function rememberedScheme(): Scheme | null {
  try {
    const scheme = localStorage.getItem(MEMORY);
    return scheme === 'light' || scheme === 'dark' ? scheme : null;
  } catch {
    return null;
  }
}

function rememberScheme(scheme: Scheme): void {
  try {
    if (scheme === 'auto') localStorage.removeItem(MEMORY);
    else localStorage.setItem(MEMORY, scheme);
  } catch {
    // A browser without memory works as well; the address still holds the scheme.
  }
}
