/** Reads the reports of the test runners into { passed, failed }. A report that proves nothing counts as a failure. */

/** Vitest's JSON report. A file that could not be loaded holds no test, yet it failed. */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Playwright's JSON report. With no retries nothing should be flaky; if it is, it failed once. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/**
 * What the runner's exit code adds to its report: no report, no test at all, or an error
 * outside of every test must not look like a pass.
 */
export function settle(read, ok) {
  let count;
  try {
    count = read();
  } catch {
    return { passed: 0, failed: 1 };
  }
  const nothingRan = count.passed + count.failed === 0;
  return nothingRan || (!ok && count.failed === 0) ? { ...count, failed: count.failed + 1 } : count;
}

/** The one line that stands at the end, alone. */
export function summary(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

/** What a run did not prove, because the engines are not there. */
export function leftOutLine(names) {
  const list = names.map((name) => `${name} (not found)`).join(', ');
  return `Left out: ${list}; npm run test:engines installs and runs ${names.length > 1 ? 'them' : 'it'}.`;
}
