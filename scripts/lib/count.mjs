import { stripVTControlCharacters } from 'node:util';

/**
 * What a run of tests came to; `failures` says a line for each that failed, where its report names it, `again` one for each that passed at
 * its second try only.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[], again: string[] }} Count
 */

/** A failed test in one line: where, which, and how its message begins. */
function line(where, title, message = '') {
  const [first] = stripVTControlCharacters(message).split('\n');
  return `${where} > ${title}${first ? `: ${first}` : ''}`;
}

/**
 * From Vitest's JSON report. A file that could not be loaded has no tests, and counts as one that failed.
 *
 * @returns {Count}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  );
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter((t) => t.status === 'failed')
      .map((t) => line(name, t.fullName, t.failureMessages[0])),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...tests, ...broken.map(({ name, message }) => line(name, 'loading', message))],
    again: [],
  };
}

/**
 * From Playwright's JSON report. Errors outside tests, such as a server that did not start, count as one that failed.
 *
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const ended = (as) =>
    specs(report).flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === as)
        .map(({ results }) => line(file, title, results.find((r) => r.error)?.error.message)),
    );
  return {
    passed: expected + flaky,
    failed: unexpected + report.errors.length,
    skipped,
    failures: [
      ...ended('unexpected'),
      ...report.errors.map(({ message }) => line('e2e', 'outside tests', message)),
    ],
    again: ended('flaky'),
  };
}
