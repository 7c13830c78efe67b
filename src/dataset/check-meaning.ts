/** What shapes cannot say, the flow apart: ids that are unique and resolve, time that runs forward, sources. */
import { parsePartialDate, parseRange } from '@/time/partial-date';
import type { Citation, Dataset, Problem } from './format';
import { problem } from './problem-texts';
import { nodeTime, columnTime, standOf } from '@/time/stand';

const ON_STAGE = ['threads', 'events', 'summits', 'columns', 'nodes', 'links', 'chapters'] as const;
const OTHERS = ['facts', 'sources', 'people', 'participants', 'glossary'] as const;

/** All problems of ids, references, dates and sources. Expects a dataset whose shapes hold. */
export function meaningProblems(dataset: Dataset): Problem[] {
  const problems: Problem[] = [];
  uniqueIds(dataset, problems);
  references(dataset, problems);
  dates(dataset, problems);
  sourced(dataset, problems);
  return problems;
}

function uniqueIds(dataset: Dataset, problems: Problem[]): void {
  const scopes = [ON_STAGE, ...OTHERS.map((list) => [list] as const)];
  for (const lists of scopes) {
    const seen = new Map<string, string>();
    for (const list of lists)
      dataset[list].forEach(({ id }, index) => {
        const second = `${list}[${index}]`;
        const first = seen.get(id);
        if (first === undefined) seen.set(id, second);
        else problems.push(problem(`${second}.id`, 'duplicate-id', { id, first, second }));
      });
  }
}

type ListName = (typeof ON_STAGE)[number] | (typeof OTHERS)[number];

function references(dataset: Dataset, problems: Problem[]): void {
  const ids = new Map<ListName, Set<string>>();
  for (const list of [...ON_STAGE, ...OTHERS]) ids.set(list, new Set(dataset[list].map(({ id }) => id)));
  const has = (list: ListName, id: string) => ids.get(list)?.has(id) === true;

  const one = (owner: string, path: string, list: ListName, id: string | undefined) => {
    if (id !== undefined && !has(list, id)) problems.push(problem(path, 'unknown-id', { owner, id, list }));
  };
  const many = (owner: string, path: string, list: ListName, found: readonly string[] = []) => {
    found.forEach((id, index) => {
      one(owner, `${path}[${index}]`, list, id);
      if (found.indexOf(id) < index)
        problems.push(problem(`${path}[${index}]`, 'listed-twice', { owner, id }));
    });
  };
  const cited = (owner: string, path: string, found: readonly Citation[] = []) =>
    found.forEach(({ source }, index) => one(owner, `${path}[${index}].source`, 'sources', source));

  dataset.events.forEach((event, i) => {
    const owner = named('event', event.id);
    many(owner, `events[${i}].threads`, 'threads', event.threads);
    many(owner, `events[${i}].nodes`, 'nodes', event.nodes);
    cited(owner, `events[${i}].sources`, event.sources);
  });
  dataset.summits.forEach((summit, i) => {
    const owner = named('summit', summit.id);
    many(owner, `summits[${i}].nodes`, 'nodes', summit.nodes);
    cited(owner, `summits[${i}].sources`, summit.sources);
    cited(owner, `summits[${i}].otherDates`, summit.otherDates);
  });
  dataset.nodes.forEach((node, i) => {
    const owner = named('node', node.id);
    one(owner, `nodes[${i}].column`, 'columns', node.column);
    many(owner, `nodes[${i}].threads`, 'threads', node.threads);
    cited(owner, `nodes[${i}].sources`, node.sources);
  });
  dataset.links.forEach((link, i) => {
    const owner = named('link', link.id);
    one(owner, `links[${i}].source`, 'nodes', link.source);
    one(owner, `links[${i}].target`, 'nodes', link.target);
    many(owner, `links[${i}].threads`, 'threads', link.threads);
    cited(owner, `links[${i}].sources`, link.sources);
  });
  dataset.facts.forEach((fact, i) => {
    const owner = named('fact', fact.id);
    many(owner, `facts[${i}].links`, 'links', fact.links);
    many(owner, `facts[${i}].nodes`, 'nodes', fact.nodes);
    fact.events.forEach((id, k) => {
      if (!has('summits', id)) one(owner, `facts[${i}].events[${k}]`, 'events', id);
    });
    cited(owner, `facts[${i}].places`, fact.places);
  });
  dataset.people.forEach((person, i) => {
    const owner = named('person', person.id);
    cited(owner, `people[${i}].sources`, person.sources);
    person.said.forEach(({ sources }, k) => cited(owner, `people[${i}].said[${k}].sources`, sources));
  });
  dataset.participants.forEach((participant, i) => {
    const owner = named('participant', participant.id);
    one(owner, `participants[${i}].person`, 'people', participant.person);
    cited(owner, `participants[${i}].sources`, participant.sources);
  });
  dataset.glossary.forEach((term, i) => {
    const owner = named('term', term.id);
    one(owner, `glossary[${i}].contrast`, 'glossary', term.contrast);
    one(owner, `glossary[${i}].source`, 'sources', term.source);
  });
}

function dates(dataset: Dataset, problems: Problem[]): void {
  const forward = (owner: string, path: string, start: string, end: string | undefined) => {
    const from = parsePartialDate(start);
    const to = end === undefined ? null : parsePartialDate(end);
    if (from && to && (to.t0 < from.t0 || to.t1 < from.t1))
      problems.push(problem(path, 'ends-before-start', { owner, start, end: end ?? '' }));
  };
  dataset.events.forEach((event, i) =>
    forward(named('event', event.id), `events[${i}].end`, event.date, event.end),
  );
  dataset.nodes.forEach((node, i) =>
    forward(named('node', node.id), `nodes[${i}].end`, node.date ?? '', node.end),
  );
  dataset.summits.forEach((summit, i) => {
    forward(named('summit', summit.id), `summits[${i}].end`, summit.date, summit.end);
    summit.otherDates?.forEach((other, k) =>
      forward(named('summit', summit.id), `summits[${i}].otherDates[${k}].to`, other.from, other.to),
    );
  });
  dataset.chapters.forEach((chapter, i) => {
    const start = parsePartialDate(chapter.from)?.t0 ?? 0;
    if ((parsePartialDate(chapter.to)?.t0 ?? 0) <= start)
      problems.push(
        problem(`chapters[${i}].to`, 'ends-before-start', {
          owner: named('chapter', chapter.id),
          start: chapter.from,
          end: chapter.to,
        }),
      );
    const before = dataset.chapters[i - 1];
    if (before && parsePartialDate(before.to)?.t0 !== start)
      problems.push(
        problem(`chapters[${i}].from`, 'chapter-gap', { id: chapter.id, from: chapter.from, to: before.to }),
      );
  });
  insideChapters(dataset, problems);
}

function insideChapters(dataset: Dataset, problems: Problem[]): void {
  const first = dataset.chapters[0];
  const last = dataset.chapters.at(-1);
  if (!first || !last) return;
  const t0 = parsePartialDate(first.from)?.t0 ?? -Infinity;
  const t1 = parsePartialDate(last.to)?.t0 ?? Infinity;
  const inside = (owner: string, path: string, date: string, t: number | null) => {
    if (t !== null && (t < t0 || t >= t1)) problems.push(problem(path, 'outside-chapters', { owner, date }));
  };
  for (const list of ['events', 'summits'] as const)
    dataset[list].forEach((thing, i) => {
      const interval = parseRange(thing.date, thing.end);
      inside(
        named(list.slice(0, -1), thing.id),
        `${list}[${i}].date`,
        thing.date,
        interval && standOf(interval),
      );
    });
  const columns = new Map(dataset.columns.map((column) => [column.id, columnTime(column.date)]));
  dataset.columns.forEach((column, i) =>
    inside(named('column', column.id), `columns[${i}].date`, column.date, columns.get(column.id) ?? null),
  );
  dataset.nodes.forEach((node, i) => {
    const column = columns.get(node.column);
    if (node.date !== undefined && column !== undefined && column !== null)
      inside(named('node', node.id), `nodes[${i}].date`, node.date, nodeTime(node, column));
  });
}

function sourced(dataset: Dataset, problems: Problem[]): void {
  for (const [list, kind] of [
    ['events', 'event'],
    ['summits', 'summit'],
    ['nodes', 'node'],
    ['links', 'link'],
  ] as const)
    dataset[list].forEach(({ id, sources }, i) => {
      if (sources.length === 0)
        problems.push(problem(`${list}[${i}].sources`, 'unsourced', { owner: named(kind, id) }));
    });
  dataset.people.forEach((person, i) =>
    person.said.forEach(({ sources }, k) => {
      if (sources.length === 0)
        problems.push(
          problem(`people[${i}].said[${k}].sources`, 'unsourced', { owner: named('person', person.id) }),
        );
    }),
  );
}

/** Names a thing in a sentence of any language: `link “m-x__p-y”`. */
function named(kind: string, id: string): string {
  return `${kind} “${id}”`;
}
