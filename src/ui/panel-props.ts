/** What the panel asks of the page that holds it. */
export interface PanelProps {
  /** Everything in the panel was freed, and what was chosen until then. */
  onclose: (chosen: string | null) => void;
  onshow: (id: string) => void;
  onchoose: (id: string) => void;
  /** The sheet has come to rest over the lower part of the page. */
  onrest: () => void;
}
