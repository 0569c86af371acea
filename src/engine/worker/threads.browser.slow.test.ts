import { expect, test } from 'vitest';
import { slice } from '../../data/image-set';
import { conformance } from '../conformance/conformance';
import { bytesOf } from '../conformance/context';
import { randomNetwork } from '../conformance/networks';
import { shapeSet } from '../conformance/samples';
import { defaultThreads } from '../cpu/choose-kernels';
import type { Engine, Snapshot } from '../engine';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import { parseNetwork } from '../../model/validate';
import { createWorkerEngine } from './client';

conformance('CPU on two threads in a worker', () => createWorkerEngine('cpu', { threads: 2 }), {
  small: true,
});

const set = shapeSet(28, 28, 10, 500, 3, 50);

const trainFor =
  (steps: number) =>
  async (engine: Engine): Promise<void> => {
    await engine.train(steps, () => undefined);
  };

/** A run's snapshot, the running average included. */
async function trained(
  threads: number,
  spec: object,
  settings: Partial<TrainingSettings> = {},
  train = trainFor(40),
): Promise<Snapshot> {
  const engine = await createWorkerEngine('cpu', { threads });
  expect(engine.label).toBe(`CPU (WebAssembly${threads > 1 ? `, ${threads} threads` : ''})`);
  await engine.setData('train', set);
  await engine.configure({ ...DEFAULT_TRAINING, batch: 61, ema: 0.99, epochs: 100, ...settings });
  await engine.setNetwork(randomNetwork(parseNetwork(spec), 5, set.images));
  await train(engine);
  const snapshot = await engine.snapshot();
  await engine.dispose();
  return snapshot;
}

function expectSame(together: Snapshot, alone: Snapshot): void {
  for (const part of ['weights', 'first', 'second', 'average'] as const) {
    expect(bytesOf(together[part]!)).toEqual(bytesOf(alone[part]!));
  }
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
    'so small that the last batch of an epoch is left to one thread',
    { coding: { kernel: 4 }, layers: [20, 10] },
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
    expectSame(await trained(threads, spec, settings), alone);
  }
});

// With the update a thread already works out the next batch's first layer: samples run in between overwrite that, and it is done again.
test('images run, and maps made, between two steps change nothing', async () => {
  let runs = 0;
  const disturbed = async (engine: Engine): Promise<void> => {
    let training = true;
    const end = engine.train(400, () => undefined).finally(() => (training = false));
    const images = slice(set, 0, 64);
    for (; training; runs++) await (runs % 2 ? engine.run(images) : engine.maps(images));
    await end;
  };
  const together = await trained(2, { layers: [70, 10] }, {}, disturbed);
  expect(runs).toBeGreaterThan(2);
  expectSame(together, await trained(1, { layers: [70, 10] }, {}, trainFor(400)));
});

test('a training that was stopped goes on with other data', async () => {
  const other = shapeSet(28, 28, 10, 500, 4, 50);
  let steps = 0;
  const stopped = async (engine: Engine): Promise<void> => {
    const end = await engine.train(100_000, () => void engine.stop());
    expect(end.reason).toBe('stopped');
    steps = end.step;
    await engine.setData('train', other);
    await trainFor(40)(engine);
  };
  const whole = async (engine: Engine): Promise<void> => {
    await trainFor(steps)(engine);
    await engine.setData('train', other);
    await trainFor(40)(engine);
  };
  const endless = { epochs: 10_000 };
  const together = await trained(2, { layers: [70, 10] }, endless, stopped);
  expectSame(together, await trained(1, { layers: [70, 10] }, endless, whole));
});

test('threads that make sense leave a core to the page where there are more than two', () => {
  expect([undefined, 1, 2, 3, 4, 5, 16].map(defaultThreads)).toEqual([1, 1, 2, 2, 3, 4, 4]);
});
