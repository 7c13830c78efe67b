/**
 * Same data, same layout: with one measurer of text WebKitGTK puts every mark where the other engines put it.
 * What a green run does not prove: that texts are as wide as measured, or anything of an engine that did not run;
 * which ones were compared is said in the output.
 */
import { expect, it } from 'vitest';
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
} from '../engines/layout';
import { expectNoFault, open, visitWebKit } from './setup';

const visit = visitWebKit({ files: FIXED });

it('every mark stands where it stands in the other engines', { timeout: 300_000 }, async () => {
  const layouts: Layouts = {};
  await open(visit, QUERIES[0]);
  for (const query of QUERIES) {
    await visit.session.run(turnAndDraw, query);
    const layout = await visit.session.run(readLayout);
    expect(layout.length, query).toBeGreaterThan(50);
    layouts[query] = layout;
  }
  await expectNoFault(visit.session);
  keepLayouts('webkit', layouts);
  const others = layoutsOfOthers('webkit');
  for (const [engine, theirs] of others)
    expect(differences(layouts, theirs), `webkit here, ${engine} there`).toEqual([]);
  console.log(
    `Layout of webkit: ${hashOf(layouts)}, the same in ${[...others.keys()].join(', ') || 'no other engine yet'}.`,
  );
});
