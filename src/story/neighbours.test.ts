/** What stands beside a thing, on a story of a few things. It says nothing about the real data. */
import { expect, test } from 'vitest';
import { storyNeighbours } from './neighbours';
import { indexStory, type Story } from './story';
import type { StoryDetail } from './story-detail';

const DAY = 864e5;
const at = (day: number) => ({ t: day * DAY, t0: day * DAY, t1: (day + 1) * DAY });
const event = (id: string, day: number, threads: string[], nodes: string[] = []) =>
  ({ id, title: `Event ${id}`, ...at(day), threads, nodes }) as Story['events'][number];
const summit = (id: string, day: number, nodes: string[] = []) =>
  ({ id, place: `Place ${id}`, ...at(day), t1: (day + 3) * DAY, nodes }) as Story['summits'][number];
const link = (source: string, target: string, weight: number) =>
  ({ id: `${source}__${target}`, source, target, weight }) as Story['links'][number];

const story = {
  threads: [{ id: 'drugs', label: 'Drugs' }],
  events: [
    event('a', 1, ['drugs'], ['n']),
    event('b', 5, ['drugs', 'crime']),
    event('x', 6, []),
    event('c', 9, ['crime']),
    event('y', 12, []),
  ],
  summits: [summit('s', 4, ['n']), summit('u', 20)],
  nodes: [
    { id: 'n', label: 'Node n' },
    { id: 'm', label: 'Node m' },
    { id: 'o', label: 'Node o' },
  ],
  links: [link('n', 'm', 1), link('n', 'o', 4), link('m', 'o', 0)],
} as Story;
const near = storyNeighbours(story, indexStory(story));
const idsOf = ({ before, after }: { before: { id: string } | null; after: { id: string } | null }) => [
  before?.id,
  after?.id,
];

test('an event has neighbours on each of its threads', () => {
  const lanes = near.eventsBeside(story.events[1] as Story['events'][number]);
  expect(lanes.map((lane) => [lane.thread, ...idsOf(lane)])).toEqual([
    ['drugs', 'a', undefined],
    ['crime', undefined, 'c'],
  ]);
});

test('an event of no thread stands among its likes', () => {
  const [lane] = near.eventsBeside(story.events[2] as Story['events'][number]);
  expect(lane && [lane.thread, ...idsOf(lane)]).toEqual([null, undefined, 'y']);
});

test('summits follow each other and hold the events of their days', () => {
  const [first] = story.summits as [Story['summits'][number]];
  expect(idsOf(near.summitsBeside(first))).toEqual([undefined, 'u']);
  expect(near.eventsDuring(first)).toEqual(['b', 'x']);
});

test('a node knows who tells it and its widest flows first', () => {
  expect(near.tellersOf('n')).toEqual(['a', 's']);
  expect(near.flowsOf('n').went.map(({ id }) => id)).toEqual(['n__o', 'n__m']);
  expect(near.flowsOf('o').came.map(({ id }) => id)).toEqual(['n__o', 'm__o']);
});

test('everything has a name, and what is not there keeps its id', () => {
  expect(['drugs', 'a', 's', 'n', 'n__m', 'constructor'].map(near.titleOf)).toEqual([
    'Drugs',
    'Event a',
    'Place s',
    'Node n',
    'Node n → Node m',
    'constructor',
  ]);
});

test('a source is cited by a thing itself or through one of its facts', () => {
  const told = (sources: string[], facts: string[]) => ({
    sources: sources.map((source) => ({ source, at: '' })),
    facts,
  });
  const detail = {
    events: { a: told(['psc'], []), b: told(['cnw'], []) },
    summits: {},
    nodes: { n: told([], ['F']) },
    links: { n__o: told([], ['F']), n__m: told([], ['gone']) },
    facts: { F: { places: [{ source: 'psc' }] } },
  } as unknown as StoryDetail;
  expect(near.citedBy(detail, 'psc')).toEqual(['a', 'n', 'n__o']);
});
