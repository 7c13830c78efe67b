/**
 * The story itself on paper: pictures are drawn for the width of the window, so they are made as small as a page before
 * it is printed. What is made for paper is the handout (src/print/).
 */
/** px between the margins of an upright sheet, whichever paper it is. */
const PAPER = 700;

export function fitPaper(): void {
  addEventListener('beforeprint', () => {
    const zoom = Math.min(1, PAPER / document.documentElement.clientWidth);
    document.documentElement.style.setProperty('--paper-zoom', zoom.toFixed(3));
  });
}
