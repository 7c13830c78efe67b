/** The lower half of the picture: order → layout → marks with their places → scene, with names and headings. */
import { layoutFlow, orderFlow, type FlowRoom } from '@/flow/layout';
import { flowScene, placeFlow, type FlowScene, type NodeMark, type RibbonMark } from '@/flow/scene';
import { LINE, wrap, type Box } from '@/layout/text-box';
import type { Column } from '@/story/story';
import { headingMarks } from './axis-marks';
import { blocksBy, labelNodes } from './node-labels';
import type { StageFrame } from './stage-frame.svelte';
import { holdSame } from './timeline/slide';

/** px a name is given before it is broken into lines, when the flow shares out its height. */
const LABEL_WIDTH = 140;

export class LowerPicture {
  readonly #frame: StageFrame;
  constructor(frame: StageFrame) {
    this.#frame = frame;
  }

  #order = $derived.by(() => orderFlow(this.#frame.story, this.#frame.app.othersShown));
  layout = $derived.by(() => {
    const room: FlowRoom = {
      height: this.#frame.room.flow.height,
      labelSize: ({ label }) =>
        wrap(label, 'label', LABEL_WIDTH, 3, this.#frame.measure)?.height ?? LINE.label,
    };
    return layoutFlow(this.#frame.story, this.#frame.app.othersShown, room, this.#order);
  });

  #marks = $derived.by(() => placeFlow(this.#frame.story, this.layout, this.#frame.standing));
  #holdNodes = holdSame<NodeMark>();
  #holdRibbons = holdSame<RibbonMark>();
  scene: FlowScene = $derived.by(() => {
    const { nodes, ribbons } = flowScene(
      this.#frame.story,
      this.layout,
      this.#frame.axis,
      this.#frame.kept,
      this.#marks,
      'right',
      this.#frame.reach,
    );
    return { nodes: this.#holdNodes(nodes), ribbons: this.#holdRibbons(ribbons) };
  });

  #blocks = $derived.by(() => blocksBy(this.#frame.measure));
  labels = $derived.by(() => {
    const { shift } = this.#frame.axis;
    const stage: Box = {
      x0: shift,
      y0: -2,
      x1: shift + this.#frame.room.length + 8,
      y1: this.#frame.room.flow.height + 6,
    };
    const lit = this.#frame.locked?.nodes;
    const rank = (mark: NodeMark) => {
      if (mark.node.id === this.#frame.app.selection.selected) return -1;
      if (lit && !lit.has(mark.node.id)) return null;
      return mark.strong ? 0 : 1;
    };
    return labelNodes(this.scene.nodes, stage, rank, this.#frame.measure, this.#blocks);
  });

  #holdBefore = holdSame<Column>();
  #holdAfter = holdSame<Column>();
  headings = $derived.by(() => {
    const columns = this.#frame.story.columns.flatMap((column: Column, i) => {
      const span = this.layout.spans[i];
      return span ? [{ column, ...span }] : [];
    });
    const { on, before, after } = headingMarks(
      columns,
      this.#frame.axis,
      this.#frame.measure,
      this.#frame.room.stubs.rows === 0,
    );
    return { on, before: this.#holdBefore(before), after: this.#holdAfter(after) };
  });
}
