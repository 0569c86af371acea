import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './count.mjs';

test("counts Vitest's tests, and a file that does not load as one that failed", () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', name: 'a.test.ts', assertionResults: [{ status: 'passed' }] },
      {
        status: 'failed',
        name: 'b.test.ts',
        assertionResults: [
          {
            status: 'failed',
            fullName: 'it holds',
            failureMessages: ['not so\n    at b.test.ts:3'],
          },
        ],
      },
      { status: 'failed', name: 'c.test.ts', message: 'no such module', assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 3,
    failures: ['b.test.ts > it holds: not so', 'c.test.ts > loading: no such module'],
    again: [],
  });
});

test("counts Playwright's tests; an error outside tests has failed, one that needed a second try is named", () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'the server did not start' }],
    suites: [
      {
        specs: [
          { file: 'a.spec.ts', title: 'holds', tests: [{ status: 'expected', results: [{}] }] },
          {
            file: 'a.spec.ts',
            title: 'does not',
            tests: [
              {
                status: 'unexpected',
                results: [{ error: { message: '\u001b[31mtoo late\u001b[0m\nat a.spec.ts:1' } }],
              },
            ],
          },
        ],
        suites: [
          {
            specs: [
              {
                file: 'a.spec.ts',
                title: 'holds now and then',
                tests: [{ status: 'flaky', results: [{ error: { message: 'once' } }, {}] }],
              },
            ],
          },
        ],
      },
    ],
  };
  expect(countPlaywright(report)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 2,
    failures: ['a.spec.ts > does not: too late', 'e2e > outside tests: the server did not start'],
    again: ['a.spec.ts > holds now and then: once'],
  });
});
