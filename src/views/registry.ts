/** The ways of seeing the story, in menu order. Each comes when it is asked for; the usual one of the width at once. */
import type { Component } from 'svelte';
import type { MessageKey } from '@/i18n/words';
import type { ViewId } from '@/state/app-state.svelte';
import type { Thing } from '@/story/story';

export interface ViewProps {
  /** Called when the reader chose a thing in the view. */
  onchoose?: (id: string) => void;
}

export interface ViewSpec {
  name: MessageKey;
  load: () => Promise<Component<ViewProps>>;
  /** What has a mark there. */
  shows: readonly Thing['kind'][];
}

/** A view that is loaded. */
export interface FirstView {
  id: ViewId;
  view: Component<ViewProps>;
}

export const VIEWS = {
  stage: {
    name: 'view.stage',
    load: () => import('./stage/Stage.svelte').then((file) => file.default),
    shows: ['event', 'summit', 'node', 'link'],
  },
  threads: {
    name: 'view.threads',
    load: () => import('./threads/ThreadsView.svelte').then((file) => file.default),
    shows: ['event', 'summit', 'node'],
  },
  flow: {
    name: 'view.flow',
    load: () => import('./flow/FlowView.svelte').then((file) => file.default),
    shows: ['node', 'link'],
  },
  table: {
    name: 'view.table',
    load: () => import('./table/TableView.svelte').then((file) => file.default),
    shows: [],
  },
} as const satisfies Record<ViewId, ViewSpec>;

export const VIEW_IDS = Object.keys(VIEWS) as ViewId[];

/** The view to show a thing in: the present one if it can, else the usual one, else the first that can. */
export const viewFor = (kind: Thing['kind'], ...wished: ViewId[]): ViewId =>
  [...wished, ...VIEW_IDS].find((id) => (VIEWS[id].shows as readonly Thing['kind'][]).includes(kind)) ??
  'stage';
