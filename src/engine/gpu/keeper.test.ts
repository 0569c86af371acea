import { expect, it } from 'vitest';
import type { Snapshot } from '../engine';
import type { NetworkBuffers } from './device/network-buffers';
import { createKeeper } from './keeper';
import type { Machine } from './machine';

/** A keeper of a network that needs no GPU; what is read back is counted. */
function kept() {
  let time = 0;
  let reads = 0;
  const network = { step: 0, averaging: false } as NetworkBuffers;
  const machine = { network } as Machine;
  const layer = () => [new Float32Array(3)];
  let weight = 1;
  const keeper = createKeeper(
    () => time,
    async (_, { step, averaging }) => {
      reads++;
      const weights = [new Float32Array(3).fill(weight)];
      const rest = { first: layer(), second: layer(), ...(averaging && { average: layer() }) };
      return { spec: {}, weights, step, ...rest } as Snapshot;
    },
  );
  return {
    keeper,
    network,
    machine,
    reads: () => reads,
    wait: (milliseconds: number) => (time += milliseconds),
    spoil: () => (weight = NaN),
  };
}

it('a second of training that ends, and a snapshot of its end, are one read-back', async () => {
  const { keeper, machine, network, reads, wait } = kept();
  for (let second = 1; second <= 10; second++) {
    for (let n = 0; n < 10; n++) {
      wait(100);
      network.step++;
      keeper.offer(machine, network);
    }
    await keeper.settle(machine, network);
    expect((await keeper.snapshot(machine, network)).step).toBe(network.step);
    expect(reads()).toBe(second);
  }
  // A longer training is copied now and then.
  for (let n = 0; n < 50; n++) {
    wait(100);
    network.step++;
    keeper.offer(machine, network);
    await Promise.resolve().then(() => undefined);
  }
  expect(reads()).toBeGreaterThanOrEqual(11);
  expect(reads()).toBeLessThanOrEqual(13);
});

it('a snapshot is of now, belongs to the caller, and is what a new machine starts from', async () => {
  const { keeper, machine, network, reads, spoil } = kept();
  await keeper.settle(machine, network);
  const first = await keeper.snapshot(machine, network);
  first.weights[0]!.fill(7);
  expect((await keeper.snapshot(machine, network)).weights[0]![0]).toBe(1);
  expect(reads()).toBe(1);
  network.step = 5;
  expect((await keeper.snapshot(machine, network)).step).toBe(5);
  expect(keeper.kept).toMatchObject({ step: 5 });
  network.averaging = true;
  expect((await keeper.snapshot(machine, network)).average).toBeDefined();
  expect(reads()).toBe(3);
  // Other buffers, other weights; and what is not finite is given, and not kept.
  const other = { ...network };
  machine.network = other;
  network.step = 6;
  other.step = 6;
  spoil();
  expect((await keeper.snapshot(machine, other)).weights[0]![0]).toBeNaN();
  expect(keeper.kept).toMatchObject({ step: 5 });
  keeper.keep(first);
  expect(keeper.kept).toEqual(first);
});
