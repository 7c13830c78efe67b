/**
 * Every mark of the two pictures is large enough to be hit, or stands alone, or has an equal that is (WCAG 2.5.8, where
 * axe does not look: in SVG). Not said to be essential: each that is too small is also a row of a list or of the table.
 * What a green run does not prove (it is one engine’s): that the rows are easy to find from the mark (search and the views’ buttons lead
 * there), that they are large enough at other sizes of the page, or that a hand that shakes hits any of it.
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import type { Story } from '@/story/story';
import { openStory, turnToView } from './support-access/page';
import { FINGER, LEAST, rowsOf, targetsOf, type Target } from './support-access/targets';

/** What is a row elsewhere, and is large enough there. */
async function equals(page: Page): Promise<Set<string>> {
  const large = (rows: Map<string, number>, least: number) =>
    [...rows].filter(([, size]) => size >= least).map(([id]) => id);
  await turnToView(page, 'threads', '?view=threads');
  const listed = large(await rowsOf(page), FINGER);
  await turnToView(page, 'table', '?view=table');
  const table = large(await rowsOf(page), LEAST);
  expect(listed.length).toBeGreaterThan(0);
  expect(table.length).toBeGreaterThan(0);
  return new Set([...listed, ...table]);
}

const ofKind = (targets: readonly Target[], kind: string) => targets.filter((each) => each.kind === kind);

/** As many marks as the story has for this view: none is passed over. */
function expectAll(story: Story, targets: readonly Target[], timeline: boolean) {
  const drawn = new Set(story.nodes.filter(({ offstage }) => !offstage).map(({ id }) => id));
  const links = story.links.filter(({ source, target }) => drawn.has(source) && drawn.has(target));
  expect(ofKind(targets, 'node')).toHaveLength(drawn.size);
  expect(ofKind(targets, 'link')).toHaveLength(links.length);
  const counted = ofKind(targets, 'cluster').reduce((sum, { count }) => sum + count, 0);
  expect(ofKind(targets, 'event').length + counted).toBe(timeline ? story.events.length : 0);
  expect(ofKind(targets, 'summit')).toHaveLength(timeline ? story.summits.length : 0);
}

/** Those that are neither large enough, nor alone, nor have an equal that is large enough. */
const tooSmall = (targets: readonly Target[], rows: ReadonlySet<string>, story: Story) => {
  const shown = new Set(targets.map(({ id }) => id));
  // A count’s equal are the rows of all that is counted.
  const held = story.events.filter(({ id }) => !shown.has(id));
  const hasEqual = ({ id, kind }: Target) =>
    kind === 'cluster' ? held.length > 0 && held.every((event) => rows.has(event.id)) : rows.has(id);
  return targets
    .filter((each) => !each.whole && !each.alone && !hasEqual(each))
    .map(({ kind, id }) => `${kind} ${id}`);
};

for (const view of ['stage', 'flow'] as const)
  test(
    `every mark is large enough, or alone, or a row elsewhere (${view})`,
    { tag: '@chromium' },
    async ({ page }) => {
      const story = await openStory(page, `?view=${view}`);
      // All of it at once: what is out of the window cannot be asked.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      if (view === 'flow') await page.setViewportSize({ width: 1440, height });
      const targets = await targetsOf(page);
      expectAll(story, targets, view === 'stage');
      expect(ofKind(targets, 'node').some(({ whole }) => whole)).toBe(true);
      expect(tooSmall(targets, await equals(page), story)).toEqual([]);
    },
  );

test('so it is close up, where the marks lie elsewhere', { tag: '@chromium' }, async ({ page }) => {
  const story = await openStory(page, '?from=2025-06-01&to=2025-06-30');
  const targets = await targetsOf(page);
  for (const kind of ['event', 'cluster', 'summit', 'node', 'link'])
    expect(ofKind(targets, kind).length, kind).toBeGreaterThan(0);
  expect(tooSmall(targets, await equals(page), story)).toEqual([]);
});
