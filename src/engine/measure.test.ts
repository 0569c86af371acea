import { expect, test } from 'vitest';
import { createReferenceEngine } from './reference/reference';
import type { Engine } from './engine';
import {
  compareEngines,
  comparisonWords,
  fasterOf,
  madeUpImages,
  measureEngine,
  readComparison,
} from './measure';

/** An engine that does nothing but let a clock run on: `first` milliseconds once, then `step` a step. */
function fake(clock: { time: number }, step: number, first = 0) {
  const log: string[] = [];
  const made = { steps: 0 };
  const engine = {
    configure: async () => undefined,
    setData: async () => undefined,
    setNetwork: async () => void log.push('network'),
    train: async (steps: number) => {
      log.push(`train ${steps}`);
      clock.time += steps * step + (made.steps === 0 ? first : 0);
      made.steps += steps;
      return { step: made.steps, reason: 'steps' };
    },
    dispose: async () => void log.push('disposed'),
  };
  return { engine: engine as unknown as Engine, log };
}

const clocks = (clock: { time: number }) => ({ now: () => clock.time, today: () => 1e12 });

test('counts the fastest of three times after the first steps', async () => {
  const clock = { time: 5 };
  const { engine, log } = fake(clock, 2, 5000);
  expect(await measureEngine(engine, clocks(clock))).toBeCloseTo(32_000, 6);
  expect(log).toEqual(['network', ...[12, 16, 32, 64, 64, 64].map((steps) => `train ${steps}`)]);
  // Something else holds the first two of them up.
  const { engine: slow, log: calls } = fake(clock, 2);
  const train = slow.train.bind(slow);
  slow.train = (steps, ...rest) => {
    if (calls.length < 4) clock.time += 500;
    return train(steps, ...rest);
  };
  expect(await measureEngine(slow, clocks(clock))).toBeCloseTo(32_000, 6);
});

test('a clock that stands still ends it all the same', async () => {
  const clock = { time: 0 };
  const { engine } = fake(clock, 0);
  expect(await measureEngine(engine, clocks(clock))).toBeGreaterThan(0);
});

test('compares both, one after the other, and closes them', async () => {
  const clock = { time: 0 };
  const engines = { cpu: fake(clock, 2), webgpu: fake(clock, 1) };
  const found = await compareEngines(async (kind) => engines[kind].engine, clocks(clock));
  expect(found).toEqual({ cpu: 32_000, webgpu: 64_000, when: 1e12 });
  expect(fasterOf(found)).toBe('webgpu');
  for (const { log } of Object.values(engines)) expect(log.at(-1)).toBe('disposed');
});

test('an executor that does not start, or fails at work, counts as none', async () => {
  const clock = { time: 0 };
  const broken = fake(clock, 1);
  broken.engine.train = () => Promise.reject(new Error('device lost'));
  const cpu = fake(clock, 2).engine;
  const open = (webgpu: () => Promise<Engine>) => (kind: string) =>
    kind === 'cpu' ? Promise.resolve(cpu) : webgpu();
  for (const webgpu of [() => Promise.reject(new Error('none')), async () => broken.engine]) {
    const found = await compareEngines(open(webgpu), clocks(clock));
    expect(found).toMatchObject({ webgpu: 0 });
    expect(fasterOf(found)).toBe('cpu');
    expect(comparisonWords(found)).toContain('WebGPU does not train here');
  }
  expect(broken.log.at(-1)).toBe('disposed');
});

test('says both figures and the day', () => {
  expect(comparisonWords({ cpu: 44_321, webgpu: 61_499, when: Date.UTC(2026, 10, 24, 12) })).toBe(
    'WebGPU trains 61,000 images a second here and the CPU engine 44,000 (measured on 24 Nov 2026).',
  );
  expect(comparisonWords({ cpu: 444, webgpu: 61.4, when: 0 })).toContain('61 images a second');
});

test('reads what was kept and nothing else', () => {
  const kept = { cpu: 1, webgpu: 2, when: 3 };
  expect(readComparison(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  for (const wrong of [undefined, null, 7, {}, { ...kept, cpu: '1' }, { ...kept, when: -1 }])
    expect(readComparison(wrong)).toBeUndefined();
});

test('its images can be learned', async () => {
  const set = madeUpImages();
  const lit = set.images.filter((byte) => byte > 25).length / set.count;
  expect(lit).toBe(132);
  const engine = createReferenceEngine();
  expect(await measureEngine(engine, { now: () => performance.now() * 100 })).toBeGreaterThan(0);
  await engine.setData('test', set);
  expect((await engine.evaluate('test', { limit: 200 })).accuracy).toBeGreaterThan(0.9);
});
