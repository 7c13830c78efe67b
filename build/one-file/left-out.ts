/**
 * What the one file does not carry, because nothing in an embed leads there: the page’s own head, foot, search, map
 * and controls, what only search finds (people and terms), and what loads, checks and builds other datasets (`data=`).
 * It is in the page that the embed links to.
 */
export const LEFT_OUT = [
  'ui/PageHead.svelte',
  'ui/PageFoot.svelte',
  'ui/search/SearchBox.svelte',
  'ui/Minimap.svelte',
  'ui/StageControls.svelte',
  'ui/ErrorPanel.svelte',
  'ui/detail-panel/PersonCard.svelte',
  'ui/detail-panel/TermCard.svelte',
  'story/search.ts',
  'story/build-story.ts',
  'story/build-detail.ts',
  'dataset/check.ts',
  'dataset/problem-texts.ts',
];

/** In their place. If something does lead there, the page says that it cannot be loaded; it is never blank. */
export const NOTHING = `export default () => { throw new Error('Not in this file.'); };`;
