import { expect, test } from 'vitest';
import { conformance } from '../conformance/conformance';
import { bytesOf } from '../conformance/context';
import { randomNetwork } from '../conformance/networks';
import { shapeSet } from '../conformance/samples';
import { defaultThreads } from '../cpu/workshops';
import type { Snapshot } from '../engine';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import { parseNetwork } from '../../model/validate';
import { createWorkerEngine } from './client';

conformance('CPU on two threads in a worker', () => createWorkerEngine('cpu', { threads: 2 }), {
  small: true,
});

const set = shapeSet(28, 28, 10, 500, 3, 50);

/** Forty steps of a run, the running average included. */
async function trained(
  threads: number,
  spec: object,
  settings: Partial<TrainingSettings> = {},
): Promise<Snapshot> {
  const engine = await createWorkerEngine('cpu', { threads });
  expect(engine.label).toBe(`CPU (WebAssembly${threads > 1 ? `, ${threads} threads` : ''})`);
  await engine.setData('train', set);
  await engine.configure({ ...DEFAULT_TRAINING, batch: 61, ema: 0.99, epochs: 100, ...settings });
  await engine.setNetwork(randomNetwork(parseNetwork(spec), 5, set.images));
  await engine.train(40, () => undefined);
  const snapshot = await engine.snapshot();
  await engine.dispose();
  return snapshot;
}

test.each<[string, object, Partial<TrainingSettings>?]>([
  ['one hidden layer', { layers: [70, 10] }],
  ['distorted images', { layers: [70, 10] }, { distort: 'shift' }],
  [
    'packed, two hidden layers, exponential synapses',
    {
      coding: { kernel: 4, stride: 2, train: 'phase' },
      layers: [45, 30, 10],
      response: 'exponential',
    },
  ],
  [
    'two convolutions',
    {
      convolutions: [
        { channels: 7, kernel: 5, stride: 2 },
        { channels: 18, kernel: 3, stride: 2 },
      ],
      layers: [45, 10],
    },
  ],
])('one to four threads give the same bytes: %s', async (_, spec, settings) => {
  const alone = await trained(1, spec, settings);
  expect(alone.step).toBe(40);
  for (const threads of [2, 3, 4]) {
    const together = await trained(threads, spec, settings);
    for (const part of ['weights', 'first', 'second', 'average'] as const) {
      expect(bytesOf(together[part]!)).toEqual(bytesOf(alone[part]!));
    }
  }
});

test('threads that make sense leave a core to the page where there are more than two', () => {
  expect([undefined, 1, 2, 3, 4, 5, 16].map(defaultThreads)).toEqual([1, 1, 2, 2, 3, 4, 4]);
});
