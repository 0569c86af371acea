import { expect, test, vi } from 'vitest';
import { parseNetwork } from '../../model/validate';
import { bytesOf, settingsOf } from '../conformance/context';
import { randomNetwork } from '../conformance/networks';
import { shapeSet } from '../conformance/samples';
import { yieldToEventLoop } from '../shared/yield-to-event-loop';
import { paceClock } from '../shared/clock.test-data';
import { createCpuEngine } from './engine';
import { plainKernels } from './plain';
import type { KernelProvider } from './network-kernels';
import { chooseKernels } from './choose-kernels';

/** More images than are encoded at a time. */
const set = shapeSet(9, 9, 4, 2500, 5);
const network = randomNetwork(
  parseNetwork({ input: { width: 9, height: 9 }, layers: [12, 4] }),
  3,
  set.images,
);

// Undistorted images are encoded once and their spikes kept, also where a training finds them missing in the middle of its work.
const providers: [string, () => Promise<KernelProvider>][] = [
  ['WebAssembly', () => chooseKernels({})],
  ['plain', () => Promise.resolve(plainKernels)],
];

test.each(providers)('distortion can be switched off in mid-training: %s', async (_, open) => {
  const weights: number[][][] = [];
  for (const first of ['none', 'shift'] as const) {
    const engine = await createCpuEngine({ provider: await open() });
    await engine.setData('train', set);
    await engine.setNetwork(network);
    await engine.configure(settingsOf({ batch: 2, distort: first }));
    // The settings change after training was asked for and before its first step: from that step on the new ones hold.
    const training = engine.train(30, () => undefined);
    await engine.configure(settingsOf({ batch: 2 }));
    expect((await training).step).toBe(30);
    weights.push(bytesOf((await engine.readWeights()).weights));
    await engine.dispose();
  }
  expect(weights[1]).toEqual(weights[0]);
});

test.each(providers)(
  'a set of which a training has encoded some is evaluated, and trained on: %s',
  async (_, open) => {
    const engine = await createCpuEngine({ provider: await open() });
    await engine.setData('train', set);
    await engine.setNetwork(network);
    await engine.configure(settingsOf({ batch: 50, epochs: 2 }));
    await engine.train(20, () => undefined);
    const fresh = await createCpuEngine({ provider: await open() });
    await fresh.setData('train', set);
    await fresh.setNetwork(await engine.snapshot());
    await fresh.configure(settingsOf({ batch: 50, epochs: 2 }));
    expect(await engine.evaluate('train')).toEqual(await fresh.evaluate('train'));
    // In one engine the training has encoded a part of the images and the evaluation the rest, in the other the evaluation all of them.
    for (const each of [engine, fresh]) await each.train(60, () => undefined);
    expect(bytesOf((await engine.readWeights()).weights)).toEqual(
      bytesOf((await fresh.readWeights()).weights),
    );
    for (const each of [engine, fresh]) await each.dispose();
  },
);

test.each([
  ['a call waits', true, 0, 29, 31],
  ['none waits, nor is a slice of time over', false, 0, 0, 2],
  ['none waits, but a slice of time is over', false, 60, 29, 31],
])('turns of the event loop while it trains 30 steps: %s', async (_, waits, pace, least, most) => {
  paceClock(pace);
  const engine = await createCpuEngine({ provider: plainKernels, isCalled: () => waits });
  await engine.setData('train', set);
  await engine.setNetwork(network);
  await engine.configure(settingsOf({ batch: 1 }));
  let turns = 0;
  let over = false;
  const count = async (): Promise<void> => {
    for (; !over; turns++) await yieldToEventLoop();
  };
  const counted = count();
  await engine.train(30, () => undefined);
  over = true;
  await counted;
  expect(turns).toBeGreaterThanOrEqual(least);
  expect(turns).toBeLessThanOrEqual(most);
  await engine.dispose();
});

test.each(['adam', 'sgd'] as const)(
  'of a gradient long ago 0 is left, not a number so small that processors are slow with it: %s',
  async (optimizer) => {
    const engine = await createCpuEngine();
    // Blank images: no weight gets a gradient.
    await engine.setData('train', { ...set, images: new Uint8Array(set.images.length) });
    await engine.setNetwork(network);
    const { weights, ...fresh } = await engine.snapshot();
    const first = fresh.first.map((moments) => moments.map((_, n) => (n % 2 ? 1e-29 : 1e-3)));
    await engine.setNetwork({ ...fresh, weights, first });
    await engine.configure(settingsOf({ batch: 50, optimizer, learningRate: 1e-6 }));
    await engine.train(40, () => undefined);
    const after = await engine.snapshot();
    for (const [l, moments] of after.first.entries()) {
      // 0.9^40 is 0.015.
      expect([...moments].filter((m, n) => (n % 2 ? m !== 0 : m < 1e-5))).toEqual([]);
      expect([...after.weights[l]!].filter((_, n) => n % 2)).toEqual(
        [...weights[l]!].filter((_, n) => n % 2),
      );
    }
    await engine.dispose();
  },
);

/** Two threads, of which the helper does as `attach` says. By a batch of so many the work is shared, or too little for that. */
async function withHelper(attach: () => Promise<void>, batch = 80) {
  const pool = { helpers: 1, attach, dispose: vi.fn<() => void>() };
  const engine = await createCpuEngine({ threads: 2, spawnThreads: async () => pool });
  expect(engine.label).toBe('CPU (WebAssembly, 2 threads)');
  await engine.setData('train', set);
  await engine.configure(settingsOf({ batch }));
  await engine.setNetwork(network);
  return { engine, pool };
}

test('a helper that does not start is done without, and the label says so', async () => {
  const { engine, pool } = await withHelper(() => Promise.reject(new Error('it did not start')));
  expect(engine.label).toBe('CPU (WebAssembly)');
  expect(pool.dispose).toHaveBeenCalledOnce();
  expect(await engine.train(3, () => undefined)).toEqual({ step: 3, reason: 'steps' });
});

test('a helper that sleeps is not woken for the work of a moment', async () => {
  const { engine } = await withHelper(() => Promise.resolve(), 20);
  expect(await engine.train(3, () => undefined)).toEqual({ step: 3, reason: 'steps' });
});

test('an engine whose helper has gone says once that it is lost', async () => {
  vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
  const { engine } = await withHelper(() => Promise.resolve());
  const lost = vi.fn<(message: string) => void>();
  engine.onLost = lost;
  await expect(engine.train(3, () => undefined)).rejects.toThrow(/does not answer any more/);
  expect(lost.mock.calls).toEqual([['A thread of the CPU engine does not answer any more.']]);
  await engine.dispose();
});
