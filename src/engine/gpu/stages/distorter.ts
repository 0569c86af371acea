/** Distorted training images, made on the GPU from the resident set: the draws of src/data/distort.ts, to a grey level. */
import { drawMap } from '../../../data/distort';
import { createAxis, noiseStrength } from '../../../data/elastic';
import { createRandom, hash, STREAM } from '../../../model/random';
import type { Distortion } from '../../../model/training';
import { storage, uniform } from '../device/buffers';
import type { Kernel, Kernels } from '../device/kernels';
import type { Sizes } from '../device/sizes';
import { writeStruct } from '../device/struct';
import { DRAW, FIELD } from './layout';
import { dispatch, type StepGroup } from './passes';
import { SHADERS } from './shaders';
import type { Recorder } from '../device/recorder';

/** Numbers a generator makes before its first is used, and those an affine map takes (src/model/random.ts, distort.ts). */
const WARM_UP = 12;
const AFFINE_DRAWS = 6;

export interface DistorterKernels {
  noise: Kernel;
  across: Kernel;
  down: Kernel;
  warp: Kernel;
}

export async function compileDistorter(kernels: Kernels, sizes: Sizes): Promise<DistorterKernels> {
  const [noise, across, down, warp] = await Promise.all([
    kernels.get(SHADERS.noise, sizes.sample, {}),
    kernels.get(SHADERS.soften, sizes.pixel, { down: 0 }),
    kernels.get(SHADERS.soften, sizes.pixel, { down: 1 }),
    kernels.get(SHADERS.warp, sizes.pixel, {}),
  ]);
  return { noise: noise!, across: across!, down: down!, warp: warp! };
}

export interface Distorter {
  readonly slots: number;
  /** [slots, imageWords] the distorted images. */
  readonly images: GPUBuffer;
  /** Writes down which image a slot takes, and its draw. */
  set(slot: number, image: number, seed: number, epoch: number): void;
  /** Sends the draws of the first `samples` slots to the GPU. */
  send: (samples: number) => void;
  record(recorder: Recorder, space: StepGroup, samples: number): void;
  destroy(): void;
}

/** @param images the resident set, images of `width` x `height` padded to whole words */
export function createDistorter(
  device: GPUDevice,
  library: Kernels,
  kernels: DistorterKernels,
  images: GPUBuffer,
  { width, height }: { width: number; height: number },
  kind: Distortion,
  slots: number,
): Distorter {
  const across = createAxis(width);
  const down = createAxis(height);
  const cells = across.cells * down.cells;
  const imageWords = Math.ceil((width * height) / 4);
  const elastic = kind.endsWith('elastic');
  const strength = noiseStrength(width, height);
  const bytes = new ArrayBuffer(FIELD.size);
  writeStruct(new DataView(bytes), 0, FIELD, {
    width,
    height,
    imageWords,
    elastic: elastic ? 1 : 0,
    columns: across.cells,
    rows: down.cells,
    radiusAcross: across.radius,
    radiusDown: down.radius,
    strengthX: strength.x,
    strengthY: strength.y,
  });
  const field = uniform(device, 'Distorter.field', bytes);
  const taps = storage(device, 'Distorter.taps', across.kernel.length + down.kernel.length);
  device.queue.writeBuffer(taps, 0, across.kernel as Float32Array<ArrayBuffer>);
  device.queue.writeBuffer(
    taps,
    across.kernel.byteLength,
    down.kernel as Float32Array<ArrayBuffer>,
  );
  const draws = storage(device, 'Distorter.draws', (slots * DRAW.size) / 4);
  const grid = elastic ? slots * cells * 2 : 2;
  const rough = storage(device, 'Distorter.rough', grid);
  const half = storage(device, 'Distorter.half', grid);
  const target = storage(device, 'Distorter.images', slots * imageWords);
  const group = (name: 'noise' | 'soften' | 'warp', ...buffers: GPUBuffer[]): GPUBindGroup =>
    library.bind(
      SHADERS[name],
      Object.fromEntries(buffers.map((buffer, n) => [`binding${n}`, buffer])),
    );
  const groups = {
    noise: group('noise', field, draws, rough),
    across: group('soften', field, taps, rough, half),
    down: group('soften', field, taps, half, rough),
    warp: group('warp', field, draws, rough, images, target),
  };
  const drawBytes = new ArrayBuffer(slots * DRAW.size);
  const view = new DataView(drawBytes);
  const skip = WARM_UP + (kind.startsWith('affine') ? AFFINE_DRAWS : 0);

  return {
    slots,
    images: target,
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
      device.queue.writeBuffer(draws, 0, drawBytes, 0, samples * DRAW.size);
    },
    record(recorder, space, samples) {
      if (elastic) {
        dispatch(recorder, space, 0, kernels.noise, groups.noise, samples);
        dispatch(recorder, space, 0, kernels.across, groups.across, samples * cells);
        dispatch(recorder, space, 0, kernels.down, groups.down, samples * cells);
      }
      dispatch(recorder, space, 0, kernels.warp, groups.warp, samples * imageWords);
    },
    destroy() {
      for (const buffer of [field, taps, draws, rough, half, target]) buffer.destroy();
    },
  };
}
