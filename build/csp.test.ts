import { describe, expect, it } from 'vitest';
import { contentPolicy, joinPolicies } from './csp';

describe('joinPolicies', () => {
  it('allows what each of them does, and no more', () => {
    const pages = ['p{color:red}', 'p{color:blue}', null].map((sheet) => contentPolicy('start();', sheet));
    const joined = joinPolicies(pages);
    const sources = (policy: string) =>
      policy
        .split('; ')
        .flatMap((line) => line.split(' ').map((source) => `${line.split(' ')[0]} ${source}`));
    expect(sources(joined).sort()).toEqual([...new Set(pages.flatMap(sources))].sort());
    expect(joinPolicies([joined, joined])).toBe(joined);
  });
});
