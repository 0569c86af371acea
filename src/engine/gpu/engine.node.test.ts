/** Sentences where WebGPU cannot be had in Node; that it works where it can be had is shown by `npm run test:dawn`. */
import { expect, test } from 'vitest';
import { createNodeGpuEngine } from './engine.node';

test('the package is missing', async () => {
  const missing = (): Promise<never> => Promise.reject(new Error("Cannot find package 'webgpu'"));
  await expect(createNodeGpuEngine(missing)).rejects.toThrow(
    /needs the npm package webgpu: run "npm install --no-save webgpu@[\d.]+", or use --engine cpu\./,
  );
});

test('there is no adapter', async () => {
  const gpu = { requestAdapter: async () => null };
  await expect(createNodeGpuEngine(async () => ({ create: () => gpu }))).rejects.toThrow(
    'There is no graphics adapter for WebGPU on this machine (WebGPU found no graphics adapter to run on): install a Vulkan driver, or use --engine cpu.',
  );
});
