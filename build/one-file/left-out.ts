/**
 * What the one file does not carry, because nothing in an embed leads there: what stands around the page itself, what sets
 * and simplifies texts, what only search finds (people and terms), the checks for understanding, and what loads, checks
 * and builds other datasets (`data=`).
 * It is in the page that the embed links to.
 */
export const LEFT_OUT = [
  'present/Present.svelte',
  'print/HandoutPage.svelte',
  'present/desk/Presenter.svelte',
  'ui/page-furniture.ts',
  'ui/reading/ReadingLine.svelte',
  'ui/share/ClassPart.svelte',
  'ui/ErrorPanel.svelte',
  'check/CheckCard.svelte',
  'ui/detail-panel/PersonCard.svelte',
  'ui/detail-panel/TermCard.svelte',
  'ui/detail-panel/TermMark.svelte',
  'story/search.ts',
  'dataset/read-story.ts',
  'dataset/say-failure.ts',
];

/** What is simpler here, and how: no page stands in the file before its script, texts are as they are, and there is no glossary. */
export const SIMPLER: Readonly<Record<string, string>> = {
  'state/reading-settings.svelte.ts': 'export class ReadingSettings { plain = false; }',
  'story/mark-terms.ts': 'export const termForms = () => {}, markTerms = (parts) => parts;',
  'state/checks.svelte.ts':
    'export class CheckState { id = null; pace = "own"; points = null; restore() {} ask() {} }',
  'ui/reading/set-texts.ts': 'export const setTexts = () => () => {};',
  'early/take-over.ts': 'export const takeOver = (old, draw) => { old.replaceChildren(); draw(old); };',
};

/** In their place. If something does lead there, the page says that it cannot be loaded; it is never blank. */
export const NOTHING = `export default () => { throw new Error('Not in this file.'); };`;
