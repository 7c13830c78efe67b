/** What the cards may do, handed down by the panel. */
import { createContext } from 'svelte';
import type { Reading } from '@/state/selection.svelte';
import type { Picture, StoryStep } from '@/story/story';

export interface PanelActions {
  /** Chooses another thing; its card takes the place of this one. */
  choose: (id: string) => void;
  /** Lays the card of a person, term or source over this one. */
  read: (kind: Reading['kind'], id: string) => void;
  /** Shows a thing where it stands, without leaving this card. */
  show: (id: string) => void;
  /** Chooses a thing and brings it into view; its card takes the place of this one. */
  visit: (id: string) => void;
  /** Shows a step of the guided story. */
  step: (step: StoryStep) => void;
  /** Shows a picture beside this card. */
  look: (picture: Picture) => void;
}

export const [getPanel, setPanel] = createContext<PanelActions>();
