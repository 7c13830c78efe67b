/** Letters as large as their box allows, in hundredths of the height of the screen: the last row reads them too. */
import type { Attachment } from 'svelte/attachments';

/** What the last row still reads. */
const SMALLEST = 2.9;

/** Writes `--words` on its element. `read` reads all that its words and its size depend on. */
export const fitWords =
  (largest: number, read: () => unknown): Attachment<HTMLElement> =>
  (element) => {
    read();
    for (let letters = largest; letters >= SMALLEST; letters -= 0.15) {
      element.style.setProperty('--words', letters.toFixed(2));
      if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) break;
    }
  };
