/** Proves how imports and words are told from a script. Does not prove that the bundler makes one scope of it. */
import { expect, it } from 'vitest';
import { importAtOnce } from './static-imports';
import { wordsIn } from './words';

it('imports at once what would come later, each module once, and still answers with a promise', () => {
  const code = importAtOnce(`const a = () => import("./a.js").then((m) => m.b), b = import('./a.js');`);
  expect(code).toBe(
    `import * as at_once_0 from "./a.js";const a = () => Promise.resolve(at_once_0).then((m) => m.b), b = Promise.resolve(at_once_0);`,
  );
});

it('leaves alone what it cannot know', () => {
  expect(importAtOnce('const a = (name) => import(name) + import(`./${name}.js`);')).toBeNull();
});

it('keeps the words that a script names, whole or by how they begin', () => {
  const words = { 'a.b.one': '', 'a.b.other': '', 'a.bc': '', 'kind-x': '', 'kind.x': '', 'd.e': '' };
  const script = "t(`a.b`,{n}),t(`kind-${k}`),t(k?'d.e':`no.${k}`)";
  expect(Object.keys(wordsIn(script, words))).toEqual(['a.b.one', 'a.b.other', 'kind-x', 'd.e']);
});
