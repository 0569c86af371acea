/** Images kept out of training, for testing. */
import { createRandom, STREAM } from '../model/random';
import { imageAt, type ImageSet } from './image-set';

/** Always the same: a sample of a link, or a run that goes on, finds the same images again, whatever the training's seed. */
const SEED = 1;

/**
 * Holds `count` images out: of every class in proportion, so that data in the order of its classes is no special case, and chosen
 * at random from a fixed seed. No class loses all of its images as long as another can give one. Both parts keep the file's order.
 * @param count from 0 to below the number of images
 */
export function holdOut(set: ImageSet, count: number): { train: ImageSet; held: ImageSet } {
  const shares = sharesOf(set, count);
  const isHeld = new Uint8Array(set.count);
  byClass(set).forEach((indices, label) => {
    const random = createRandom(SEED, STREAM.holdOut, label);
    // The first steps of a shuffle: what it has drawn stands in front.
    for (let n = 0; n < shares[label]!; n++) {
      const at = n + random.below(indices.length - n);
      [indices[n], indices[at]] = [indices[at]!, indices[n]!];
      isHeld[indices[n]!] = 1;
    }
  });
  return { train: part(set, isHeld, 0), held: part(set, isHeld, 1) };
}

/** [classes] the indices of their images. */
function byClass({ labels, classes }: ImageSet): number[][] {
  const lists: number[][] = Array.from({ length: classes }, () => []);
  labels.forEach((label, i) => lists[label]!.push(i));
  return lists;
}

/** [classes] how many images each gives: its share, rounded so that all together give `count`. */
function sharesOf(set: ImageSet, count: number): number[] {
  const sizes = byClass(set).map((indices) => indices.length);
  const exact = sizes.map((size) => (count * size) / set.count);
  const shares = exact.map(Math.floor);
  /** Whether a class keeps an image when it gives one more. */
  const keeps = (label: number): boolean => shares[label]! + 1 < sizes[label]!;
  const due = (label: number): number => exact[label]! - shares[label]!;
  for (let given = shares.reduce((a, b) => a + b); given < count; given++) {
    const [next] = [...sizes.keys()]
      .filter((label) => shares[label]! < sizes[label]!)
      .toSorted((a, b) => Number(keeps(b)) - Number(keeps(a)) || due(b) - due(a) || a - b);
    shares[next!]!++;
  }
  return shares;
}

/** The images that are marked so, as bytes of their own. */
function part(set: ImageSet, isHeld: Uint8Array, mark: 0 | 1): ImageSet {
  const size = set.width * set.height;
  const count = isHeld.reduce((sum, held) => sum + Number(held === mark), 0);
  const images = new Uint8Array(count * size);
  const labels = new Uint8Array(count);
  let n = 0;
  isHeld.forEach((held, i) => {
    if (held !== mark) return;
    images.set(imageAt(set, i), n * size);
    labels[n++] = set.labels[i]!;
  });
  return { ...set, count, images, labels };
}
