/** What training asks of the GPU, call by call, in both layouts: nothing is made twice, and little goes to and fro. */
import { afterEach, describe, expect, test } from 'vitest';
import { settingsOf } from '../conformance/context';
import { learnable, TEST, TRAIN } from '../conformance/fixture';
import type { Engine } from '../engine';
import type { TrainingSettings } from '../../model/training';
import { TOTALS } from './batch/record';
import type { Tuning } from './device/adapter';
import { countCalls, type Counted } from './device/counted';
import { STEP } from './device/step';
import { createGpuEngine } from './engine';
import { expectNoErrors, requestCheckedDevice } from './test-device';

afterEach(expectNoErrors);

/** Of every step comes back as much. */
const REPORT = TOTALS.words * 4;

/** A clock that only goes on when reports come back: by `step` milliseconds for each step. */
interface Clock {
  now: () => number;
  step: number;
}

function clockOfReports(device: GPUDevice): Clock {
  let time = 0;
  const createBuffer = device.createBuffer.bind(device);
  device.createBuffer = (descriptor: GPUBufferDescriptor) => {
    const buffer = createBuffer(descriptor);
    const getMappedRange = buffer.getMappedRange.bind(buffer);
    buffer.getMappedRange = (offset?: number, size?: number) => {
      if (descriptor.label?.startsWith('Trainer.staging')) time += (size! / REPORT) * clock.step;
      return getMappedRange(offset, size);
    };
    return buffer;
  };
  const clock = { now: () => time, step: 1 };
  return clock;
}

const settings = (changes: Partial<TrainingSettings>): TrainingSettings =>
  settingsOf({ epochs: 10_000, ...changes });

async function counted(
  tuneFor: Tuning,
  changes: Partial<TrainingSettings>,
): Promise<{ engine: Engine; counter: Counted; clock: Clock }> {
  const device = await requestCheckedDevice();
  const clock = clockOfReports(device);
  const { now } = clock;
  const counter = countCalls(device);
  const engine = await createGpuEngine({ device, label: 'WebGPU - test', tuneFor, now });
  await engine.setNetwork(learnable());
  await engine.setData('train', TRAIN);
  await engine.setData('test', TEST);
  await engine.configure(settings(changes));
  return { engine, counter, clock };
}

const none = (): undefined => undefined;

describe.each(['software', 'hardware'] as const)('laid out for %s', (tuneFor) => {
  test.each(['none', 'affine+elastic'] as const)(
    'the first training makes all buffers, bind groups and pipelines, nine more none; calls and bytes of 220 steps (distortion: %s)',
    async (distort) => {
      // Of so large a batch fewer steps make a submit than of a small one.
      const { engine, counter } = await counted(tuneFor, { batch: 300, distort });
      counter.take();
      const made: number[][] = [];
      for (let n = 0; n < 10; n++) {
        await engine.train(1, none);
        const { buffers, bindGroups, pipelines } = counter.take();
        made.push([buffers, bindGroups, pipelines]);
      }
      expect(Math.min(...made[0]!)).toBeGreaterThan(0);
      expect(made.slice(1)).toEqual(Array.from({ length: 9 }, () => [0, 0, 0]));

      await engine.configure(settings({ batch: 20, distort }));
      const steps = 220;
      await engine.setNetwork(learnable());
      await engine.train(steps, none);
      counter.take();
      await engine.train(steps, none);
      // 20 epochs of 203 images, the last of 11 batches with 3 of them.
      const images = 20 * 203;
      const submits = Math.ceil(steps / (tuneFor === 'software' ? 8 : 10));
      // Distorted images are made on the GPU, from 11 words each, or come from the processor.
      const onGpu = tuneFor === 'hardware' && distort !== 'none';
      const sent = distort === 'none' ? 0 : images * 4 * (onGpu ? 11 : 21);
      // A step has 8, a submit 3 more, and 4 where the GPU distorts.
      const dispatches = steps * 8 + submits * (onGpu ? 7 : 3);
      // The network is copied at the end: weights and Adam's moments, in fours.
      const copy = 3 * 16 * (81 * 6 + 24);
      expect(counter.take()).toEqual({
        buffers: 0,
        bindGroups: 0,
        pipelines: 0,
        submits: submits + 1,
        dispatches,
        // The Step is bound once a step, and at the beginning and at the end of a submit.
        passCalls: 3 * dispatches + steps + 2 * submits,
        writes: submits * (sent > 0 ? 3 : 2) + 1,
        bytesWritten: images * 8 + sent + (steps + submits) * STEP.size + 4,
        bytesCopied: steps * REPORT + copy,
        readBacks: submits + 1,
        bytesRead: steps * REPORT + copy,
        mostUnderWay: 3,
      });
      await engine.dispose();
    },
  );

  test('a submit holds as many steps as take 10 ms, on a software adapter 30', async () => {
    const { engine, counter, clock } = await counted(tuneFor, { batch: 20 });
    const [most, time] = tuneFor === 'software' ? [8, 30] : [128, 10];
    for (const { step, warm, held } of [
      { step: 2 * time, warm: 4, held: 1 },
      { step: time / 4, warm: 64, held: 4 },
      { step: 0.01, warm: 1100, held: most },
    ]) {
      clock.step = step;
      await engine.train(warm, none);
      counter.take();
      await engine.train(2 * held, none);
      // Two, and the copy at the end.
      expect(counter.take()).toMatchObject({ submits: 3, readBacks: 3 });
    }
    await engine.dispose();
  });
});
