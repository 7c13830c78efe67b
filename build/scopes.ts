/**
 * Short names for the scopes of styles: the place of a component among all of them. They stand on every element of a
 * page, in its script and in its sheets, and are the same wherever a component is built.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const slashed = (file: string): string => file.replaceAll('\\', '/');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.svelte'),
);
const names = new Map(
  files
    .map(slashed)
    .sort()
    .map((file, i) => [file, `s${i.toString(36)}`]),
);

interface Styled {
  filename: string;
  css: string;
  hash: (text: string) => string;
}

/** The scope of a component, for Svelte’s compiler. A file from elsewhere gets the usual name. */
export const cssHash = ({ filename, css, hash }: Styled): string =>
  names.get(slashed(filename).replace(/^.*?src\//, '')) ?? `s-${hash(css)}`;
