import { describe as suite, expect, test } from 'vitest';
import { describe, findAdapter, requestGpu, type GpuEntry } from './adapter';
import { NEEDS } from './needs';

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

  /** An adapter that gives a device as `give` does, and writes down what it was asked for. */
  function giving(give: (asked: GPUDeviceDescriptor) => Promise<object>, limits: object = LARGE) {
    const asked: GPUDeviceDescriptor[] = [];
    const adapter = {
      limits,
      features: new Set(['timestamp-query']),
      info: info({ vendor: 'nvidia' }),
      requestDevice(descriptor: GPUDeviceDescriptor) {
        asked.push(descriptor);
        return give(descriptor);
      },
    };
    return { asked, gpu: entry(async () => adapter) };
  }
  const LARGE = { maxStorageBufferBindingSize: 4e9, maxBufferSize: 8e9 };

  test('where the device is refused', async () => {
    const { gpu, asked } = giving(() => Promise.reject(new Error('out of memory')));
    await expect(requestGpu(gpu)).rejects.toThrow(/could not be opened \(out of memory\)/);
    expect(asked).toHaveLength(2);
  });

  test('a driver that does not give what it promised is asked for less', async () => {
    const device = { limits: { ...NEEDS } };
    const { gpu, asked } = giving(async ({ requiredLimits }) => {
      if (requiredLimits) throw new Error('limits');
      return device;
    });
    expect((await requestGpu(gpu)).device).toBe(device);
    expect(asked.map((request) => request.requiredLimits)).toEqual([LARGE, undefined]);
  });

  test('limits that a browser does not name are not asked for', async () => {
    const { gpu, asked } = giving(async () => ({ limits: {} }), { maxBufferSize: 5 });
    await requestGpu(gpu);
    expect(asked[0]!.requiredLimits).toEqual({ maxBufferSize: 5 });
  });

  test('a device below what the kernels need is given back, and named', async () => {
    let destroyed = 0;
    const { gpu } = giving(async () => ({
      limits: { ...NEEDS, maxStorageBuffersPerShaderStage: 4 },
      destroy: () => destroyed++,
    }));
    await expect(requestGpu(gpu)).rejects.toThrow(
      'The GPU is too small (maxStorageBuffersPerShaderStage is 4, and the kernels need 8): use the CPU instead.',
    );
    expect(destroyed).toBe(1);
  });

  test('without an adapter of WebGPU proper one of the compatibility mode is taken', async () => {
    const compatible = { info: info({ vendor: 'arm' }) };
    const levels: unknown[] = [];
    const gpu = {
      async requestAdapter({ featureLevel }: GPURequestAdapterOptions) {
        levels.push(featureLevel);
        return featureLevel === 'compatibility' ? compatible : null;
      },
    } as unknown as GpuEntry;
    expect(await findAdapter(gpu)).toBe(compatible);
    expect(levels).toEqual([undefined, 'compatibility']);
  });
});
