/** A device that is lost: the engine asks for another, goes back to its last snapshot and goes on. */
import { afterEach, expect, test } from 'vitest';
import { slice } from '../../data/image-set';
import { settingsOf, trainFor } from '../conformance/context';
import { learnable, TEST, TRAIN } from '../conformance/fixture';
import type { Engine } from '../engine';
import { createGpuEngine } from './engine';
import { expectNoErrors, requestCheckedDevice } from './test-device';

afterEach(expectNoErrors);

async function loaded(
  recover: boolean,
): Promise<{ engine: Engine; lose: () => void; asked: () => number }> {
  let device = await requestCheckedDevice();
  let asked = 0;
  const engine = await createGpuEngine({
    device,
    label: 'WebGPU - test',
    ...(recover
      ? {
          requestDevice: async () => {
            asked++;
            device = await requestCheckedDevice();
            return device;
          },
        }
      : {}),
  });
  await engine.setNetwork(learnable());
  await engine.setData('train', TRAIN);
  await engine.setData('test', TEST);
  await engine.configure(settingsOf({ epochs: 1000, batch: 20, ema: 0.9 }));
  return { engine, lose: () => device.destroy(), asked: () => asked };
}

test('idle: everything is as it was at the end of training', async () => {
  const { engine, lose, asked } = await loaded(true);
  await trainFor(engine, 7);
  const before = await engine.snapshot();
  const evaluated = await engine.evaluate('test');
  lose();
  expect(await engine.snapshot()).toEqual(before);
  expect(await engine.evaluate('test')).toEqual(evaluated);
  expect(asked()).toBe(1);
  expect(await engine.run(slice(TEST, 0, 1))).toHaveLength(1);
  const { end } = await trainFor(engine, 3);
  expect(end).toEqual({ step: 10, reason: 'steps' });
  await engine.dispose();
});

test('the same weights as without a loss: training goes on bit for bit from the snapshot', async () => {
  const { engine, lose } = await loaded(true);
  await trainFor(engine, 12);
  const wanted = await engine.readWeights();
  await engine.setNetwork(learnable());
  await trainFor(engine, 5);
  lose();
  await trainFor(engine, 7);
  expect(await engine.readWeights()).toEqual(wanted);
  await engine.dispose();
});

test('while training: it goes on, and reaches the step that was asked for', async () => {
  const { engine, lose, asked } = await loaded(true);
  const steps: number[] = [];
  let first = true;
  const end = await engine.train(400, (reports) => {
    steps.push(...reports.map((report) => report.step));
    if (first) lose();
    first = false;
  });
  expect(end).toEqual({ step: 400, reason: 'steps' });
  expect(asked()).toBe(1);
  expect(steps[steps.length - 1]).toBe(400);
  // From the loss on, the steps since the last snapshot are made again.
  const back = steps.findIndex((step, n) => n > 0 && step <= steps[n - 1]!);
  expect(back).toBeGreaterThan(0);
  expect((await engine.readWeights()).weights[0]!.every(Number.isFinite)).toBe(true);
  await engine.dispose();
});

test('with no other device to be had, it says so once and refuses from then on', async () => {
  const { engine, lose } = await loaded(false);
  const messages: string[] = [];
  engine.onLost = (message) => messages.push(message);
  const training = engine.train(Infinity, () => {
    lose();
  });
  await expect(training).rejects.toThrow(/The GPU was lost and could not be had again/);
  await expect(engine.snapshot()).rejects.toThrow(/could not be had again/);
  await expect(engine.run(slice(TEST, 0, 1))).rejects.toThrow(/The GPU was lost/);
  expect(messages).toHaveLength(1);
  await engine.dispose();
});

test('a driver that gives only devices that are lost is not asked without an end', async () => {
  const device = await requestCheckedDevice();
  let asked = 0;
  const engine = await createGpuEngine({
    device,
    label: 'WebGPU - test',
    requestDevice: async () => {
      asked++;
      const lost = await requestCheckedDevice();
      lost.destroy();
      return lost;
    },
  });
  await engine.setNetwork(learnable());
  device.destroy();
  await expect(engine.run(slice(TEST, 0, 1))).rejects.toThrow(
    'The GPU was lost and could not be had again at once (each device is lost as soon as it is opened).',
  );
  expect(asked).toBe(3);
  await engine.dispose();
});

test('training can be stopped while the device is being replaced', async () => {
  const { engine, lose } = await loaded(true);
  let stopping: Promise<void> | undefined;
  const training = engine.train(Infinity, () => {
    if (stopping) return;
    lose();
    stopping = engine.stop();
  });
  expect((await training).reason).toBe('stopped');
  await stopping;
  await engine.dispose();
});
