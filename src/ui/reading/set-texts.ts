/**
 * What the reader’s steps look like: properties on the root, for whatever is read there. Letters and words are set
 * apart together: wide letters without wide words are read more slowly. The most is what WCAG 1.4.12 asks of a page
 * to bear (letters 0.12em, words 0.16em, lines 2), and more between words.
 */
import type { Attachment } from 'svelte/attachments';
import { SETTINGS, type ReadingSettings, type Setting } from '@/state/reading-settings.svelte';

/** For each setting its properties, and their values from step 1 on. */
export const LOOKS: Record<Setting, Record<string, readonly string[]>> = {
  size: { '--reading-size': ['1.125', '1.25', '1.5'] },
  spacing: {
    '--reading-letters': ['0.04em', '0.08em', '0.12em'],
    '--reading-words': ['0.1em', '0.2em', '0.32em'],
  },
  lines: { '--reading-lines': ['1.7', '1.85', '2'] },
  column: {
    '--reading-column': ['clamp(20rem, 32%, 30rem)', 'clamp(22rem, 37%, 36rem)', 'clamp(24rem, 42%, 42rem)'],
  },
};

/** Keeps the root in step with the reader’s choices while what it is attached to is there, and after. */
export const setTexts =
  (reading: ReadingSettings): Attachment =>
  () => {
    const { style } = document.documentElement;
    for (const setting of SETTINGS)
      for (const [name, values] of Object.entries(LOOKS[setting])) {
        const value = values[reading.steps[setting] - 1];
        if (value === undefined) style.removeProperty(name);
        else style.setProperty(name, value);
      }
  };
