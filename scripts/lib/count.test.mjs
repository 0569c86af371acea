import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './count.mjs';

test("counts Vitest's tests, and a file that does not load as one that failed", () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test("counts Playwright's tests; a flaky one and an error outside tests have failed", () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'the server did not start' }],
  };
  expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3, skipped: 2 });
});
