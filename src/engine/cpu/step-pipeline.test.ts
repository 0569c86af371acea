import { expect, test, vi } from 'vitest';
import { parseNetwork } from '../../model/validate';
import { settingsOf } from '../conformance/context';
import { randomNetwork } from '../conformance/networks';
import { shapeSet } from '../conformance/samples';
import { createBatchSource, type BatchSource } from '../shared/batch';
import { createEncodedSet } from './encoded-set';
import { plainKernels } from './plain';
import { loadNetwork } from './state';
import { createStepPipeline, type StepOrder } from './step-pipeline';

const set = shapeSet(9, 9, 4, 12, 5);
const settings = settingsOf({ batch: 4 });

/** Three steps an epoch, and what the kernels are asked for. */
async function pipeline() {
  const spec = parseNetwork({ input: { width: 9, height: 9 }, layers: [12, 4] });
  const network = await plainKernels.open(spec, 4, false);
  loadNetwork(network.memory, randomNetwork(spec, 3, set.images));
  const encode = vi.spyOn(network.kernels, 'encode');
  const forwardBackward = vi.spyOn(network.kernels, 'forwardBackward');
  const update = vi.spyOn(network.kernels, 'update');
  const encoded = createEncodedSet(set, () => network);
  const keep = vi.spyOn(encoded, 'keep');
  const { step, ...rest } = createStepPipeline(network);
  const batches = vi.fn<BatchSource>(createBatchSource());
  const make = (n: number, order: Partial<StepOrder> = {}): number =>
    step(
      { set, batches, encoded: () => encoded },
      { step: n, settings, rate: 0.01, newAverage: false, goesOn: true, ...order },
    ).images;
  /** Whether the kernels began each step with what its predecessor had worked out. */
  const begun = (): unknown[] => forwardBackward.mock.calls.map(([, , , ahead]) => ahead);
  /** Samples of the next batch that each update was told of. */
  const ahead = (): unknown[] => update.mock.calls.map(([, , , next]) => next);
  return { make, begun, ahead, encode, keep, batches, ...rest };
}

test('every batch is assembled, encoded and kept once, and begun with the step before', async () => {
  const { make, begun, ahead, encode, keep, batches } = await pipeline();
  expect([0, 1, 2, 3, 4, 5].map((n) => make(n, { goesOn: n < 5 }))).toEqual([4, 4, 4, 4, 4, 4]);
  expect(batches.mock.calls.map(([, step]) => step)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(begun()).toEqual([false, true, true, true, true, true]);
  expect(ahead()).toEqual([4, 4, 4, 4, 4, undefined]);
  // The second epoch finds the spikes of the first.
  expect(encode).toHaveBeenCalledTimes(3);
  expect(keep).toHaveBeenCalledTimes(3);
});

test('a batch is not taken for begun where something else was asked of the kernels', async () => {
  const { make, begun, batches, interrupted } = await pipeline();
  make(0);
  interrupted();
  make(1);
  make(2);
  expect(begun()).toEqual([false, false, true]);
  // The batch's spikes were still in the memory: it was not assembled again.
  expect(batches.mock.calls.map(([, step]) => step)).toEqual([0, 1, 2, 3]);
});

test.each<[string, Partial<StepOrder>]>([
  ['another step', { step: 3 }],
  ['other settings', { settings: settingsOf({ batch: 4, distort: 'shift' }) }],
])('a batch that was got ready for %s is assembled anew', async (_, order) => {
  const { make, begun, batches } = await pipeline();
  make(0);
  make(1, order);
  expect(begun()).toEqual([false, false]);
  expect(batches).toHaveBeenCalledTimes(4);
});

test('a pipeline that is cleared begins anew', async () => {
  const { make, begun, batches, clear } = await pipeline();
  make(0);
  clear();
  make(1);
  expect(begun()).toEqual([false, false]);
  expect(batches.mock.calls.map(([, step]) => step)).toEqual([0, 1, 1, 2]);
});
