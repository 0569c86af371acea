import { describe, expect, test } from 'vitest';
import { describe as inWords } from './gpu/device/adapter';
import { chooseEngine, findGpu, type GpuOffer } from './choose';

const hardware: GpuOffer = { state: 'hardware', name: 'intel xe' };
const software: GpuOffer = { state: 'software', name: 'SwiftShader' };

describe('chooseEngine', () => {
  test('takes a real GPU where there is one', () => {
    expect(chooseEngine('auto', hardware)).toEqual({
      kind: 'webgpu',
      reason: 'WebGPU is at work, on intel xe.',
    });
  });

  test.each([
    [software, 'SwiftShader, computes on the CPU anyway'],
    [{ state: 'no-adapter' } as const, 'found no GPU'],
    [{ state: 'unsupported' } as const, 'has no WebGPU'],
    [{ state: 'insecure' } as const, 'Without https'],
  ])('else takes the CPU and says why: %o', (offer, words) => {
    const choice = chooseEngine('auto', offer);
    expect(choice.kind).toBe('cpu');
    expect(choice.reason).toContain(words);
  });

  test('takes what is asked for, a software adapter included', () => {
    expect(chooseEngine('cpu', hardware).kind).toBe('cpu');
    expect(chooseEngine('webgpu', software).kind).toBe('webgpu');
    expect(chooseEngine('webgpu', software).reason).toContain('SwiftShader');
    // Firefox gives no name.
    const nameless: GpuOffer = {
      state: 'software',
      name: inWords({ isFallbackAdapter: true }).name,
    };
    expect(chooseEngine('webgpu', nameless).reason).toBe(
      'WebGPU is at work as asked, on a software stand-in, which computes on the CPU: the CPU engine is faster here.',
    );
    expect(chooseEngine('webgpu', hardware).kind).toBe('webgpu');
  });

  test('refuses WebGPU where there is none, and says what to do', () => {
    for (const state of ['no-adapter', 'unsupported', 'insecure'] as const) {
      expect(() => chooseEngine('webgpu', { state })).toThrow(/choose the CPU engine/);
    }
  });
});

describe('findGpu', () => {
  const gpu = (adapter: () => Promise<unknown>): GPU =>
    ({ requestAdapter: adapter }) as unknown as GPU;
  const adapter = (info: object): GPU => gpu(async () => ({ info }));

  test('tells a missing WebGPU from a missing adapter', async () => {
    expect(await findGpu(undefined)).toEqual({ state: 'unsupported' });
    expect(await findGpu(gpu(async () => null))).toEqual({ state: 'no-adapter' });
    const broken = gpu(() => Promise.reject(new Error('gone')));
    expect(await findGpu(broken)).toEqual({ state: 'no-adapter' });
  });

  test('waits for no answer for ever', async () => {
    const silent = await findGpu(
      gpu(() => new Promise(() => undefined)),
      1,
    );
    expect(silent).toEqual({ state: 'silent' });
    expect(chooseEngine('auto', silent)).toMatchObject({ kind: 'cpu' });
    expect(chooseEngine('auto', silent).reason).toContain('did not answer');
    expect(() => chooseEngine('webgpu', silent)).toThrow(/did not answer.*choose the CPU engine/);
  });

  test('asks an adapter without `info` as browsers did before', async () => {
    const asked = gpu(async () => ({
      requestAdapterInfo: async () => ({ vendor: 'google', architecture: 'swiftshader' }),
    }));
    expect(await findGpu(asked)).toEqual({ state: 'software', name: 'SwiftShader' });
    expect(await findGpu(gpu(async () => ({})))).toEqual({ state: 'hardware', name: 'this GPU' });
  });

  test.each([
    [{ vendor: 'google', architecture: 'swiftshader', device: '', description: '' }, 'software'],
    [{ vendor: 'mesa', description: 'llvmpipe (LLVM 15)' }, 'software'],
    [{ vendor: 'microsoft', description: 'Microsoft Basic Render Driver' }, 'software'],
    [{ vendor: 'acme', architecture: 'x', isFallbackAdapter: true }, 'software'],
    [{ vendor: 'nvidia', architecture: 'hopper' }, 'hardware'],
    [{}, 'hardware'],
  ])('tells software adapters from real ones: %o', async (info, state) => {
    expect(await findGpu(adapter(info))).toMatchObject({ state });
  });
});
