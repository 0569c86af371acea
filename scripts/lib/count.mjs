/**
 * What a run of tests came to.
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/**
 * From Vitest's JSON report. A file that could not be loaded has no tests, and counts as one that failed.
 *
 * @returns {Count}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * From Playwright's JSON report. Errors outside tests, such as a server that did not start, count as one that failed.
 *
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}
