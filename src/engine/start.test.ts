import { expect, test } from 'vitest';
import type { GpuOffer } from './choose';
import type { Engine } from './engine';
import { comparisonKey, createStarter } from './start';

const hardware: GpuOffer = { state: 'hardware', name: 'intel xe' };
const software: GpuOffer = { state: 'software', name: 'SwiftShader' };

/** A starter whose engines take a given time a step, on a clock that only they move. */
function fake(gpu: GpuOffer, stepTimes: { cpu: number; webgpu: number | null }) {
  const kept = new Map<string, unknown>();
  let time = 0;
  const starter = createStarter(
    { get: (key) => kept.get(key), set: (key, value) => kept.set(key, value) },
    {
      findGpu: async () => gpu,
      async open(kind) {
        const step = stepTimes[kind];
        if (step === null) throw new Error('no device');
        const nothing = async () => undefined;
        const train = async (steps: number) => void (time += steps * step);
        const engine = { kind, configure: nothing, setData: nothing, setNetwork: nothing, train };
        return { ...engine, dispose: nothing } as unknown as Engine;
      },
      cores: 4,
      now: () => time,
      today: () => Date.UTC(2026, 10, 24, 12),
    },
  );
  return { starter, kept };
}

test('starts on a real GPU before anything is measured, and says that it may be', async () => {
  const { starter } = fake(hardware, { cpu: 1, webgpu: 2 });
  const { engine, reason, unmeasured } = await starter.start('auto');
  expect([engine.kind, reason, unmeasured]).toEqual([
    'webgpu',
    'WebGPU is at work, on intel xe.',
    true,
  ]);
});

test.each([
  ['cpu', { cpu: 1, webgpu: 2 }],
  ['webgpu', { cpu: 2, webgpu: 1 }],
] as const)('once measured, starts the faster one: %s', async (faster, times) => {
  const { starter, kept } = fake(hardware, times);
  const comparison = await starter.measure();
  expect(comparison[faster]).toBe(64_000);
  expect([...kept.keys()]).toEqual([comparisonKey('intel xe', 4)]);
  const { engine, reason, unmeasured } = await starter.start('auto');
  expect([engine.kind, unmeasured]).toEqual([faster, false]);
  expect(reason).toContain('measured on 24 Nov 2026');
  // An engine that is asked for by name is started, whatever was measured.
  expect((await starter.start('webgpu')).engine.kind).toBe('webgpu');
  expect((await starter.start('cpu')).engine.kind).toBe('cpu');
});

test('a software adapter is measured only when asked to', async () => {
  const { starter } = fake(software, { cpu: 1, webgpu: 20 });
  expect(await starter.start('auto')).toMatchObject({
    engine: { kind: 'cpu' },
    unmeasured: false,
  });
  await starter.measure();
  expect((await starter.start('auto')).reason).toContain('3,000 images a second');
});

test('a GPU that does not start loses the comparison, and the CPU takes over', async () => {
  const { starter } = fake(hardware, { cpu: 1, webgpu: null });
  expect(await starter.start('auto')).toMatchObject({
    engine: { kind: 'cpu' },
    reason: 'WebGPU did not start (no device), so the CPU engine is at work.',
  });
  expect((await starter.measure()).webgpu).toBe(0);
  expect((await starter.start('auto')).reason).toContain('WebGPU does not train here');
});

test('without WebGPU there is nothing to compare', async () => {
  const { starter } = fake({ state: 'unsupported' }, { cpu: 1, webgpu: 1 });
  await expect(starter.measure()).rejects.toThrow(/nothing to compare/);
});
