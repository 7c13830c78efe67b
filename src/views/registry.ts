/** The ways of seeing the story, in menu order. The stage comes with the page, the others when asked for. */
import type { Component } from 'svelte';
import type { MessageKey } from '@/i18n/words';
import type { ViewId } from '@/state/app-state.svelte';
import Stage from './stage/Stage.svelte';

export interface ViewProps {
  /** Called when the reader chose a thing in the view. */
  onchoose?: (id: string) => void;
}

export interface ViewSpec {
  name: MessageKey;
  load: () => Component<ViewProps> | Promise<Component<ViewProps>>;
}

export const VIEWS = {
  stage: { name: 'view.stage', load: () => Stage },
  table: { name: 'view.table', load: () => import('./table/TableView.svelte').then((file) => file.default) },
} as const satisfies Record<ViewId, ViewSpec>;

export const VIEW_IDS = Object.keys(VIEWS) as ViewId[];
