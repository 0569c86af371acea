import { describe, expect, it } from 'vitest';
import { readAt } from './reading';
import { run } from './run.test-data';

describe('readAt', () => {
  it('reads all measures at the step nearest to the pointer', () => {
    expect(readAt(run, 0.601)).toEqual({
      step: 300,
      accuracy: run.curve[29]!.accuracy,
      testAccuracy: 0.9,
      testStep: 300,
      loss: 1 / 30,
      testLoss: 0.1,
      spikes: run.curve[29]!.spikes,
      silent: run.curve[29]!.spikes.map((n, l) => 1 - n / [784, 64, 10][l]!),
      decisionTime: 1 + 1 / 30,
      norms: run.norms![0],
    });
  });

  it('foretells no evaluation', () => {
    expect(readAt(run, 0.58)!.testAccuracy).toBeNull();
    expect(readAt(run)).toMatchObject({ step: 1000, testAccuracy: 0.96 });
    expect(readAt({ ...run, curve: [] })).toBeNull();
  });
});
