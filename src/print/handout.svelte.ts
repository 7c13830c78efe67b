/** The handout: what is in it, how tall its words are, and the sheets that follow from that. */
import { createContext } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { ClassT } from '@/i18n/load-class-words';
import type { AppState } from '@/state/app-state.svelte';
import type { Paper } from '@/state/handout.svelte';
import { markTerms, termForms, type MarkedPart } from '@/story/mark-terms';
import { readParts, usualPaper, writeParts, type PartId } from './choices';
import type { Block, Chosen } from './text/blocks';
import { textGroups, type Group } from './text/groups';
import { numberTerms, termsOf, type Note } from './text/notes';
import { plainDetail } from './text/plain-detail';
import { NOTES, planSheets, type SheetPlan } from './plan';

interface Size {
  width: number;
  height: number;
}

const NONE: Size = { width: 0, height: 0 };

export class HandoutState {
  readonly #app: AppState;
  readonly #language: string;
  /** Words of the rooms for classes; they come after the page. */
  t = $state.raw<ClassT | null>(null);
  /** Shows how it looks from a printer without colours; nobody else’s business, so not in the address. */
  grey = $state(false);
  /** px of each block of words, by group and id, as the browser sets them. */
  #sizes = $state.raw<ReadonlyMap<string, Size>>(new Map());

  /** `language`: the reader’s own, as the browser names it. */
  constructor(app: AppState, language: string) {
    this.#app = app;
    this.#language = language;
  }

  paper: Paper = $derived.by(() => this.#app.handout.paper ?? usualPaper(this.#language));
  parts = $derived.by(() => readParts(this.#app.handout.parts));
  questions = $derived.by(() => this.#app.questions.current);
  /** What the handout tells of by itself. */
  chosen: Chosen | null = $derived.by(() => {
    const { steps, selection, chosen, things } = this.#app;
    if (steps.current) return { step: steps.current };
    const thing = things.get(selection.thread ?? '') ?? chosen;
    return thing && { thing };
  });
  #detail = $derived.by(() => {
    const { current } = this.#app.detail;
    return current && this.#app.reading.plain ? plainDetail(current) : current;
  });
  #forms = $derived.by(() => termForms(this.#detail?.glossary ?? []));
  /** The terms of the glossary by their ids, in its order on paper. */
  notes: ReadonlyMap<string, Note> = $derived.by(
    () =>
      new Map(
        numberTerms(this.#detail?.glossary ?? [], this.#app.words.compare).map((note) => [
          note.term.id,
          note,
        ]),
      ),
  );
  groups: readonly Group[] = $derived.by(() => {
    const { story, things } = this.#app;
    const { t, questions, chosen, parts } = this;
    const detail = this.#detail;
    if (!t || !questions || !detail) return [];
    const notes = [...this.notes.values()];
    return textGroups({ story, things, detail, t, questions, chosen, parts, notes });
  });
  /** Found once: sheets are planned whenever a block has been measured. */
  #terms = $derived.by(
    () =>
      new Map(
        this.groups
          .flatMap(({ top, blocks }) => [...top, ...blocks])
          .map((block) => [block, termsOf(block, this.#forms)]),
      ),
  );
  sheets: readonly SheetPlan[] = $derived.by(() =>
    this.t === null
      ? []
      : planSheets({
          story: this.#app.story,
          words: this.#app.words,
          t: this.t,
          parts: this.parts,
          groups: this.groups,
          notes: this.notes,
          termsIn: this.termsIn,
          paper: this.paper,
          heightOf: (group, id) => this.sizeOf(group, id).height,
        }),
  );
  /** Whether all words have been measured, so that the sheets will not change any more. */
  ready = $derived.by(() => {
    const { story, detail } = this.#app;
    const measured = (group: string, blocks: readonly { id: string }[]) =>
      blocks.every(({ id }) => this.sizeOf(group, id).height > 0);
    return (
      this.questions !== null &&
      detail.current?.locale === story.locale &&
      measured('timeline', story.events) &&
      [...this.notes.keys()].every((id) => this.sizeOf(NOTES, id).height > 0) &&
      this.groups.every(({ id, blocks, top }) => measured(id, blocks) && measured(`${id} top`, top))
    );
  });

  sizeOf = (group: string, id: string): Size => this.#sizes.get(`${group} ${id}`) ?? NONE;

  /** A text in its parts, with the terms in it; and the terms of a block, by their ids. */
  marked = (text: string): MarkedPart[] => markTerms([text], this.#forms);
  termsIn = (block: Block): readonly string[] => this.#terms.get(block) ?? [];

  toggle = (part: PartId): void => {
    const { parts } = this;
    this.#app.handout.parts = writeParts(
      parts.includes(part) ? parts.filter((id) => id !== part) : [...parts, part],
    );
  };

  /** Attach it to what holds the blocks of a group, each with its id; they are measured again when they change. */
  measure =
    (group: string): Attachment<HTMLElement> =>
    (element) => {
      const read = () => {
        const sizes = new Map(this.#sizes);
        for (const block of element.querySelectorAll<HTMLElement>('[data-block]'))
          sizes.set(`${group} ${block.dataset.block}`, {
            width: block.offsetWidth,
            height: block.offsetHeight,
          });
        this.#sizes = sizes;
      };
      const observer = new ResizeObserver(read);
      for (const block of element.children) observer.observe(block);
      const changed = new MutationObserver(() => {
        observer.disconnect();
        for (const block of element.children) observer.observe(block);
      });
      changed.observe(element, { childList: true });
      return () => {
        observer.disconnect();
        changed.disconnect();
      };
    };
}

export const [getHandout, setHandout] = createContext<HandoutState>();
