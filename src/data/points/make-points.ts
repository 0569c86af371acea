/** Makes sets of points as images of 5 x 1 pixels, seeded: the same wish gives the same bytes everywhere. */
import { createRandom, STREAM, type Random } from '../../model/random';
import { contentHash } from '../content-hash';
import type { ImageSet } from '../image-set';
import { makeOwn, OWN_NAME } from './own-points';
import { POINT_SETS, POINT_SET_NAMES } from './point-sets';
import { pointImage, POINT_SIZE } from './point';
import { classesOf, requirePoints, type Points, type PointsSpec } from './points-spec';

export interface MadePoints {
  /** What they were made from. */
  points: Points;
  /** The name of the set. */
  name: string;
  /** Of all bytes (content-hash.ts). */
  hash: string;
  train: ImageSet;
  test: ImageSet;
  /** Whether the test points were held out of a person's own. */
  heldOut: boolean;
}

/** Streams of the halves: test points stay the same however many there are to train on, and noise moves the points that were there. */
const HALF = { train: 0, test: 1 } as const;
const NOISE = 2;

/**
 * Points to train on and points to test with.
 * @throws DataError with one sentence where there cannot be such a set
 */
export function makePoints(points: Points): MadePoints {
  if (points.set === 'own') return { points, name: OWN_NAME, ...makeOwn(points) };
  requirePoints(points);
  const [train, test] = [makeHalf(points, 'train'), makeHalf(points, 'test')];
  const hash = contentHash(train.images, train.labels, test.images, test.labels);
  return { points, name: points.set, hash, train, test, heldOut: false };
}

/** One of both halves alone: [count] images of 5 x 1 and their labels, each class as often as any other (or once more). */
export function makeHalf(points: PointsSpec, half: 'train' | 'test'): ImageSet {
  const { set, noise, seed } = points;
  const count = half === 'train' ? points.count : points.testCount;
  const stream = [seed, STREAM.points, POINT_SET_NAMES.indexOf(set), HALF[half]];
  const random = createRandom(...stream);
  const off = createRandom(...stream, NOISE);
  const classes = classesOf(points);
  const labels = shuffledLabels(random, count, classes);
  const size = POINT_SIZE.width;
  const images = new Uint8Array(count * size);
  labels.forEach((label, i) => {
    const { x, y } = POINT_SETS[set].draw(random, label, classes);
    const moved = { x: x + noise * off.normal(), y: y + noise * off.normal() };
    images.set(pointImage(moved), i * size);
  });
  return { ...POINT_SIZE, count, images, labels, classes };
}

/** [count] labels in random order (Fisher-Yates), all classes equally frequent. */
function shuffledLabels(random: Random, count: number, classes: number): Uint8Array<ArrayBuffer> {
  const labels = Uint8Array.from({ length: count }, (_, i) => i % classes);
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [labels[i], labels[j]] = [labels[j]!, labels[i]!];
  }
  return labels;
}
