/** Seeded images for tests: noise that spikes everywhere, and classes that can be learnt. */
import type { ImageSet } from '../../data/image-set';
import { createRandom, STREAM } from '../../model/random';

export interface NoiseOptions {
  /** Share of lit pixels. */
  density?: number;
  /** Grey levels above paper; a few make many pixels spike at the same time. */
  levels?: number;
}

/**
 * [count, height, width] bytes of noise. The first images are the hard ones: a blank image, one full of ink, one with a single pixel.
 */
export function noiseImages(
  width: number,
  height: number,
  count: number,
  seed: number,
  { density = 0.4, levels = 255 }: NoiseOptions = {},
): Uint8Array<ArrayBuffer> {
  const size = width * height;
  const random = createRandom(seed, STREAM.noise);
  const images = new Uint8Array(count * size).map(() =>
    random.uniform() < density ? Math.round((255 * (1 + random.below(levels))) / levels) : 0,
  );
  images.subarray(0, size).fill(0);
  images.subarray(size, 2 * size).fill(255);
  if (count > 2) {
    images.subarray(2 * size, 3 * size).fill(0);
    images[2 * size + (size >> 1)] = 200;
  }
  return images;
}

/**
 * A learnable set: every class is a smooth random picture; an image is its class's with its brightness and pixels shaken.
 * @param blank every how manieth image is blank (0: none)
 */
export function shapeSet(
  width: number,
  height: number,
  classes: number,
  count: number,
  seed: number,
  blank = 0,
): ImageSet {
  const size = width * height;
  const prototypes = Array.from({ length: classes }, (_, c) =>
    prototype(width, height, createRandom(seed, STREAM.noise, c)),
  );
  const random = createRandom(seed, STREAM.noise, classes, count);
  const images = new Uint8Array(count * size);
  const labels = new Uint8Array(count);
  for (let n = 0; n < count; n++) {
    const c = n % classes;
    labels[n] = c;
    if (blank > 0 && n % blank === blank - 1) continue;
    const brightness = 0.7 + 0.3 * random.uniform();
    for (let p = 0; p < size; p++) {
      const value = prototypes[c]![p]! * brightness + 0.1 * random.normal();
      images[n * size + p] = Math.round(255 * Math.min(1, Math.max(0, value)));
    }
  }
  return { width, height, count, images, labels, classes };
}

/** Three strokes of ink, [height * width] intensities. */
function prototype(
  width: number,
  height: number,
  random: ReturnType<typeof createRandom>,
): Float64Array {
  const ink = new Float64Array(width * height);
  for (let stroke = 0; stroke < 3; stroke++) {
    let x = random.uniform() * width;
    let y = random.uniform() * height;
    const angle = 2 * Math.PI * random.uniform();
    const steps = Math.max(width, height);
    for (let s = 0; s < steps; s++) {
      const column = Math.floor(x);
      const row = Math.floor(y);
      if (column >= 0 && column < width && row >= 0 && row < height) {
        ink[row * width + column] = 1;
      }
      x += 0.6 * Math.cos(angle);
      y += 0.6 * Math.sin(angle);
    }
  }
  return ink;
}
