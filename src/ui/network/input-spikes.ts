/** How many input neurons spike for an image, and how many spikes they emit: means over a data set. */
import type { ImageSet } from '../../data/image-set';
import { lowestLit } from '../../model/encode';
import { emitsOne, hasBothPolarities, patchGrid, type NetworkSpec } from '../../model/network';

export interface InputSpikes {
  /** Input neurons that spike, an image. */
  neurons: number;
  /** Spikes that they emit, those of a train counted one by one. */
  spikes: number;
}

/** Images that are counted at most, evenly spread over a larger set: what takes some 40 ms, and is right within half a per cent. */
const MOST_IMAGES = 10_000;

/** Means known already, by data set and coding: a slider moved to and fro counts each coding once. */
// oxlint-disable-next-line no-restricted-globals -- sets belong to no session: the same set counts the same for every one
const known = new WeakMap<ImageSet, Map<string, InputSpikes>>();

/** null where the images are of another size. */
export function inputSpikes(spec: NetworkSpec, set: ImageSet | null): InputSpikes | null {
  const { input, coding } = spec;
  if (set?.width !== input.width || set.height !== input.height) return null;
  let counts = known.get(set);
  if (!counts) known.set(set, (counts = new Map()));
  const key = JSON.stringify([input.cut, coding]);
  let found = counts.get(key);
  if (!found) counts.set(key, (found = count(spec, set)));
  return found;
}

function count(spec: NetworkSpec, set: ImageSet): InputSpikes {
  const { kernel, stride } = spec.coding;
  const { width, height } = set;
  const { columns, rows } = patchGrid(spec);
  const least = lowestLit(spec.input.cut);
  const both = hasBothPolarities(spec);
  const images = Math.min(MOST_IMAGES, set.count);
  // Lit pixels above and to the left of each corner: four of them give any patch's.
  const across = width + 1;
  const lit = new Int32Array(across * (height + 1));
  let neurons = 0;
  let pixels = 0;
  let paper = 0;
  for (let n = 0; n < images; n++) {
    const from = Math.floor((n * set.count) / images) * width * height;
    for (let y = 0; y < height; y++) {
      let row = 0;
      for (let x = 0; x < width; x++) {
        const byte = set.images[from + y * width + x]!;
        if (byte >= least) row++;
        if (both && 255 - byte >= least) paper++;
        lit[(y + 1) * across + x + 1] = lit[y * across + x + 1]! + row;
      }
    }
    for (let y = 0; y < rows; y++) {
      const top = y * stride * across;
      const bottom = top + kernel * across;
      for (let x = 0; x < columns; x++) {
        const left = x * stride;
        const right = left + kernel;
        const inside =
          lit[bottom + right]! - lit[bottom + left]! - lit[top + right]! + lit[top + left]!;
        if (inside === 0) continue;
        neurons++;
        pixels += inside;
      }
    }
  }
  const mean = (sum: number): number => (images === 0 ? 0 : sum / images);
  // Of both polarities every patch is a pixel.
  neurons += paper;
  return { neurons: mean(neurons), spikes: mean(emitsOne(spec) ? neurons : pixels) };
}
