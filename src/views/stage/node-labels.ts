/**
 * Which names of nodes fit on the stage, and where: beside the node, on one line or on several, on the side where
 * there is room. Never over another name or another node, never cut; those that are chosen choose first.
 */
import { bisectRight } from 'd3-array';
import { BoxGrid } from '@/layout/box-grid';
import { inside, oneLine, wrap, LINE, type Box, type Measure, type TextBlock } from '@/layout/text-box';
import type { NodeMark } from '@/flow/scene';

export interface NodeLabel {
  id: string;
  lines: string[];
  /** Of the text: start (or end, if `end`) of its lines; baseline of the first. */
  x: number;
  y: number;
  end: boolean;
  strong: boolean;
}

const PAD = 6;

/** `rank`: the smaller the earlier a node may choose; null = it stays silent. */
export function labelNodes(
  nodes: readonly NodeMark[],
  stage: Box,
  rank: (mark: NodeMark) => number | null,
  measure: Measure,
  blocksOf: Blocks = blocksBy(measure),
): NodeLabel[] {
  const marks = new BoxGrid<NodeMark>();
  const columns = new Map<string, BoxGrid<NodeMark>>();
  for (const mark of nodes) {
    const { x, y, width, height } = mark;
    marks.add({ x0: x - 1, y0: y - 1, x1: x + width + 1, y1: y + height + 1 }, mark);
    const { column } = mark.node;
    let own = columns.get(column);
    if (!own) columns.set(column, (own = new BoxGrid()));
    own.add({ x0: 0, x1: 1, y0: y, y1: y + height }, mark);
  }
  const starts = [...new Set(nodes.map(({ x }) => x))].sort((a, b) => a - b);
  const taken = new BoxGrid<null>();
  const labels: NodeLabel[] = [];
  const ranked = nodes
    .map((mark, i) => ({ mark, i, rank: rank(mark) }))
    .filter((entry): entry is typeof entry & { rank: number } => entry.rank !== null)
    .sort((a, b) => a.rank - b.rank || b.mark.height - a.mark.height || a.i - b.i);
  for (const { mark } of ranked) {
    const { strong } = mark;
    const style = strong ? 'strong' : 'label';
    const blocks = blocksOf(mark.node.label, style);
    const peers = columns.get(mark.node.column);
    for (const { block, end, shift, centred } of candidates(mark, blocks, gapAfter(mark, starts, stage))) {
      const box = boxOf(mark, block, end, shift, centred);
      const free =
        inside(box, stage) &&
        !taken.some(box, () => true) &&
        isNearest(box, mark, peers) &&
        !marks.some(box, (other) => other !== mark);
      if (!free) continue;
      taken.add(box, null);
      labels.push({
        id: mark.node.id,
        lines: block.lines,
        x: end ? box.x1 - 1 : box.x0 + 1,
        y: box.y0 + LINE[style] * 0.76,
        end,
        strong,
      });
      break;
    }
  }
  return labels;
}

/** The ways a name can be broken into lines. */
export type Blocks = (text: string, style: 'label' | 'strong') => readonly TextBlock[];

/** Breaks each name once. */
export function blocksBy(measure: Measure): Blocks {
  const made = new Map<string, readonly TextBlock[]>();
  return (text, style) => {
    const key = `${style} ${text}`;
    let blocks = made.get(key);
    if (!blocks) made.set(key, (blocks = breakName(text, style, measure)));
    return blocks;
  };
}

function breakName(text: string, style: 'label' | 'strong', measure: Measure): TextBlock[] {
  const blocks: TextBlock[] = [oneLine(text, style, measure)];
  for (const [width, lines] of BLOCKS) {
    const block = wrap(text, style, width, lines, measure);
    if (
      block &&
      !blocks.some((other) => other.lines.length === block.lines.length && other.width <= block.width)
    ) {
      blocks.push(block);
    }
  }
  return blocks;
}

interface Candidate {
  block: TextBlock;
  end: boolean;
  shift: number;
  /** Over or under the node rather than beside it. */
  centred?: true;
}

/** Beside the node within its column first, then on the other side, then wherever it is free, a little higher or
 * lower, at last over or under it. */
function* candidates(mark: NodeMark, blocks: readonly TextBlock[], gap: number): Generator<Candidate> {
  const near = blocks.filter((block) => block.width + 2 * PAD < gap && block.lines.length <= 3);
  for (const shift of SHIFTS) for (const block of near) yield { block, end: false, shift };
  for (const shift of SHIFTS.slice(0, 3)) {
    for (const block of blocks) if (block.lines.length <= 3) yield { block, end: true, shift };
  }
  for (const shift of SHIFTS) for (const block of blocks) yield { block, end: false, shift };
  for (const above of [true, false]) {
    for (const block of blocks) {
      const shift = (mark.height + block.height) / 2 + 2;
      yield { block, end: false, shift: above ? -shift : shift, centred: true };
    }
  }
}

const BLOCKS = [
  [220, 2],
  [170, 2],
  [140, 2],
  [140, 3],
  [110, 3],
  [90, 4],
] as const;
const SHIFTS = [0, -5, 5, -10, 10, -16, 16];

/** `shift`: px by which the label stands below the node’s middle. */
function boxOf(
  mark: NodeMark,
  { width, height }: TextBlock,
  end: boolean,
  shift: number,
  centred = false,
): Box {
  const middle = mark.y + mark.height / 2 + shift;
  const beside = end ? mark.x - PAD - width : mark.x + mark.width + PAD;
  const x0 = centred ? mark.x + (mark.width - width) / 2 : beside;
  return { x0: x0 - 1, x1: x0 + width + 1, y0: middle - height / 2, y1: middle + height / 2 };
}

/** A name must stand nearer to its own node than to any other of its column, or it would be read as that one’s. */
function isNearest(box: Box, mark: NodeMark, peers: BoxGrid<NodeMark> | undefined): boolean {
  const middle = (box.y0 + box.y1) / 2;
  const from = ({ y, height }: NodeMark) => Math.max(y - middle, middle - y - height, 0);
  const reach = from(mark) + 1;
  const near = { x0: 0, x1: 1, y0: middle - reach - 1, y1: middle + reach + 1 };
  return !peers?.some(near, (other) => other !== mark && from(other) <= reach);
}

/** px from a node to the next column on its right; `starts`: where nodes begin, rising. */
function gapAfter(mark: NodeMark, starts: readonly number[], stage: Box): number {
  const edge = mark.x + mark.width;
  return Math.min(stage.x1, starts[bisectRight(starts, edge + PAD)] ?? Infinity) - edge;
}
