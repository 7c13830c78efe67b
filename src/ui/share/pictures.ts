/** The still pictures that the build takes of the story (scripts/pictures.mjs), and which of them shows what is shown. */

export interface Picture {
  /** From the site's root. */
  path: string;
  lang: string;
  thread: string | null;
  /** Of the guided story. */
  step: string | null;
  /** px. */
  width: number;
  height: number;
  /** What it shows, in each language. */
  alt: Record<string, string>;
}

/**
 * Those of a step or else a thread (both null: of the whole story) in a language, the widest first. `root`: the absolute address of the
 * site, with its last slash. None where there is no list: not every copy of the page has pictures.
 */
export async function loadPictures(
  root: string,
  lang: string,
  { thread, step }: Pick<Picture, 'thread' | 'step'>,
): Promise<Picture[]> {
  try {
    const answer = await fetch(new URL('pictures.json', root));
    if (!answer.ok) return [];
    const all = (await answer.json()) as Picture[];
    return all
      .filter((each) => each.lang === lang && each.step === step && (step !== null || each.thread === thread))
      .sort((a, b) => b.width / b.height - a.width / a.height);
  } catch {
    return [];
  }
}
