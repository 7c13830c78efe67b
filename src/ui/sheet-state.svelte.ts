/** How much of the sheet at the bottom of a phone is shown. */
import { SHEET_STOPS, type SheetStop } from './sheet-decision';

export class SheetState {
  /** Where it rests. */
  stop = $state<SheetStop>('half');
  /** Its height while a finger holds it, px; null at rest. */
  held = $state<number | null>(null);

  constructor(stop: SheetStop) {
    this.stop = stop;
  }

  /** Whether it shows its title line only. */
  closed = $derived(this.stop === 'peek' && this.held === null);

  /** The next stop up, and from the top one down to the title line: one button reaches all three. */
  turn = (): void => {
    this.stop = this.stop === 'peek' ? 'half' : this.stop === 'half' ? 'full' : 'peek';
  };
  /** One stop up (1) or down (-1), if there is one. */
  step = (by: 1 | -1): void => {
    this.stop = SHEET_STOPS[SHEET_STOPS.indexOf(this.stop) + by] ?? this.stop;
  };
}
