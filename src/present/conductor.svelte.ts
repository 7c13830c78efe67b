/**
 * What lies about a presentation in this window only (its menu, its tools, a number that is being typed), and what every
 * key does to it. The presentation itself is ShowState.
 */
import type { Extra } from './desk/extra';
import { AS_IS, type Display } from './memory';
import type { Order } from './keys';
import type { ShowState } from './show.svelte';

export type Drawer = 'menu' | 'display' | 'keys';
export type Tool = 'spotlight' | 'pointer';
/** A number that could still become a longer one waits so long, ms. */
const TYPING = 1200;

export class Conductor {
  readonly #show: ShowState;
  readonly #full: () => void;
  readonly #extra: (what: Extra) => void;
  drawer = $state<Drawer | null>(null);
  tool = $state<Tool | null>(null);
  display = $state.raw<Display>(AS_IS);
  /** The digits after G, or after the first digit; null while no number is asked for. */
  typed = $state<string | null>(null);
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** `full`: asks for the full screen, or leaves it. `extra`: opens or closes what lies beside the picture. */
  constructor(show: ShowState, full: () => void, extra: (what: Extra) => void) {
    this.#show = show;
    this.#full = full;
    this.#extra = extra;
  }

  open = (drawer: Drawer | null): void => {
    this.drawer = this.drawer === drawer ? null : drawer;
  };
  take = (tool: Tool | null): void => {
    this.tool = this.tool === tool ? null : tool;
    this.drawer = null;
    this.#show.spot = null;
  };

  /** Carries out what a key or a button says. While the screen is black, all of them only end that. */
  act = (order: Order, digit = ''): void => {
    const show = this.#show;
    if (show.black) return show.toggleBlack(false);
    if (order === 'digit') return this.#type(digit);
    if (this.typed !== null && order === 'next') return this.#arrive();
    const typing = this.typed !== null;
    this.#stopTyping();
    switch (order) {
      case 'next':
      case 'previous':
        this.drawer = null;
        if (show.overview) show.toggleOverview(false);
        show[order]();
        return;
      case 'first':
        show.jump(1);
        return;
      case 'last':
        show.jump(show.steps.length);
        return;
      case 'black':
        return show.toggleBlack(true);
      case 'overview':
        this.drawer = null;
        return show.toggleOverview();
      case 'ask':
        this.drawer = null;
        return show.toggleAsk();
      case 'full':
      case 'start':
        return this.#full();
      case 'number':
        this.typed = '';
        return;
      case 'help':
        return this.open('keys');
      case 'spotlight':
      case 'pointer':
        return this.take(order);
      case 'desk':
      case 'notes':
      case 'class':
        this.drawer = null;
        return this.#extra(order);
      case 'out':
        if (!typing) this.#out();
    }
  };

  /** Out of one thing at a time; out of none of them, all steps are shown. */
  #out(): void {
    const show = this.#show;
    if (this.drawer) this.drawer = null;
    else if (this.tool) this.take(null);
    else if (show.question) show.toggleAsk(false);
    else show.toggleOverview();
  }

  #type(digit: string): void {
    clearTimeout(this.#typing);
    this.typed = `${this.typed ?? ''}${digit}`.slice(-3);
    // A number that cannot be the beginning of another is one.
    if (Number(this.typed) * 10 > this.#show.steps.length) this.#arrive();
    else this.#typing = setTimeout(this.#arrive, TYPING);
  }
  #arrive = (): void => {
    const n = Number(this.typed);
    this.#stopTyping();
    this.#show.jump(n);
  };
  #stopTyping(): void {
    clearTimeout(this.#typing);
    this.typed = null;
  }
}
