/** What fills the page in each of its modes: the story itself, or a page of its own that comes when it is asked for. */
import type { Component } from 'svelte';
import App from './App.svelte';
import type { Locale } from './i18n/locales';
import type { AppState, Mode } from './state/app-state.svelte';
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
}
export type Root = Component<RootProps>;

/** The modes that are not the story itself. */
const OTHERS: Partial<Record<Mode, () => Promise<{ default: Root }>>> = {
  print: () => import('./print/HandoutPage.svelte'),
  present: () => import('./present/Present.svelte'),
  presenter: () => import('./present/desk/Presenter.svelte'),
};

export const rootOf = async (mode: Mode): Promise<Root> => (await OTHERS[mode]?.())?.default ?? App;
