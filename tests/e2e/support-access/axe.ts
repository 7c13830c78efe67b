/** Runs axe in the page. What it cannot decide is a failure too, unless it is argued for below. */
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = 'node_modules/axe-core/axe.min.js';

interface Argued {
  rule: string;
  /** Selector of the elements it is argued for. */
  matches: string;
  why: string;
}

/** What axe cannot decide and we can: a row a reason. Never a violation. */
const ARGUED: readonly Argued[] = [
  {
    rule: 'color-contrast',
    matches: '[data-stage] svg *',
    why: 'It does not know what lies behind text in SVG. access-contrast.spec.ts measures every one of them.',
  },
  {
    rule: 'color-contrast',
    matches: '[data-trace], [data-trace] *',
    why: 'The count of a trace lies over the SVG of the stage. access-contrast.spec.ts measures it too.',
  },
  {
    rule: 'color-contrast',
    matches: '[role="listbox"] *',
    why: 'The list scrolls, and it does not judge what an edge cuts. access-contrast.spec.ts measures what is in sight.',
  },
  {
    rule: 'color-contrast',
    matches: '[role="toolbar"] button[aria-label][title]',
    why: '“−” is a sign, not a letter, so it does not measure it; access-contrast.spec.ts does.',
  },
  {
    rule: 'label-content-name-mismatch',
    matches: '[role="toolbar"] button[aria-label][title]',
    why: '“‹ › − +” are pictures, not words, so no name can hold them. access-names.spec.ts checks that nothing else is passed over here.',
  },
];

/** Every finding as “rule, element: why”; empty when all is well. */
export async function findings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(
    async ({ tags, argued }) => {
      const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
      const { violations, incomplete } = await axe.run({
        runOnly: { type: 'tag', values: tags },
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
      return [...violations, ...undecided].flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} (${failureSummary ?? ''})`),
      );
    },
    { tags: TAGS, argued: ARGUED },
  );
}
