/** Fills columns and sheets with blocks of words, in their order. Pure. */
export interface Sized {
  height: number;
}

/**
 * Sheets of `columns` columns of `room` px each (`first`: on the first sheet), with the blocks that stand in them: as
 * few sheets as can be, and all filled alike. A block taller than a column has one to itself.
 */
export function fillSheets<B extends Sized>(
  blocks: readonly B[],
  room: number,
  columns: number,
  first = room,
): B[][][] {
  const roomOf = (column: number) => (column < columns ? first : room);
  const filled = fillColumns(blocks, roomOf);
  const sheets = Math.ceil(filled.length / columns);
  const total = blocks.reduce((sum, { height }) => sum + height, 0);
  let even = filled;
  for (let height = total / Math.max(sheets * columns, 1); height < room; height += STEP) {
    const found = fillColumns(blocks, (column) => Math.min(height, roomOf(column)));
    if (found.length > sheets * columns) continue;
    even = found;
    break;
  }
  return Array.from({ length: sheets }, (_, i) => even.slice(i * columns, (i + 1) * columns));
}

/** px by which columns are tried higher. */
const STEP = 4;

function fillColumns<B extends Sized>(blocks: readonly B[], roomOf: (column: number) => number): B[][] {
  const columns: B[][] = [];
  let left = 0;
  for (const block of blocks) {
    const column = columns.at(-1);
    if (column && block.height <= left) {
      column.push(block);
      left -= block.height;
    } else {
      columns.push([block]);
      left = roomOf(columns.length - 1) - block.height;
    }
  }
  return columns;
}
