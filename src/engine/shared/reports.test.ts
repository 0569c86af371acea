import { expect, test } from 'vitest';
import type { StepReport } from '../engine';
import { createReporter } from './reports';
import { createStepSum } from './step-means';

const means = { loss: 0.5, accuracy: 0.75, spikes: [9, 4, 2], decisionTime: 1.5 };

function setUp() {
  let time = 1000;
  const batches: StepReport[][] = [];
  const reporter = createReporter(
    (reports) => batches.push(reports),
    () => time,
  );
  return { batches, reporter, pass: (ms: number) => (time += ms) };
}

test('steps are handed out together, about 12 times a second', () => {
  const { batches, reporter, pass } = setUp();
  for (let step = 1; step <= 100; step++) {
    pass(8);
    reporter.add(step, 64, means, 1e-3);
  }
  expect(batches).toHaveLength(10);
  expect(batches.map((reports) => reports.length)).toEqual(Array.from({ length: 10 }, () => 10));
  expect(batches[0]![0]).toEqual({
    ...means,
    step: 1,
    steps: 1,
    learningRate: 1e-3,
    imagesPerSecond: 64 / 0.008,
  });
  expect(batches.flat().map((report) => report.step)).toEqual(
    Array.from({ length: 100 }, (_, n) => n + 1),
  );
});

test('slow steps are handed out one by one, with the speed of each', () => {
  const { batches, reporter, pass } = setUp();
  pass(100);
  reporter.add(1, 10, means, 1);
  pass(400);
  reporter.add(2, 10, means, 1);
  expect(batches.map(([report]) => report!.imagesPerSecond)).toEqual([100, 25]);
});

test('what is left is handed out at the end, and nothing twice', () => {
  const { batches, reporter, pass } = setUp();
  reporter.flush();
  pass(10);
  reporter.add(1, 5, means, 1);
  expect(batches).toEqual([]);
  reporter.flush();
  reporter.flush();
  expect(batches.map((reports) => reports.length)).toEqual([1]);
});

test('a step is the mean of its images; only those decided have a decision time', () => {
  const sum = createStepSum(2);
  sum.add(1, true, [10, 3], 1.5);
  sum.add(0.5, false, [20, 0], null);
  sum.add(0, true, [30, 1], 2.5);
  sum.add(0, true, [0, 0], Infinity);
  expect(sum.means()).toEqual({ loss: 0.375, accuracy: 0.75, spikes: [15, 1], decisionTime: 2 });
  const silent = createStepSum(1);
  silent.add(1, false, [0], null);
  expect(silent.means().decisionTime).toBeNaN();
});
