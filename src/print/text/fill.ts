/** Fills columns and sheets with blocks of words, in their order. Pure. */
export interface Sized {
  height: number;
}

export interface Room<B> {
  /** px of a column, on any sheet, and on the first. */
  room: number;
  first?: number;
  columns: number;
  /** px of what stands below the columns where these blocks stand above; `sheet`: from 0. */
  foot?: (blocks: readonly B[], sheet: number) => number;
}

/**
 * Sheets of columns with the blocks that stand in them: as few sheets as can be, and all filled alike. A block taller
 * than a column has one to itself.
 */
export function fillSheets<B extends Sized>(blocks: readonly B[], options: Room<B>): B[][][] {
  const full = fillTo(blocks, options, Infinity);
  const total = blocks.reduce((sum, { height }) => sum + height, 0);
  const even = total / Math.max(full.length * options.columns, 1);
  for (let height = even; height < options.room; height += STEP) {
    const found = fillTo(blocks, options, height);
    if (found.length <= full.length) return found;
  }
  return full;
}

/** px by which columns are tried higher. */
const STEP = 4;

/** The same with columns no higher than `most`. */
function fillTo<B extends Sized>(blocks: readonly B[], options: Room<B>, most: number): B[][][] {
  const { room, first = room, columns, foot = () => 0 } = options;
  const sheets: B[][][] = [];
  let left = blocks;
  while (left.length > 0) {
    const sheet = sheets.length;
    const fill = (count: number) => {
      const own = left.slice(0, count);
      return fillColumns(own, Math.min(most, (sheet === 0 ? first : room) - foot(own, sheet)));
    };
    let count = 1;
    let filled = fill(1);
    while (count < left.length) {
      const more = fill(count + 1);
      if (more.length > columns) break;
      filled = more;
      count++;
    }
    sheets.push(filled);
    left = left.slice(count);
  }
  return sheets;
}

function fillColumns<B extends Sized>(blocks: readonly B[], room: number): B[][] {
  const columns: B[][] = [];
  let left = 0;
  for (const block of blocks) {
    const column = columns.at(-1);
    if (column && block.height <= left) {
      column.push(block);
      left -= block.height;
    } else {
      columns.push([block]);
      left = room - block.height;
    }
  }
  return columns;
}
