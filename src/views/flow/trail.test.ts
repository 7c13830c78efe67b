/** The breadcrumb follows the choice. Does not prove that it is shown. */
import { expect, it } from 'vitest';
import { bundled } from '../../../tests/fixtures/stories';
import { indexStory } from '@/story/story';
import { followTrail } from './trail';

const story = bundled('en');
const things = indexStory(story);
const linked = (a: string, b: string) =>
  story.links.some(({ source, target }) => [source, target].includes(a) && [source, target].includes(b));
const follow = (walked: readonly string[], id: string | null) =>
  followTrail(walked, id === null ? null : (things.get(id) ?? null), linked);

it('grows along links, shrinks on the way back, and begins anew elsewhere', () => {
  const walked = ['m-migrant', 'p-smuggling', 'o-call', 'a-smuggling-platforms'].reduce<readonly string[]>(
    follow,
    [],
  );
  expect(walked).toEqual(['m-migrant', 'p-smuggling', 'o-call', 'a-smuggling-platforms']);
  expect(follow(walked, 'p-smuggling')).toEqual(['m-migrant', 'p-smuggling']);
  expect(follow(walked, 'n-founding')).toEqual(['n-founding']);
});

it('stays where the reader is when the choice is freed, or is a link of the last node', () => {
  const walked = ['m-migrant', 'p-smuggling'];
  const near = story.links.find(({ source }) => source === 'p-smuggling')?.id ?? '';
  const far = story.links.find(({ source }) => source === 'o-ports')?.id ?? '';
  expect(follow(walked, null)).toBe(walked);
  expect(follow(walked, near)).toBe(walked);
  expect(follow(walked, far)).toEqual([]);
  expect(follow(walked, story.events[0]?.id ?? '')).toEqual([]);
});
