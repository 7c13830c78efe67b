/** Ids of a dataset: that each is unique, and that each one named is there. */
import { readProse } from './prose';
import type { Dataset, Problem } from './format';
import type { Citation } from './format/shapes';
import { named, type Owner } from './check-owner';
import { problem } from './problem-texts';

const ON_STAGE = ['threads', 'events', 'summits', 'columns', 'nodes', 'links', 'chapters'] as const;
const OTHERS = ['facts', 'sources', 'people', 'participants', 'glossary', 'steps', 'questions'] as const;

/** Problems of ids that stand for two things; threads, events, nodes and their like share one set of ids. */
export function uniqueIds(dataset: Dataset, problems: Problem[]): void {
  const scopes = [ON_STAGE, ...OTHERS.map((list) => [list] as const)];
  for (const lists of scopes) {
    const seen = new Map<string, string>();
    for (const list of lists)
      dataset[list]?.forEach(({ id }, index) => {
        const second = `${list}[${index}]`;
        const first = seen.get(id);
        if (first === undefined) seen.set(id, second);
        else problems.push(problem(`${second}.id`, 'duplicate-id', { id, first, second }));
      });
  }
}

/** What has a mark in the picture. */
const MARKED = ['events', 'summits', 'nodes', 'links'] as const;

type ListName = (typeof ON_STAGE)[number] | (typeof OTHERS)[number];

/** Problems of ids that stand for nothing, or are named twice in one list. */
export function references(dataset: Dataset, problems: Problem[]): void {
  const ids = new Map<ListName, Set<string>>();
  for (const list of [...ON_STAGE, ...OTHERS]) ids.set(list, new Set(dataset[list]?.map(({ id }) => id)));
  const has = (list: ListName, id: string) => ids.get(list)?.has(id) === true;

  const one = (owner: Owner, path: string, list: ListName, id: string | undefined) => {
    if (id !== undefined && !has(list, id))
      problems.push(problem(path, 'unknown-id', { ...owner, id, list }));
  };
  const twice = (owner: Owner, path: string, found: readonly string[]) =>
    found.forEach((id, index) => {
      if (found.indexOf(id) < index)
        problems.push(problem(`${path}[${index}]`, 'listed-twice', { ...owner, id }));
    });
  const many = (owner: Owner, path: string, list: ListName, found: readonly string[] = []) => {
    found.forEach((id, index) => one(owner, `${path}[${index}]`, list, id));
    twice(owner, path, found);
  };
  const cited = (owner: Owner, path: string, found: readonly Citation[] = []) =>
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
  const shown = (owner: Owner, path: string, id: string | undefined, lists: readonly ListName[]) => {
    if (id !== undefined && !lists.some((list) => has(list, id)))
      problems.push(problem(path, 'unknown-thing', { ...owner, id }));
  };
  dataset.steps?.forEach((step, i) => {
    const owner = named('step', step.id);
    one(owner, `steps[${i}].thread`, 'threads', step.thread);
    shown(owner, `steps[${i}].select`, step.select, MARKED);
    for (const field of ['text', 'plain'] as const)
      for (const [language, text] of Object.entries(step[field] ?? {}))
        for (const part of readProse(text))
          if (typeof part !== 'string')
            shown(owner, `steps[${i}].${field}.${language}`, part.id, [...MARKED, 'threads']);
  });
  dataset.questions?.forEach((question, i) => {
    const owner = named('question', question.id);
    const path = `questions[${i}]`;
    one(owner, `${path}.step`, 'steps', question.step);
    one(owner, `${path}.thread`, 'threads', question.thread);
    shown(owner, `${path}.select`, question.select, MARKED);
    switch (question.kind) {
      case 'order':
        question.events.forEach((id, k) => shown(owner, `${path}.events[${k}]`, id, ['events', 'summits']));
        twice(owner, `${path}.events`, question.events);
        break;
      case 'wider':
        many(owner, `${path}.links`, 'links', question.links);
        break;
      case 'thread':
        shown(owner, `${path}.thing`, question.thing, ['events', 'nodes', 'links']);
        many(owner, `${path}.among`, 'threads', question.among);
        break;
      case 'joined':
        one(owner, `${path}.event`, 'events', question.event);
        many(owner, `${path}.among`, 'events', question.among);
        break;
      case 'says':
        one(owner, `${path}.fact`, 'facts', question.fact);
    }
  });
  dataset.glossary.forEach((term, i) => {
    const owner = named('term', term.id);
    one(owner, `glossary[${i}].contrast`, 'glossary', term.contrast);
    one(owner, `glossary[${i}].source`, 'sources', term.source);
  });
}
