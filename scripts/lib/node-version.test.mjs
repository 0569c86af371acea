import { expect, test } from 'vitest';
import { nodeVersionProblem } from './node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'])('Node %s will do', (version) => {
  expect(nodeVersionProblem(version)).toBeUndefined();
});

test.each(['12.22.0', '18.20.4', '20.18.3', '21.7.3', '22.11.0'])(
  'Node %s is told apart in one sentence',
  (version) => {
    expect(nodeVersionProblem(version)).toMatch(
      new RegExp(`^This is Node ${version}, .* 20\\.19.*\\.$`),
    );
  },
);
