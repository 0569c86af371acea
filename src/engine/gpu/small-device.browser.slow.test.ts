/** A device of the compatibility mode, with the least limits and none of the features that only some have: the same weights, bit for bit. */
import { afterEach, expect, test } from 'vitest';
import { settingsOf, trainFor } from '../conformance/context';
import { learnable, TEST, TRAIN } from '../conformance/fixture';
import { createGpuEngine } from './engine';
import { expectNoErrors, requestCheckedDevice } from './test-device';

afterEach(expectNoErrors);

async function compatibleDevice(): Promise<GPUDevice> {
  const adapter = await navigator.gpu.requestAdapter({ featureLevel: 'compatibility' });
  const device = await adapter!.requestDevice();
  expect([...device.features]).not.toContain('core-features-and-limits');
  expect([...device.features].filter((name) => /subgroups|timestamp|f16/.test(name))).toEqual([]);
  expect(device.limits.maxComputeInvocationsPerWorkgroup).toBeLessThan(256);
  return device;
}

/** Weights after 12 steps, and how sure they are. */
async function trained(device: GPUDevice, tuneFor: 'software' | 'hardware'): Promise<unknown> {
  const engine = await createGpuEngine({ device, label: 'WebGPU - test', tuneFor });
  await engine.setNetwork(learnable({ convolutions: [{ channels: 4, kernel: 3, stride: 2 }] }));
  await engine.setData('train', TRAIN);
  await engine.setData('test', TEST);
  await engine.configure(settingsOf({ batch: 20, ema: 0.9, distort: 'affine+elastic' }));
  await trainFor(engine, 12);
  const found = [await engine.readWeights(), await engine.evaluate('test')];
  await engine.dispose();
  return found;
}

test.each(['software', 'hardware'] as const)('laid out for %s', async (tuneFor) => {
  expect(await trained(await compatibleDevice(), tuneFor)).toEqual(
    await trained(await requestCheckedDevice(), tuneFor),
  );
});
