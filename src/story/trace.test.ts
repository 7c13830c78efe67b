/**
 * What tracing lights. Does not prove that the facts tie things rightly (their sources do), nor that the picture
 * lights what is traced: tests/e2e looks.
 */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bundled, flows, largeRuns } from '../../tests/fixtures/stories';
import { indexStory, type Story } from './story';
import { traceOf, type Trace } from './trace';

const story = bundled('en');
const things = indexStory(story);
const trace = (id: string): Trace => {
  const found = traceOf(story, things, id);
  if (!found) throw new Error(`no such thing: ${id}`);
  return found;
};
const has = (found: Trace, id: string) =>
  [found.events, found.summits, found.nodes, found.links, found.threads].some((ids) => ids.has(id));

/** Laws of every trace: itself, whole links, ends that exist. */
function check(of: Story): void {
  const all = indexStory(of);
  const links = new Map(of.links.map((link) => [link.id, link]));
  for (const id of all.keys()) {
    const found = traceOf(of, all, id);
    expect(found && has(found, id)).toBe(true);
    for (const link of found?.links ?? []) {
      expect(found?.nodes.has(links.get(link)?.source ?? '')).toBe(true);
      expect(found?.nodes.has(links.get(link)?.target ?? '')).toBe(true);
    }
    for (const [kind, ids] of Object.entries({
      event: found?.events,
      summit: found?.summits,
      node: found?.nodes,
    }))
      for (const each of ids ?? []) expect(all.get(each)?.kind).toBe(kind);
  }
}

describe('a trace', () => {
  it('holds the thing itself, and no link without its ends, for all things of the bundled story', () => {
    check(story);
  });

  it('does so in any story, and ends', () => {
    fc.assert(fc.property(flows, check), largeRuns(30));
  });

  it('is nothing for what does not exist', () => {
    expect(traceOf(story, things, null)).toBeNull();
    expect(traceOf(story, things, 'no-such-thing')).toBeNull();
    expect(traceOf(story, things, '__proto__')).toBeNull();
  });
});

describe('a path keeps to its threads', () => {
  it('goes from the priority of migrant smuggling into the communiqué and not out of it as cybercrime', () => {
    const { nodes } = trace('p-smuggling');
    expect(nodes.has('o-communique')).toBe(true);
    expect(nodes.has('a-cyber-standards')).toBe(false);
    expect(nodes.has('p-cyber')).toBe(false);
  });

  it('shows migrant smuggling from the first meeting to the platforms', () => {
    const { nodes, threads } = trace('migrant-smuggling');
    const path = [
      'n-founding',
      'n-leaders',
      'n-plan-2024',
      'm-migrant',
      'p-smuggling',
      'o-call',
      'a-smuggling-platforms',
    ];
    expect(path.filter((id) => !nodes.has(id))).toEqual([]);
    expect(nodes.has('p-cyber')).toBe(false);
    expect([...threads]).toEqual(['migrant-smuggling']);
  });

  it('holds every event and every link of its own thread, whichever thread', () => {
    for (const { id } of story.threads) {
      const { events, links } = trace(id);
      expect(story.events.filter((event) => event.threads.includes(id) && !events.has(event.id))).toEqual([]);
      expect(story.links.filter((link) => link.threads.includes(id) && !links.has(link.id))).toEqual([]);
      // A link that carries threads, but not this one, is never on its path.
      const strange = story.links.filter(
        ({ id: link, threads }) => links.has(link) && threads.length > 0 && !threads.includes(id),
      );
      expect(strange.map((link) => link.id)).toEqual([]);
    }
  });

  it('holds both ends of a link, what led to it and what came of it', () => {
    const { nodes, links } = trace('n-plan-2024__m-migrant');
    expect(['n-plan-2024', 'm-migrant', 'n-leaders', 'p-smuggling'].filter((id) => !nodes.has(id))).toEqual(
      [],
    );
    expect(links.has('m-migrant__p-smuggling')).toBe(true);
    expect(nodes.has('m-tnr')).toBe(false);
  });

  it('runs one way only: what merely shares a source or an end is not on the path', () => {
    const { nodes } = trace('a-csam-detect');
    expect(nodes.has('p-children')).toBe(true);
    expect(nodes.has('a-cyber-standards')).toBe(false);
  });
});
