/** Makes the long texts, facts and sources of one language out of a checked dataset. Pure. */
import type { Dataset } from '@/dataset/format';
import type { Citation as CitedSource } from '@/dataset/format/shapes';
import { intervalOf } from './build-story';
import { sayIn, type Say } from './choose-text';
import type { Citation, PersonDetail, SourceDetail, StoryDetail } from './story-detail';

/** Builds what the panels show. `locale` is a language code; texts fall back to the first language. */
export function buildDetail(dataset: Dataset, locale: string): StoryDetail {
  const say = sayIn(locale, dataset.languages);
  const cite = citing(say);
  const behind = factsBehind(dataset);
  const facts = (list: 'links' | 'nodes' | 'events', id: string) => behind[list].get(id) ?? [];
  return {
    locale,
    caveats: (dataset.caveats ?? []).map(say),
    events: byId(dataset.events, (event) => ({
      summary: say(event.summary),
      plain: say(event.plain),
      note: say(event.note),
      sources: cite(event.sources),
      facts: facts('events', event.id),
      verified: event.confidence === 'verified',
    })),
    summits: byId(dataset.summits, (summit) => ({
      summary: say(summit.summary),
      note: say(summit.note),
      sources: cite(summit.sources),
      facts: facts('events', summit.id),
      verified: summit.confidence === 'verified',
      venue: say(summit.venue),
      country: summit.country,
      otherDates: (summit.otherDates ?? []).map(({ from, to, source }) => ({
        dates: intervalOf(from, to),
        source,
      })),
    })),
    nodes: byId(dataset.nodes, (node) => ({
      official: say(node.official),
      summary: say(node.summary),
      note: say(node.caution),
      sources: cite(node.sources),
      facts: facts('nodes', node.id),
    })),
    links: byId(dataset.links, (link) => ({
      why: say(link.why),
      sources: cite(link.sources),
      facts: facts('links', link.id),
      confidence: link.confidence ?? null,
    })),
    facts: byId(dataset.facts, (fact) => ({
      id: fact.id,
      text: say(fact.text),
      places: fact.places.map(({ source, at, says, who }) => ({
        source,
        at: say(at),
        says: say(says),
        who: say(who),
      })),
      events: [...fact.events],
      nodes: [...fact.nodes],
      links: [...fact.links],
    })),
    sources: byId(dataset.sources, (source) => sourceDetail(source, say)),
    people: dataset.people.map((person) => personDetail(person, say, cite, locale)),
    participants: dataset.participants.map(({ id, name, person, status, capacity, sources }) => ({
      id,
      name: say(name),
      person: person ?? null,
      status,
      capacity: say(capacity),
      sources: cite(sources),
    })),
    glossary: dataset.glossary.map((term) => ({
      id: term.id,
      term: say(term.term),
      meaning: say(term.meaning),
      variants: say(term.variants),
      caution: say(term.caution),
      note: say(term.note),
      contrast: term.contrast ?? null,
      source: term.source ?? null,
    })),
    steps: byId(dataset.steps ?? [], ({ text, plain, notes, ask }) => ({
      text: say(text),
      plain: say(plain),
      notes: say(notes),
      ask: say(ask),
    })),
  };
}

type Cite = (sources: readonly CitedSource[] | undefined) => Citation[];

function citing(say: Say): Cite {
  return (sources = []) => sources.map(({ source, at }) => ({ source, at: say(at) }));
}

function sourceDetail(source: Dataset['sources'][number], say: Say): SourceDetail {
  return {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    date: source.date === undefined ? null : intervalOf(source.date),
    dateNote: say(source.dateNote),
    lang: source.lang,
    url: source.linkable ? (source.url ?? '') : '',
    titleRebuilt: source.titleRebuilt === true,
    kind: source.kind ?? null,
    read: say(source.read),
    note: say(source.note),
  };
}

/** A quotation is given in the words it was said in, so only to readers of that language. */
function personDetail(person: Dataset['people'][number], say: Say, cite: Cite, locale: string): PersonDetail {
  return {
    id: person.id,
    name: person.name,
    role: say(person.role),
    member: person.member,
    note: say(person.note),
    said: person.said.map(({ date, text, quote, note, sources }) => ({
      date: intervalOf(date),
      text: say(text),
      quote: quote && Object.hasOwn(quote, locale) ? (quote[locale] ?? '') : '',
      note: say(note),
      sources: cite(sources),
    })),
    sources: cite(person.sources),
  };
}

/** For each event, node and link the ids of the facts that name it, in the order of the dataset. */
function factsBehind(dataset: Dataset): Record<'links' | 'nodes' | 'events', Map<string, string[]>> {
  const collect = (list: 'links' | 'nodes' | 'events') => {
    const found = new Map<string, string[]>();
    for (const fact of dataset.facts)
      for (const id of new Set(fact[list])) {
        const facts = found.get(id);
        if (facts) facts.push(fact.id);
        else found.set(id, [fact.id]);
      }
    return found;
  };
  return { links: collect('links'), nodes: collect('nodes'), events: collect('events') };
}

function byId<T extends { id: string }, U>(things: readonly T[], make: (thing: T) => U): Record<string, U> {
  return Object.fromEntries(things.map((thing) => [thing.id, make(thing)]));
}
