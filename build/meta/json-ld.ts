/**
 * The story as linked data (schema.org): the set of facts, and the two meetings it leads to. Only what the story
 * itself states; the year of its first and last event is the time it covers.
 */
import type { StoryEvent, Summit } from '../../src/story/story.ts';
import { pageOf, pictureOf, showSame, WHOLE, type PageSpec } from './pages.ts';
import { summitName, wordsOf, type Stories } from './words.ts';

/** The licence of data and texts, as LICENSE-data.md names it. */
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** The two meetings of the title, by their ids in the data. A story without them says nothing of them. */
const SUMMIT = '2025-kananaskis';
const MEETING = 'ev-202511-ottawa';
/** Where the meeting was held: the data say it in words only. */
const MEETING_PLACE = { name: 'Ottawa', country: 'CA' };

type Node = Record<string, unknown>;

/** A day in ISO 8601, of a time in ms UTC. */
const day = (t: number): string => new Date(t).toISOString().slice(0, 10);
/** An interval excludes its end; a date in linked data includes it. */
const days = ({ t0, t1 }: { t0: number; t1: number }): Node => ({ startDate: day(t0), endDate: day(t1 - 1) });

const place = (name: string, country: string): Node => ({
  '@type': 'Place',
  name,
  address: { '@type': 'PostalAddress', addressLocality: name, addressCountry: country },
});

/** What stands in the page’s script element. */
export function jsonLdOf(page: PageSpec, stories: Stories, site: string | null): Node {
  return {
    '@context': 'https://schema.org',
    '@graph':
      page.step === null
        ? [dataset(page, stories, site), ...events(page, stories, site)]
        : [lesson(page, stories, site)],
  };
}

/** A step of the guided story: something to learn from, and a part of the whole. */
function lesson(page: PageSpec, stories: Stories, site: string | null): Node {
  const { story } = stories[page.lang];
  const { title, description, alt } = wordsOf(page, stories);
  return {
    '@type': 'LearningResource',
    ...(site !== null && {
      '@id': site + page.path,
      url: site + page.path,
      image: { '@type': 'ImageObject', contentUrl: site + pictureOf(page), caption: alt },
      isPartOf: { '@id': `${site}${pageOf(page.lang).path}#dataset` },
    }),
    name: title,
    description,
    position: story.steps.findIndex(({ id }) => id === page.step) + 1,
    inLanguage: page.lang,
    license: LICENCE,
    isAccessibleForFree: true,
  };
}

function dataset(page: PageSpec, stories: Stories, site: string | null): Node {
  const { story } = stories[page.lang];
  const { title, description, alt } = wordsOf(page, stories);
  const told = story.events.filter(({ next }) => !next);
  const year = (t: number | undefined) => String(new Date(t ?? story.t0).getUTCFullYear());
  const whole = site === null ? undefined : `${site}${pageOf(page.lang).path}#dataset`;
  return {
    '@type': 'Dataset',
    ...(site !== null && {
      '@id': page.thread === null ? whole : `${site}${page.path}#dataset`,
      url: site + page.path,
      image: { '@type': 'ImageObject', contentUrl: site + pictureOf(page), caption: alt },
    }),
    name: title,
    description,
    inLanguage: page.lang,
    license: LICENCE,
    isAccessibleForFree: true,
    temporalCoverage: `${year(told[0]?.t)}/${year(told.at(-1)?.t)}`,
    keywords: page.thread === null ? story.threads.map(({ label }) => label) : undefined,
    creator: { '@type': 'Organization', name: story.title, ...(site !== null && { url: site }) },
    ...(page.thread !== null && whole !== undefined && { isPartOf: { '@id': whole } }),
  };
}

/** The meetings themselves stand on the page of the whole story. */
function events(page: PageSpec, stories: Stories, site: string | null): Node[] {
  if (!showSame(page, WHOLE)) return [];
  const { story } = stories[page.lang];
  const summit = story.summits.find(({ id }) => id === SUMMIT);
  const meeting = story.events.find(({ id }) => id === MEETING);
  return [
    ...(summit ? [summitNode(page, stories, site, summit)] : []),
    ...(meeting ? [meetingNode(page, stories, site, meeting)] : []),
  ];
}

const addressOf = (page: PageSpec, site: string | null, id: string): Node =>
  site === null ? {} : { '@id': `${site}${page.path}#${id}`, url: `${site}${page.path}?select=${id}` };

function summitNode(page: PageSpec, stories: Stories, site: string | null, summit: Summit): Node {
  const told = stories[page.lang].told[summit.id];
  return {
    '@type': 'Event',
    ...addressOf(page, site, summit.id),
    name: summitName(page.lang, summit.number, summit.place),
    ...(told?.summary && { description: told.summary }),
    ...days(summit),
    location: place(summit.place, told?.country ?? ''),
  };
}

function meetingNode(page: PageSpec, stories: Stories, site: string | null, meeting: StoryEvent): Node {
  const told = stories[page.lang].told[meeting.id];
  return {
    '@type': 'Event',
    ...addressOf(page, site, meeting.id),
    name: meeting.title,
    ...(told?.summary && { description: told.summary }),
    ...days(meeting),
    location: place(MEETING_PLACE.name, MEETING_PLACE.country),
  };
}
