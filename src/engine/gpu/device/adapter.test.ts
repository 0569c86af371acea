import { describe as suite, expect, test } from 'vitest';
import { describe, requestGpu, type GpuEntry } from './adapter';

const info = (words: Partial<GPUAdapterInfo>): Parameters<typeof describe>[0] => ({
  vendor: '',
  architecture: '',
  device: '',
  description: '',
  ...words,
});

const entry = (requestAdapter: () => Promise<unknown>): GpuEntry =>
  ({ requestAdapter }) as unknown as GpuEntry;

/** Names of adapters that have none of their own, by label. */
const NAMELESS: Record<string, string> = {
  WebGPU: 'this GPU',
  'WebGPU - software': 'a software stand-in',
};

suite('an adapter in words', () => {
  test.each([
    [{ vendor: 'google', architecture: 'swiftshader' }, true, 'WebGPU - SwiftShader'],
    [{ description: 'llvmpipe (LLVM 15.0.6, 256 bits)' }, true, 'WebGPU - llvmpipe'],
    [
      { description: 'Microsoft Basic Render Driver' },
      true,
      'WebGPU - Microsoft Basic Render Driver',
    ],
    [{ isFallbackAdapter: true }, true, 'WebGPU - software'],
    [{ vendor: 'nvidia', architecture: 'hopper' }, false, 'WebGPU - nvidia hopper'],
    [{ description: 'Apple M2' }, false, 'WebGPU - Apple M2'],
    [{ isFallbackAdapter: false }, false, 'WebGPU'],
  ])('%o', (words, software, label) => {
    expect(describe(info(words))).toEqual({
      software,
      label,
      name: NAMELESS[label] ?? label.replace('WebGPU - ', ''),
    });
  });
});

suite('requestGpu', () => {
  test('without WebGPU', async () => {
    await expect(requestGpu(undefined)).rejects.toThrow(/has no WebGPU: use the CPU/);
  });

  test('without an adapter', async () => {
    const none = entry(async () => null);
    await expect(requestGpu(none)).rejects.toThrow(/found no graphics adapter/);
  });

  test('where asking fails', async () => {
    const broken = entry(() => Promise.reject(new Error('no driver')));
    await expect(requestGpu(broken)).rejects.toThrow(/could not start \(no driver\)/);
  });

  test('where the device is refused', async () => {
    const refusing = entry(async () => ({
      limits: {},
      features: new Set(),
      info: info({ vendor: 'nvidia' }),
      requestDevice: () => Promise.reject(new Error('out of memory')),
    }));
    await expect(requestGpu(refusing)).rejects.toThrow(/could not be opened \(out of memory\)/);
  });
});
