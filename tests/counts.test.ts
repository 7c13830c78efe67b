/** `npm test` must not call a pass what is none. What a green run does not prove: that the runners’ reports are true. */
import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, leftOutLine, settle, summary } from '../scripts/counts.mjs';
import { STAGES } from '../scripts/stages.mjs';

const vitest = (passed: number, failed: number, testResults: unknown[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
});
const playwright = (expected: number, unexpected: number, errors: unknown[] = []) => ({
  stats: { expected, unexpected, flaky: 0, skipped: 0 },
  errors,
});

describe('counting', () => {
  it.each([
    ['all pass', () => countVitest(vitest(3, 0)), true, { passed: 3, failed: 0 }],
    ['one fails', () => countVitest(vitest(2, 1)), false, { passed: 2, failed: 1 }],
    [
      'a file cannot be loaded',
      () => countVitest(vitest(2, 0, [{ status: 'failed', assertionResults: [] }])),
      false,
      { passed: 2, failed: 1 },
    ],
    ['an error outside of all tests', () => countVitest(vitest(2, 0)), false, { passed: 2, failed: 1 }],
    ['no test ran', () => countVitest(vitest(0, 0)), true, { passed: 0, failed: 1 }],
    ['browser tests pass', () => countPlaywright(playwright(4, 0)), true, { passed: 4, failed: 0 }],
    [
      'the server did not start',
      () => countPlaywright(playwright(0, 0, [{}])),
      false,
      { passed: 0, failed: 1 },
    ],
    [
      'no report was written',
      () => {
        throw new Error('ENOENT');
      },
      false,
      { passed: 0, failed: 1 },
    ],
  ])('%s', (_, read, ok, expected) => {
    expect(settle(read, ok)).toEqual(expected);
  });

  it('adds up to the last line', () => {
    expect(
      summary([
        { passed: 3, failed: 0 },
        { passed: 1, failed: 2 },
      ]),
    ).toBe('4 passed, 2 failed');
  });

  it('says what was left out, by name', () => {
    expect(leftOutLine(['Firefox', 'WebKit'])).toBe(
      'Left out: Firefox (not found), WebKit (not found); npm run test:engines installs and runs them.',
    );
    expect(leftOutLine(['WebKit'])).toMatch(/^Left out: WebKit \(not found\);.* installs and runs it\.$/);
  });
});

describe('the stages', () => {
  it('are all counted, and those of an engine say which and how to get it', () => {
    for (const { name, engine, count } of STAGES.filter(({ engine }) => engine)) {
      expect(count, name).toBeTypeOf('function');
      expect(engine?.name, name).toMatch(/^(Chromium|Firefox|WebKit)$/);
      expect(engine?.byHand, name).toMatch(/install/);
    }
    expect(STAGES.map(({ name }) => name)).toEqual([
      ...['types', 'lint', 'data', 'unit', 'build', 'browser', 'firefox', 'webkit'],
    ]);
  });
});
