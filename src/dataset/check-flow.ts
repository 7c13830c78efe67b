/** What must hold for the flow: it runs forward in time, without circles, and its widths can be counted. */
import type { Dataset, Problem } from './format';
import { problem } from './problem-texts';
import { columnTime, nodeTime } from '@/time/stand';

/** All problems of columns and links. Ends that do not resolve are left to the check of references. */
export function flowProblems(dataset: Dataset): Problem[] {
  return [
    ...columns(dataset),
    ...ends(dataset),
    ...circles(dataset),
    ...weights(dataset),
    ...threads(dataset),
  ];
}

function columns({ columns }: Dataset): Problem[] {
  return columns.flatMap((column, i) => {
    const before = columns[i - 1];
    return before && (columnTime(before.date) ?? 0) >= (columnTime(column.date) ?? 0)
      ? [
          problem(`columns[${i}].date`, 'columns-backward', {
            id: column.id,
            date: column.date,
            previous: before.id,
            before: before.date,
          }),
        ]
      : [];
  });
}

function ends(dataset: Dataset): Problem[] {
  const order = new Map(
    dataset.columns.map(({ id, date }, index) => [id, { index, date, t: columnTime(date) ?? 0 }]),
  );
  const nodes = new Map(dataset.nodes.map((node) => [node.id, node]));
  const seen = new Map<string, string>();
  return dataset.links.flatMap((link, i) => {
    const { id } = link;
    const path = `links[${i}]`;
    if (link.source === link.target) return [problem(path, 'self-link', { id, node: link.source })];
    const pair = `${link.source} ${link.target}`;
    const first = seen.get(pair);
    if (first !== undefined) return [problem(path, 'duplicate-link', { id, first })];
    seen.set(pair, id);
    const source = nodes.get(link.source);
    const target = nodes.get(link.target);
    const from = source && order.get(source.column);
    const to = target && order.get(target.column);
    if (!source || !target || !from || !to) return [];
    if (from.index === to.index) return [problem(path, 'same-column', { id, column: source.column })];
    if (from.index < to.index && nodeTime(source, from.t) <= nodeTime(target, to.t)) return [];
    const when = { from: source.date ?? from.date, to: target.date ?? to.date };
    return [problem(path, 'backward-link', { id, source: link.source, target: link.target, ...when })];
  });
}

/** One problem for each circle that a walk along the links runs into. No recursion: a chain may be long. */
function circles({ links }: Dataset): Problem[] {
  const next = new Map<string, string[]>();
  for (const { source, target } of links) {
    const targets = next.get(source);
    if (targets) targets.push(target);
    else next.set(source, [target]);
  }
  const problems: Problem[] = [];
  const done = new Set<string>();
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const path = [{ id: start, turn: 0 }];
    const open = new Map([[start, 0]]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = next.get(top.id)?.[top.turn++];
      if (to === undefined) {
        done.add(top.id);
        open.delete(top.id);
        path.pop();
      } else if (open.has(to)) {
        const circle = [...path.slice(open.get(to)).map(({ id }) => id), to];
        if (circle.length > 2) problems.push(problem('links', 'cycle', { path: circle.join(' → ') }));
      } else if (!done.has(to)) {
        open.set(to, path.length);
        path.push({ id: to, turn: 0 });
      }
    }
  }
  return problems;
}

function weights({ facts, links }: Dataset): Problem[] {
  const fact = new Map(facts.flatMap(({ id, links: named }) => named.map((link) => [link, id])));
  return links.flatMap(({ id, inferred }, i) => {
    const by = fact.get(id);
    if (inferred && by !== undefined)
      return [problem(`links[${i}].inferred`, 'inferred-with-fact', { id, fact: by })];
    return inferred || by !== undefined ? [] : [problem(`links[${i}]`, 'link-without-fact', { id })];
  });
}

/** A link carries only threads that both its ends have; an end without threads carries any. */
function threads({ links, nodes }: Dataset): Problem[] {
  const of = new Map(nodes.map((node) => [node.id, node.threads]));
  return links.flatMap((link, i) =>
    link.threads.flatMap((thread, k) =>
      [link.source, link.target]
        .filter((node) => {
          const own = of.get(node);
          return own && own.length > 0 && !own.includes(thread);
        })
        .map((node) => problem(`links[${i}].threads[${k}]`, 'link-thread', { id: link.id, thread, node })),
    ),
  );
}
