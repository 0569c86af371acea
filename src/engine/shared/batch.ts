/** Which images a training step sees, and what it makes of them: the same on every engine. */
import { distort } from '../../data/distort';
import { imageAt, type ImageSet } from '../../data/image-set';
import { epochOrder, stepsPerEpoch, type TrainingSettings } from '../../model/training';

export interface Batch {
  /** 0-based epoch the step belongs to. */
  epoch: number;
  /** Indices of the step's images in their set; the last batch of an epoch may be smaller. A view: don't write to it. */
  indices: Uint32Array<ArrayBuffer>;
}

export type BatchSource = (
  settings: Pick<TrainingSettings, 'seed' | 'batch'>,
  step: number,
  count: number,
) => Batch;

/**
 * The images of step `step` (0-based) of a run over `count` images: a slice of the epoch's seeded order. The source
 * remembers the last epoch's order, so that walking a run step by step shuffles once an epoch.
 */
export function createBatchSource(): BatchSource {
  let known = '';
  let order = new Uint32Array(0);
  return ({ seed, batch }, step, count) => {
    const perEpoch = stepsPerEpoch(count, batch);
    const epoch = Math.floor(step / perEpoch);
    const name = `${seed}/${epoch}/${count}`;
    if (name !== known) {
      order = epochOrder(count, seed, epoch);
      known = name;
    }
    const start = (step - epoch * perEpoch) * batch;
    return { epoch, indices: order.subarray(start, Math.min(start + batch, count)) };
  };
}

/**
 * Copies a batch, distorted as the settings ask, into `images` ([batch, height, width] bytes) and `labels` ([batch]).
 * A distortion is drawn by (seed, epoch, index of the image in its set), so it depends neither on the engine nor on
 * the batch size.
 */
export function assembleBatch(
  set: ImageSet,
  batch: Batch,
  settings: Pick<TrainingSettings, 'seed' | 'distort'>,
  images: Uint8Array,
  labels: Uint8Array,
): void {
  const { width, height } = set;
  const size = width * height;
  batch.indices.forEach((index, n) => {
    labels[n] = set.labels[index]!;
    const target = images.subarray(n * size, (n + 1) * size);
    const source = imageAt(set, index);
    if (settings.distort === 'none') target.set(source);
    else
      distort(source, target, width, height, settings.distort, settings.seed, batch.epoch, index);
  });
}
