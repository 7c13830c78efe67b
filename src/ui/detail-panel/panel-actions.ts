/** What the cards may do, handed down by the panel. */
import { createContext } from 'svelte';
import type { Reading } from '@/state/selection.svelte';

export interface PanelActions {
  /** Chooses another thing; its card takes the place of this one. */
  choose: (id: string) => void;
  /** Lays the card of a person, term or source over this one. */
  read: (kind: Reading['kind'], id: string) => void;
  /** Shows a thing where it stands, without leaving this card. */
  show: (id: string) => void;
}

export const [getPanel, setPanel] = createContext<PanelActions>();
