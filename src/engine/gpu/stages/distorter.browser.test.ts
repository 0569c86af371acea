/** Distortion on the GPU against src/data/distort.ts, byte by byte, and in training. */
import { afterEach, describe, expect, test } from 'vitest';
import { distort } from '../../../data/distort';
import { imageAt, type ImageSet } from '../../../data/image-set';
import { DISTORTIONS, type Distortion } from '../../../model/training';
import { settingsOf, trainFor } from '../../conformance/context';
import { learnable, TRAIN } from '../../conformance/fixture';
import { shapeSet } from '../../conformance/samples';
import { readBack, uniform, USAGE } from '../device/buffers';
import { compileDistorter, createDistorter } from './distorter';
import { createGpuEngine } from '../engine';
import { imageWordsOf, uploadSet } from '../device/images';
import { createKernels } from '../device/kernels';
import { workgroupSizes } from '../device/sizes';
import { STEP } from '../device/step';
import { onePass } from '../device/recorder';
import { stepBytes } from '../batch/steps';
import { expectNoErrors, requestCheckedDevice } from '../test-device';

afterEach(expectNoErrors);

const SEED = 11;
const EPOCH = 3;

/** All images of a set, distorted by the GPU. */
async function distorted(set: ImageSet, kind: Distortion): Promise<Uint8Array[]> {
  const device = await requestCheckedDevice();
  const library = createKernels(device);
  const stages = await compileDistorter(library, workgroupSizes(true));
  const images = uploadSet(device, 'Test.images', set)!;
  const made = createDistorter(device, stages, images, set, kind, set.count);
  const plan = { first: 0, samples: set.count, step: 0, rate: 0 };
  const buffer = uniform(device, 'Test.step', stepBytes(settingsOf({}), [plan]));
  const steps = device.createBindGroup({
    layout: library.stepLayout,
    entries: [{ binding: 0, resource: { buffer, size: STEP.size } }],
  });
  // Backwards, so that a slot is not its image.
  for (let slot = 0; slot < set.count; slot++) made.set(slot, set.count - 1 - slot, SEED, EPOCH);
  made.send(set.count);
  const encoder = device.createCommandEncoder();
  const pass = onePass(encoder, 'Test.pass');
  made.record({ recorder: pass, steps, step: 0, samples: set.count });
  pass.end();
  device.queue.submit([encoder.finish()]);
  const words = imageWordsOf(set.width, set.height);
  const size = set.count * words * 4;
  const [bytes] = await readBack(device, 'Test.readback', [{ buffer: made.images, size }]);
  made.destroy();
  device.destroy();
  expect(USAGE.STORAGE).toBe(GPUBufferUsage.STORAGE);
  return Array.from(
    { length: set.count },
    (_, slot) => new Uint8Array(bytes!, slot * words * 4, set.width * set.height),
  ).toReversed();
}

describe.each(DISTORTIONS.filter((kind) => kind !== 'none'))('%s', (kind) => {
  test.each([
    [28, 28],
    [13, 9],
    [2, 5],
    [64, 64],
  ])('%i x %i: the same grey levels, give or take one where rounding decides', async (w, h) => {
    const set = shapeSet(w, h, 5, 40, 3, 8);
    const actual = await distorted(set, kind);
    let apart = 0;
    let worst = 0;
    let moved = 0;
    for (let n = 0; n < set.count; n++) {
      const wanted = new Uint8Array(w * h);
      distort(imageAt(set, n), wanted, w, h, kind, SEED, EPOCH, n);
      wanted.forEach((byte, p) => {
        const difference = Math.abs(byte - actual[n]![p]!);
        if (difference > 0) apart++;
        worst = Math.max(worst, difference);
        if (byte !== set.images[n * w * h + p]) moved++;
      });
    }
    expect(moved).toBeGreaterThan(0.1 * set.count * w * h);
    expect(worst).toBeLessThanOrEqual(/^(flip|shift|flip.shift)$/.test(kind) ? 0 : 1);
    expect(apart / (set.count * w * h)).toBeLessThan(1e-3);
  });
});

test.each(['shift', 'elastic', 'affine+elastic'] as const)(
  'training sees the same images, wherever they are distorted: %s',
  async (kind) => {
    const losses = await Promise.all(
      (['software', 'hardware'] as const).map(async (tuneFor) => {
        const device = await requestCheckedDevice();
        const engine = await createGpuEngine({ device, label: 'WebGPU - test', tuneFor });
        await engine.setNetwork(learnable());
        await engine.setData('train', TRAIN);
        await engine.configure(settingsOf({ batch: 24, distort: kind, seed: 5 }));
        const { reports } = await trainFor(engine, 10);
        await engine.dispose();
        return reports.map((report) => report.loss);
      }),
    );
    losses[1]!.forEach((loss, n) => {
      expect(Math.abs(loss - losses[0]![n]!)).toBeLessThan(0.01 * losses[0]![n]!);
    });
  },
);
