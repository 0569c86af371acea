import { expect, it } from 'vitest';
import { DEFAULT_TRAINING } from '../../../model/training';
import { parseNetwork } from '../../../model/validate';
import type { Run } from '../../../session/runs/runs';
import { kernelsOf, seriesOf, shortCount } from './sweep-plots';

function run(id: number, kernel: number, hidden: number, accuracy: number | null): Run {
  return {
    id,
    name: `run ${id}`,
    from: 'sweep',
    data: 'MNIST',
    spec: parseNetwork({ coding: { kernel, stride: kernel }, layers: [hidden, 10] }),
    settings: DEFAULT_TRAINING,
    step: 1,
    epochSteps: 1,
    curve: [],
    tests: [],
    accuracy,
    figures:
      accuracy === null
        ? null
        : {
            images: 1,
            loss: 1,
            decisionTime: 1,
            synapticOperations: hidden * 100,
            spikesPerImage: { input: 1, hidden: [1], output: 1 },
            noOutputSpike: 0,
          },
    end: 'plan',
    weights: null,
    stored: true,
  };
}

it('draws a series a kernel, cheapest first', () => {
  const runs = [run(1, 2, 64, 0.96), run(2, 1, 32, 0.94), run(3, 2, 32, 0.95), run(4, 4, 32, null)];
  expect(kernelsOf(runs)).toEqual([1, 2, 4]);
  const weights = seriesOf(runs, 'weights');
  expect(weights.map((s) => s.points.map((p) => p.id))).toEqual([[2], [3, 1], []]);
  expect(weights[0]!.points[0]).toMatchObject({ x: 784 * 32 + 320, y: 0.94 });
  expect(seriesOf(runs, 'operations')[1]!.points.map((p) => p.x)).toEqual([3200, 6400]);
});

it('shortens counts', () => {
  expect([950, 12300, 1.25e6].map(shortCount)).toEqual(['950', '12.3k', '1.25M']);
});
