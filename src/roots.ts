/** What fills the page in each of its modes: the story with what stands around it, or a page of its own. */
import type { Component } from 'svelte';
import App from './App.svelte';
import type { Locale } from './i18n/locales';
import type { AppState, Mode } from './state/app-state.svelte';
import type { EMBED } from './ui/embed-furniture';
import type { PAGE } from './ui/page-furniture';
import type { PanelProps } from './ui/panel-props';
import type { FirstView } from './views/registry';

export interface RootProps {
  app: AppState;
  setLanguage: (locale: Locale) => Promise<void>;
  /** The address of what is shown, to hand on. */
  share: () => string;
  /** The view that stands first, loaded before the page is put together: it is drawn with it. */
  first: FirstView | null;
  /** The panel, where it stands open from the first. */
  panel?: Component<PanelProps> | null;
  /** What stands around the story: one of them. */
  page?: typeof PAGE;
  embed?: typeof EMBED;
}
export type Root = Component<RootProps>;

/** The root, and what it needs besides. */
export interface Filling {
  root: Root;
  around?: Pick<RootProps, 'page' | 'embed'>;
}

const ROOTS: Record<Mode, () => Promise<Filling>> = {
  page: async () => ({ root: App, around: { page: (await import('./ui/page-furniture')).PAGE } }),
  embed: async () => ({ root: App, around: { embed: (await import('./ui/embed-furniture')).EMBED } }),
  print: async () => ({ root: (await import('./print/HandoutPage.svelte')).default }),
  present: async () => ({ root: (await import('./present/Present.svelte')).default }),
  presenter: async () => ({ root: (await import('./present/desk/Presenter.svelte')).default }),
};

export const rootOf = (mode: Mode): Promise<Filling> => ROOTS[mode]();
