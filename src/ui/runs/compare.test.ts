import { expect, it } from 'vitest';
import { DEFAULT_TRAINING } from '../../model/training';
import { parseNetwork } from '../../model/validate';
import type { Run } from '../../session/runs/runs';
import { accuracyWords, linesOf } from './compare';

const run: Run = {
  id: 5,
  name: 'mine',
  from: 'page',
  data: 'MNIST',
  spec: parseNetwork({ layers: [20, 30, 10] }),
  settings: DEFAULT_TRAINING,
  step: 20,
  epochSteps: 10,
  curve: [10, 20].map((step) => ({
    step,
    steps: 10,
    loss: 1 / step,
    accuracy: 0.5,
    spikes: [100, 15, 25, 9],
    decisionTime: step === 10 ? NaN : 1.25,
  })),
  tests: [{ step: 20, accuracy: 0.75, loss: 0.3 }],
  norms: [{ step: 10, weights: [3, 4, 12], errors: [0, 0.6, 0.8] }],
  accuracy: 0.75,
  figures: null,
  end: 'plan',
  weights: null,
  stored: false,
};

it('draws each measure over epochs, those of layers as one', () => {
  const points = (measure: Parameters<typeof linesOf>[1]) => linesOf([run], measure)[0]!.points;
  expect(points('test')).toEqual([{ x: 2, y: 0.75 }]);
  expect(points('loss')).toEqual([
    { x: 1, y: 0.1 },
    { x: 2, y: 0.05 },
  ]);
  expect(points('spikes').map((p) => p.y)).toEqual([40, 40]);
  expect(points('silent').map((p) => p.y)).toEqual([0.2, 0.2].map((y) => expect.closeTo(y, 12)));
  expect(points('decision')).toEqual([{ x: 2, y: 1.25 }]);
  expect(points('weights')).toEqual([{ x: 1, y: 13 }]);
  expect(points('errors')).toEqual([{ x: 1, y: expect.closeTo(1, 12) }]);
});

it('draws no norms of a run that was kept without', () => {
  const { norms: _, ...old } = run;
  expect(linesOf([old], 'weights')[0]!.points).toEqual([]);
});

it('calls test what is a test, and known what was learned from', () => {
  const known: Run = { ...run, known: true };
  expect(accuracyWords([run])).toEqual({
    head: 'Test',
    title: 'Accuracy on the whole test set',
    axis: '% of the test set',
  });
  expect(accuracyWords([known, known])).toEqual({
    head: 'Known drawings',
    title: 'Accuracy on known drawings, which says little of new ones',
    axis: '% of known drawings',
  });
  expect(accuracyWords([run, known])).toEqual({
    head: 'Test or known',
    title:
      'Accuracy on the whole test set; where “known” stands beside it, accuracy on known drawings, which says little of new ones',
    axis: '% of the test set, or of known drawings',
  });
  const point: Run = {
    ...known,
    spec: parseNetwork({ input: { width: 5, height: 1 }, layers: [2] }),
  };
  expect(accuracyWords([known, point]).head).toBe('Known');
});
