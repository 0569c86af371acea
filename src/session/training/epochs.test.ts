import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../engine/engine';
import { createEpochs, epochName, keepEpoch, type EpochWeights } from './epochs';
import { SPEC, testSession } from '../session.test-data';

const at = (step: number, size = 10): EpochWeights => ({
  step,
  epoch: step / 10,
  spec: SPEC,
  weights: [new Float32Array(size)],
});
const snapshot = (step: number) => ({ ...at(step), first: [], second: [] }) as Snapshot;

describe('keepEpoch', () => {
  it('keeps the first and the newest', () => {
    let list: EpochWeights[] = [];
    for (let n = 0; n <= 20; n++) list = keepEpoch(list, at(n * 10));
    expect(list).toHaveLength(12);
    expect(list[0]!.step).toBe(0);
    expect(list.slice(1).map((e) => e.epoch)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it('keeps fewer of a large network, and drops what lies in the future of a network brought back', () => {
    let list: EpochWeights[] = [];
    for (let n = 0; n < 6; n++) list = keepEpoch(list, at(n * 10, 3e6));
    expect(list.map((e) => e.step)).toEqual([0, 50]);
    expect(keepEpoch([at(0), at(10), at(20)], at(10)).map((e) => e.step)).toEqual([0, 10]);
  });
});

it('keeps one an epoch, and says which', () => {
  const epochs = createEpochs();
  for (const step of [0, 4, 10, 13, 25, 30]) epochs.offer(snapshot(step), 10);
  const { list } = epochs.store.getState();
  expect(list.map(epochName)).toEqual(['the initial weights', 'epoch 1', 'step 25', 'epoch 3']);
  epochs.forget();
  expect(epochs.store.getState().list).toEqual([]);
});

it('remembers a run epoch by epoch, and forgets it with the run', async () => {
  const session = testSession();
  await session.ready;
  await session.training.configure({ epochs: 2, batch: 12, learningRate: 0.01 });
  await session.training.run();
  const { list } = session.training.epochs.getState();
  expect(list[0]!.step).toBe(0);
  expect(list.at(-1)!.step).toBe(16);
  const { weights } = session.network.store.getState();
  expect(list.at(-1)!.weights).toEqual(weights);
  expect(list[0]!.weights).not.toEqual(weights);
  await session.training.reset();
  expect(session.training.epochs.getState().list).toEqual([]);
  await session.dispose();
});
