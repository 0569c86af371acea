import { beforeEach, expect, test } from 'vitest';
import type { ImageSet } from '../data/image-set';
import { createCpuEngine } from '../engine/cpu/engine';
import type { Engine, Snapshot } from '../engine/engine';
import { paceClock } from '../engine/shared/clock.test-data';
import { readChain } from '../files/nir/read-chain';
import { initialise } from '../model/initialise';
import { DEFAULT_NETWORK, type NetworkSpec } from '../model/network';
import { DEFAULT_TRAINING } from '../model/training';
import { runEpochs, type Course } from './epochs';
import { bars, CLASSES, SIDE } from './fixture';
import type { Io } from './io';

const COUNT = 300;
const spec: NetworkSpec = {
  ...DEFAULT_NETWORK,
  input: { width: SIDE, height: SIDE, cut: 0.1 },
  layers: [12, CLASSES],
};
const settings = { ...DEFAULT_TRAINING, epochs: 2, batch: 1 };
const data: ImageSet = (() => {
  const { images, labels } = bars(COUNT, 1);
  return {
    count: COUNT,
    width: SIDE,
    height: SIDE,
    classes: CLASSES,
    images,
    labels: Uint8Array.from(labels),
  };
})();

const io: Io = {
  cwd: '.',
  write: () => Promise.resolve(),
  note: () => undefined,
  noteColumns: 0,
  writesToTerminal: false,
  signal: new AbortController().signal,
  readChain,
};

/** So that there are several reports in an epoch, on any machine. */
beforeEach(() => paceClock(5));

/** Trains from a snapshot, or from new weights, to the end of the plan. */
async function trained(from?: Snapshot, more: Partial<Course> = {}): Promise<Snapshot> {
  const engine: Engine = await createCpuEngine({ threads: 1 });
  try {
    await engine.setNetwork(from ?? { spec, weights: initialise(spec, 1, 12, 0.25) });
    await engine.setData('train', data);
    await engine.configure(settings);
    const course = {
      settings,
      images: COUNT,
      from: { step: from?.step ?? 0, seconds: 0 },
      ...more,
    };
    await runEpochs(engine, course, io);
    return await engine.snapshot();
  } finally {
    await engine.dispose();
  }
}

test('what is kept while training goes on leads to the same weights', async () => {
  const kept: Snapshot[] = [];
  const write = (snapshot: Snapshot): Promise<void> => {
    kept.push(snapshot);
    return Promise.resolve();
  };
  const checkpoint = { name: 'state', write };
  const end = await trained(undefined, { keep: { checkpoint, fingerprint: {} }, interval: 0 });
  const perEpoch = COUNT / settings.batch;
  const steps = kept.map(({ step }) => step);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps).toContain(perEpoch);
  expect(steps.at(-1)).toBe(2 * perEpoch);
  const within = kept.find(({ step }) => step % perEpoch !== 0);
  expect(within).toBeDefined();
  expect(await trained(within)).toEqual(end);
});

test('what cannot be kept ends the training', async () => {
  const checkpoint = { name: 'state', write: () => Promise.reject(new Error('disk full')) };
  const course = { keep: { checkpoint, fingerprint: {} }, interval: 0 };
  await expect(trained(undefined, course)).rejects.toThrow('disk full');
});
