/** What training needs on the GPU is made at its first call, and kept for the next: the page asks for a stretch about once a second. */
import { afterEach, expect, test, vi } from 'vitest';
import { settingsOf } from '../conformance/context';
import { learnable, TEST, TRAIN } from '../conformance/fixture';
import { createGpuEngine } from './engine';
import { expectNoErrors, requestCheckedDevice } from './test-device';

afterEach(expectNoErrors);

test.each(['none', 'affine+elastic'] as const)(
  'of ten trainings in the layout for real GPUs the first makes all buffers, bind groups and pipelines (distortion: %s)',
  async (distort) => {
    const device = await requestCheckedDevice();
    const engine = await createGpuEngine({ device, label: 'WebGPU - test', tuneFor: 'hardware' });
    await engine.setNetwork(learnable());
    await engine.setData('train', TRAIN);
    await engine.setData('test', TEST);
    // Of so large a batch fewer steps make a submit than of a small one.
    await engine.configure(settingsOf({ epochs: 1000, batch: 300, distort }));
    const made = [
      vi.spyOn(device, 'createBuffer'),
      vi.spyOn(device, 'createBindGroup'),
      vi.spyOn(device, 'createComputePipelineAsync'),
    ];
    const counts: number[][] = [];
    for (let n = 0; n < 10; n++) {
      for (const spy of made) spy.mockClear();
      await engine.train(1, () => undefined);
      counts.push(made.map((spy) => spy.mock.calls.length));
    }
    expect(Math.min(...counts[0]!)).toBeGreaterThan(0);
    expect(counts.slice(1)).toEqual(Array.from({ length: 9 }, () => [0, 0, 0]));
    await engine.dispose();
  },
);
