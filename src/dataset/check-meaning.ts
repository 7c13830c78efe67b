/** What shapes cannot say, the flow apart: ids that are unique and resolve, time that runs forward, sources. */
import { parsePartialDate, parseRange } from '@/time/partial-date';
import { named, type Owner } from './check-owner';
import { references, uniqueIds } from './check-references';
import type { Dataset, Problem } from './format';
import { problem } from './problem-texts';
import { nodeTime, columnTime, standOf } from '@/time/stand';

/** All problems of ids, references, dates and sources. Expects a dataset whose shapes hold. */
export function meaningProblems(dataset: Dataset): Problem[] {
  const problems: Problem[] = [];
  uniqueIds(dataset, problems);
  references(dataset, problems);
  dates(dataset, problems);
  sourced(dataset, problems);
  return problems;
}

function dates(dataset: Dataset, problems: Problem[]): void {
  const forward = (owner: Owner, path: string, start: string, end: string | undefined) => {
    const from = parsePartialDate(start);
    const to = end === undefined ? null : parsePartialDate(end);
    if (from && to && (to.t0 < from.t0 || to.t1 < from.t1))
      problems.push(problem(path, 'ends-before-start', { ...owner, start, end: end ?? '' }));
  };
  dataset.events.forEach((event, i) =>
    forward(named('event', event.id), `events[${i}].end`, event.date, event.end),
  );
  dataset.nodes.forEach((node, i) =>
    forward(named('node', node.id), `nodes[${i}].end`, node.date ?? '', node.end),
  );
  dataset.steps?.forEach((step, i) =>
    forward(named('step', step.id), `steps[${i}].to`, step.from ?? '', step.to),
  );
  dataset.questions?.forEach((question, i) =>
    forward(named('question', question.id), `questions[${i}].to`, question.from ?? '', question.to),
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
          ...named('chapter', chapter.id),
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
  const inside = (owner: Owner, path: string, date: string, t: number | null) => {
    if (t !== null && (t < t0 || t >= t1))
      problems.push(problem(path, 'outside-chapters', { ...owner, date }));
  };
  for (const list of ['events', 'summits'] as const)
    dataset[list].forEach((thing, i) => {
      const interval = parseRange(thing.date, thing.end);
      inside(
        named(list === 'events' ? 'event' : 'summit', thing.id),
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
        problems.push(problem(`${list}[${i}].sources`, 'unsourced', { ...named(kind, id) }));
    });
  dataset.people.forEach((person, i) =>
    person.said.forEach(({ sources }, k) => {
      if (sources.length === 0)
        problems.push(
          problem(`people[${i}].said[${k}].sources`, 'unsourced', { ...named('person', person.id) }),
        );
    }),
  );
}
