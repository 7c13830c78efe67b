/**
 * Same data, same layout: with one measurer of text every engine puts every mark in the same place, to 0.1 px.
 * What a green run does not prove: that texts are as wide as measured, or anything of an engine that did not run;
 * which ones were compared is said in the output.
 */
import { expect } from '@playwright/test';
import { test } from '../e2e/support/test';
import { live } from '../e2e/support/live';
import { serveBuilt } from './built';
import {
  differences,
  FIXED,
  hashOf,
  keepLayouts,
  layoutsOfOthers,
  QUERIES,
  readLayout,
  turnAndDraw,
  type Layouts,
} from './layout';

test('every mark stands where it stands in the other engines', async ({ page }, { project }) => {
  test.setTimeout(300_000);
  const server = await serveBuilt({ files: FIXED });
  try {
    const layouts: Layouts = {};
    await page.goto(server.url + QUERIES[0]);
    await live(page);
    await page.evaluate(() => document.fonts.ready);
    for (const query of QUERIES) {
      await page.evaluate(turnAndDraw, query);
      const layout = await page.evaluate(readLayout);
      expect(layout.length, query).toBeGreaterThan(50);
      layouts[query] = layout;
    }
    keepLayouts(project.name, layouts);
    const others = layoutsOfOthers(project.name);
    for (const [engine, theirs] of others)
      expect(differences(layouts, theirs), `${project.name} here, ${engine} there`).toEqual([]);
    console.log(
      `Layout of ${project.name}: ${hashOf(layouts)}, the same in ${[...others.keys()].join(', ') || 'no other engine yet'}.`,
    );
  } finally {
    await server.close();
  }
});
