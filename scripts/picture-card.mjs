/** The page around a fallback picture: a title that can be read in a feed, the picture, and where it comes from. */

/**
 * In device px, and how many of them make a CSS px: text must still be read when a feed shows the card at half its
 * width.
 */
export const SIZES = {
  card: { size: [1200, 630], scale: 1 },
  tall: { size: [1080, 1350], scale: 1.25 },
};

const escape = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** The first sentence of the licence names it. */
const licence = (story) => story.licence.split(/(?<=\.)\s/)[0];

/** The document; `frame` is the address of the embed that is the picture, `told` what it tells of if not of all. */
export function cardPage({ story, told, frame, size }) {
  return `<!doctype html>
<html lang="${story.locale}"><meta charset="utf-8"><title>${escape(story.title)}</title>
<style>
  * { margin: 0; box-sizing: border-box; }
  body {
    display: grid;
    grid-template-rows: auto 1fr auto;
    block-size: 100vh;
    padding: 1.5rem 1.75rem 1rem;
    background: #fbfaf7;
    color: #1d1f24;
    font-family: 'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif;
  }
  header { padding-block-end: 0.5rem; border-block-end: 1px solid #1d1f24; }
  h1 { font: 700 ${size === 'tall' ? '2.75rem/1.1' : '3rem/1.1'} Charter, 'Bitstream Charter', Georgia, serif; text-wrap: balance; }
  header p { margin-block-start: 0.25rem; font-size: 1.1875rem; line-height: 1.35; text-wrap: balance; }
  iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
  footer { padding-block-start: 0.375rem; border-block-start: 1px solid #c9c6bd; color: #565a63; font-size: 0.875rem; }
</style>
<header><h1>${escape(told ?? story.title)}</h1><p>${escape(told ? story.title : story.subtitle)}</p></header>
<iframe src="${escape(frame)}" title=""></iframe>
<footer>${escape(licence(story))} ${escape(story.credit)}</footer>
</html>
`;
}
