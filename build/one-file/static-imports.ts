/**
 * Where all is one script nothing comes later, so what the page imports when it is asked for is imported at once. Only
 * then can the bundler put all modules into one scope: a third of the script is what it takes to start them one by one.
 */

/** As our compilers write it, with a plain text inside. */
const LATER = /\bimport\(\s*(["'`])([^"'`$]+)\1\s*\)/g;

/** The module without dynamic imports; null if it has none. A promise stays a promise. */
export function importAtOnce(code: string): string | null {
  const names = new Map<string, string>();
  const rest = code.replace(LATER, (_, _quote: string, from: string) => {
    const name = names.get(from) ?? `at_once_${names.size}`;
    names.set(from, name);
    return `Promise.resolve(${name})`;
  });
  if (names.size === 0) return null;
  const imports = [...names].map(([from, name]) => `import * as ${name} from ${JSON.stringify(from)};`);
  return `${imports.join('')}${rest}`;
}
