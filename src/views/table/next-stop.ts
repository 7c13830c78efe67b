/** Where a key leads within a table: from row to row, up into the headings and along them. Pure. */
export interface Stop {
  /** Place among the headings, or null for a row. */
  heading: number | null;
  row: number;
}

const PAGE = 10;

/** The stop a key leads to from a row or a heading (-1: not there); null where the key means nothing here. */
export function nextStop(
  key: string,
  row: number,
  heading: number,
  rows: number,
  headings: number,
): Stop | null {
  const at = (to: number): Stop | null =>
    rows > 0 ? { heading: null, row: Math.min(Math.max(to, 0), rows - 1) } : null;
  const over = (to: number): Stop => ({ heading: Math.min(Math.max(to, 0), headings - 1), row: 0 });
  const inHead = heading >= 0;
  switch (key) {
    case 'ArrowDown':
      return inHead ? at(0) : at(row + 1);
    case 'ArrowUp':
      return inHead ? null : row === 0 ? over(0) : at(row - 1);
    case 'ArrowRight':
      return inHead ? over(heading + 1) : null;
    case 'ArrowLeft':
      return inHead ? over(heading - 1) : null;
    case 'Home':
      return inHead ? over(0) : at(0);
    case 'End':
      return inHead ? over(headings - 1) : at(rows - 1);
    case 'PageDown':
      return inHead ? at(0) : at(row + PAGE);
    case 'PageUp':
      return inHead ? null : at(row - PAGE);
    default:
      return null;
  }
}
