/** Distorted training images, made on the GPU from the resident set: the draws of src/data/distort.ts, to a grey level. */
import { drawMap } from '../../../data/distort';
import { createAxis, noiseStrength } from '../../../data/elastic';
import { createRandom, hash, STREAM } from '../../../model/random';
import type { Distortion } from '../../../model/training';
import { storage, uniform } from '../device/buffers';
import type { Target } from '../device/dispatch';
import { imageWordsOf } from '../device/images';
import type { Kernels } from '../device/kernels';
import type { Sizes } from '../device/sizes';
import { structBytes, writeStruct } from '../device/struct';
import { compileBlur } from './blur';
import { DRAW, FIELD, type DistortionBuffers } from './distortion';
import { compileNoise } from './noise';
import type { Dispatch } from './stage';
import { compileWarp } from './warp';

/** Numbers a generator makes before its first is used, and those an affine map takes (src/model/random.ts, distort.ts). */
const WARM_UP = 12;
const AFFINE_DRAWS = 6;

export interface DistorterStages {
  noise(buffers: DistortionBuffers): Dispatch;
  blur(buffers: DistortionBuffers): Dispatch;
  warp(buffers: DistortionBuffers): Dispatch;
}

export async function compileDistorter(kernels: Kernels, sizes: Sizes): Promise<DistorterStages> {
  const [noise, blur, warp] = await Promise.all([
    compileNoise(kernels, sizes),
    compileBlur(kernels, sizes),
    compileWarp(kernels, sizes),
  ]);
  return { noise, blur, warp };
}

export interface Distorter {
  readonly slots: number;
  /** [slots, imageWords] the distorted images. */
  readonly images: GPUBuffer;
  /** Writes down which image a slot takes, and its draw. */
  set(slot: number, image: number, seed: number, epoch: number): void;
  /** Sends the draws of the first `samples` slots to the GPU. */
  send: (samples: number) => void;
  record: Dispatch;
  destroy(): void;
}

/** @param images the resident set, images of `width` x `height` padded to whole words */
export function createDistorter(
  device: GPUDevice,
  stages: DistorterStages,
  images: GPUBuffer,
  { width, height }: { width: number; height: number },
  kind: Distortion,
  slots: number,
): Distorter {
  const elastic = kind.endsWith('elastic');
  const across = createAxis(width);
  const down = createAxis(height);
  const cells = across.cells * down.cells;
  const imageWords = imageWordsOf(width, height);
  const strength = noiseStrength(width, height);
  const fieldBytes = structBytes(FIELD, {
    width,
    height,
    imageWords,
    elastic: Number(elastic),
    columns: across.cells,
    rows: down.cells,
    radiusAcross: across.radius,
    radiusDown: down.radius,
    strengthX: strength.x,
    strengthY: strength.y,
  });
  const taps = Float32Array.of(...across.kernel, ...down.kernel);
  const grid = elastic ? slots * cells * 2 : 2;
  const owned = {
    field: uniform(device, 'Distorter.field', fieldBytes),
    taps: storage(device, 'Distorter.taps', taps.length),
    draws: storage(device, 'Distorter.draws', slots * DRAW.words),
    rough: storage(device, 'Distorter.rough', grid),
    half: storage(device, 'Distorter.half', grid),
    warped: storage(device, 'Distorter.images', slots * imageWords),
  };
  device.queue.writeBuffer(owned.taps, 0, taps);
  const buffers = { ...owned, images, cells, imageWords };
  const noise = stages.noise(buffers);
  const blur = stages.blur(buffers);
  const warp = stages.warp(buffers);
  const drawBytes = new ArrayBuffer(slots * DRAW.size);
  const view = new DataView(drawBytes);
  // No kind with a field shifts by whole pixels or mirrors.
  const skip = WARM_UP + (kind.startsWith('affine') ? AFFINE_DRAWS : 0);

  return {
    slots,
    images: owned.warped,
    set(slot, image, seed, epoch) {
      const words = [seed, STREAM.distortion, epoch, image];
      const { xx, xy, yx, yy, x0, y0 } = drawMap(createRandom(...words), kind, width, height);
      writeStruct(view, slot * DRAW.size, DRAW, {
        image,
        a: hash(1, ...words),
        b: hash(2, ...words),
        c: hash(3, ...words),
        skip,
        xx: xx - 1,
        xy,
        yx,
        yy: yy - 1,
        x0,
        y0,
      });
    },
    send(samples) {
      device.queue.writeBuffer(owned.draws, 0, drawBytes, 0, samples * DRAW.size);
    },
    record(target: Target) {
      if (elastic) {
        noise(target);
        blur(target);
      }
      warp(target);
    },
    destroy() {
      for (const buffer of Object.values(owned)) buffer.destroy();
    },
  };
}
