/** Turns what valibot found wrong with the shapes into sentences. */
import type { BaseIssue, IssuePathItem } from 'valibot';
import type { Problem } from './format';
import { problem, type ProblemCode } from './problem-texts';

/** Turns one issue into a problem with a path such as `events[3].end`. */
export function shapeProblem(issue: BaseIssue<unknown>): Problem {
  const keys = (issue.path ?? []).map((item) => (item as IssuePathItem).key);
  const path = pathOf(keys);
  const field = String(keys.at(-1) ?? '');
  const place = pathOf(keys.slice(0, -1));
  const received = shown(issue.input);
  const say = (code: ProblemCode, more: Problem['params'] = {}) =>
    problem(path, code, { field, place, received, ...more });

  if (issue.type === 'strict_object' && issue.expected === 'never') return say('unknown-field');
  if (issue.received === 'undefined') return say('missing');
  if (issue.type === 'variant' && issue.expected === 'Object')
    return say('wrong-type', { expected: 'object' });
  switch (issue.type) {
    case 'variant':
    case 'picklist':
    case 'literal':
      return say('wrong-choice', {
        choices: (issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ', '),
      });
    case 'regex':
      return say(REGEX_CODES.find(([start]) => issue.message.startsWith(start))?.[1] ?? 'wrong-value', {
        detail: issue.message,
      });
    case 'check':
      return say('no-such-date');
    case 'min_length':
      return isList(issue.input) ? say('wrong-value', { detail: issue.message }) : say('empty');
    case 'max_length':
      return isList(issue.input)
        ? say('wrong-value', { detail: issue.message })
        : say('too-long', { limit: 500 });
    case 'gt_value':
      return say('not-positive');
    case 'min_value':
      return say('too-small', { limit: (issue.expected ?? '').replace('>=', '') });
    case 'max_value':
      return say('too-big', { limit: (issue.expected ?? '').replace('<=', '') });
    case 'integer':
      return say('not-whole');
    case 'length':
      return say('wrong-value', { detail: issue.message });
    default:
      return say('wrong-type', { expected: (issue.expected ?? issue.type).toLowerCase() });
  }
}

const isList = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** By how the messages of format.ts begin. */
const REGEX_CODES: [string, ProblemCode][] = [
  ['use letters', 'bad-id'],
  ['write 1975', 'bad-date'],
  ['use a two-letter', 'bad-language'],
  ['must begin with http', 'bad-url'],
];

/** `['events', 3, 'end']` → `events[3].end` */
export function pathOf(keys: readonly unknown[]): string {
  return keys.reduce<string>(
    (path, key) =>
      typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key),
    '',
  );
}

/** A value as it may stand in a sentence: short, and never a surprise. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `“${value.length > 60 ? `${value.slice(0, 57)}…` : value}”`;
  if (Array.isArray(value)) return '[ … ]';
  if (typeof value === 'object' && value !== null) return '{ … }';
  return String(value).slice(0, 60);
}
