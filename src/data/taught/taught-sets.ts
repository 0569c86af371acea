/** What was taught as a data set like any other: images, labels and names; alone, or beside some of MNIST's digits. */
import { contentHash } from '../content-hash';
import { holdOut } from '../hold-out';
import { select, imageAt, type ImageSet } from '../image-set';
import type { OwnSets } from '../own-files';
import { inOtherHand } from './other-hands';
import { TAUGHT_SIDE, type Taught } from './taught';
import { TAUGHT_NAME, TEN } from './taught-names';

/** Where every class has so many drawings, one in five is held out for testing; with fewer, a test would say little and cost much. */
export const HELD_OUT_FROM = 10;
const HELD_OUT = 5;

/** Images of each class to learn, an epoch. */
export const OF_EACH = 300;
/** Digits of each kind to be tested with, beside own classes. */
export const TESTED = 50;

const SIZE = TAUGHT_SIDE ** 2;

/** [classes] the drawings alone, in the order of their classes. */
function ownSet({ classes }: Taught): ImageSet {
  const all = classes.flatMap(({ examples }, label) =>
    examples.map(({ image }) => ({ image, label })),
  );
  const images = new Uint8Array(all.length * SIZE);
  all.forEach(({ image }, n) => images.set(image, n * SIZE));
  return {
    width: TAUGHT_SIDE,
    height: TAUGHT_SIDE,
    count: all.length,
    images,
    labels: Uint8Array.from(all, ({ label }) => label),
    classes: classes.length,
    classNames: classes.map(({ name }) => name),
  };
}

/** The first `most` images of every digit. */
function firstOf(mnist: ImageSet, most: number): number[] {
  return TEN.flatMap((_, label) => [...select(mnist, { label }).subarray(0, most)]);
}

/** These images of a set, in this order; one may be there several times. */
function pick(set: ImageSet, indices: readonly number[]): ImageSet {
  const images = new Uint8Array(indices.length * SIZE);
  indices.forEach((from, n) => images.set(imageAt(set, from), n * SIZE));
  const labels = Uint8Array.from(indices, (from) => set.labels[from]!);
  return { ...set, count: indices.length, images, labels };
}

/**
 * Every class as large as the others: each drawing is there as it was drawn, and then again and again as other hands might draw it. So an
 * epoch is more than a step, and few drawings do not drown among the digits.
 */
function evened(own: ImageSet): ImageSet {
  const drawings = Array.from({ length: own.classes }, (_, label) => [...select(own, { label })]);
  const indices = drawings.map((of) =>
    Array.from({ length: Math.max(OF_EACH, of.length) }, (_, n) => of[n % of.length]!),
  );
  const set = pick(own, indices.flat());
  let at = 0;
  drawings.forEach((of, label) =>
    indices[label]!.forEach((_, n) => {
      const image = imageAt(set, at++);
      if (n >= of.length) image.set(inOtherHand(image, label, n));
    }),
  );
  return set;
}

/** Digits 0 to 9, then the own classes as 10 and on. */
function beside(mnist: ImageSet, most: number, own: ImageSet): ImageSet {
  const digits = pick(mnist, firstOf(mnist, most));
  const images = new Uint8Array(digits.images.length + own.images.length);
  images.set(digits.images);
  images.set(own.images, digits.images.length);
  const labels = Uint8Array.from([...digits.labels, ...own.labels.map((label) => label + 10)]);
  return {
    ...own,
    count: labels.length,
    images,
    labels,
    classes: 10 + own.classes,
    classNames: [...TEN, ...own.classNames!],
  };
}

/** Whether some drawings are kept out of training. */
export const holdsOut = ({ classes }: Taught): boolean =>
  classes.every(({ examples }) => examples.length >= HELD_OUT_FROM);

/** How many drawings are kept out of training. */
export function heldOut(taught: Taught): number {
  const count = taught.classes.reduce((sum, { examples }) => sum + examples.length, 0);
  return holdsOut(taught) ? Math.floor(count / HELD_OUT) : 0;
}

/**
 * To train on and to test with. With few drawings these are the same: all of them are learned from.
 * @param mnist both halves, where digits are learned beside; else nothing is read of them
 */
export function taughtSets(
  taught: Taught,
  mnist: { train: ImageSet; test: ImageSet } | null,
): OwnSets {
  const own = ownSet(taught);
  const out = holdsOut(taught);
  const parts = out ? holdOut(own, heldOut(taught)) : { train: own, held: own };
  const sets = mnist
    ? {
        train: beside(mnist.train, OF_EACH, evened(parts.train)),
        test: beside(mnist.test, TESTED, parts.held),
      }
    : { train: evened(parts.train), test: parts.held };
  // As that of the same drawings in files, which say no names.
  const contents = [Uint8Array.of(own.width, own.height), own.images, own.labels];
  const hash = contentHash(...contents, ...(mnist ? [Uint8Array.of(10)] : []));
  return { name: TAUGHT_NAME, hash, heldOut: out, ...sets };
}

/** The drawings alone, for files. */
export const taughtAlone = ownSet;
