/** Runs axe in the page. What it cannot decide is a failure too, unless it is argued for below. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { below, textContrasts } from './contrast';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface Argued {
  rule: string;
  /** Selector of the elements it is argued for. */
  matches: string;
  why: string;
}

/** What axe cannot decide and we can: a row a reason. Never a violation. */
const ARGUED: readonly Argued[] = [
  {
    rule: 'target-size',
    matches: 'body:has([role="listbox"]) [data-view] button',
    why: 'The open list of a search lies over the rows of the view; they are whole again when it closes.',
  },
  {
    rule: 'label-content-name-mismatch',
    matches: '[role="toolbar"] button[aria-label][title]',
    why: '“‹ › − +” are pictures, not words, so no name can hold them. access-names.spec.ts checks that nothing else is passed over here.',
  },
];

/**
 * Words whose contrast it does not decide: in SVG, over SVG, single signs, what a box beside touches. All words in
 * sight are measured instead, pixel by pixel.
 */
const MEASURED = 'color-contrast';

/** Every finding as “rule, element: why”, of all rules or of these; empty when all is well. */
export async function findings(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  // Not as a script of the page: its policy lets none in.
  await page.evaluate(AXE);
  const { told, measure } = await page.evaluate(
    async ({ tags, argued, rules, measured }) => {
      const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
      const { violations, incomplete } = await axe.run({
        runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
        resultTypes: ['violations', 'incomplete'],
      });
      const isArgued = (rule: string, target: unknown) =>
        argued.some(
          (row) => row.rule === rule && document.querySelector(String(target))?.matches(row.matches),
        );
      const undecided = incomplete.map(({ id, nodes }) => ({
        id: `undecided ${id}`,
        nodes: nodes.filter(({ target }) => !isArgued(id, target[0])),
      }));
      const told = [...violations, ...undecided.filter(({ id }) => id !== `undecided ${measured}`)].flatMap(
        ({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} (${failureSummary ?? ''})`),
      );
      return { told, measure: incomplete.some(({ id }) => id === measured) };
    },
    { tags: TAGS, argued: ARGUED, rules: rules as string[] | null, measured: MEASURED },
  );
  // What lies behind an open dialog is dim on purpose, and a list cuts what lies under it: other states measure those.
  const over = ['dialog[open]', '.results'];
  const open = await Promise.all(over.map((each) => page.locator(each).count()));
  const root = over.find((_, i) => (open[i] ?? 0) > 0) ?? 'body';
  return measure ? [...told, ...below(await textContrasts(page, root), 4.5)] : told;
}
