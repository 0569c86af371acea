/** Points that a person has laid on the plane, each with its class: a data set as small as the patience of who lays it. */
import { RANGES } from '../../model/ranges';
import { formatCount, plural } from '../../words/numbers';
import { contentHash } from '../content-hash';
import { DataError } from '../data-error';
import { holdOut } from '../hold-out';
import type { ImageSet } from '../image-set';
import { pointImage, POINT_SIZE, STEPS, type PlanePoint } from './point';

export interface OwnPoint extends PlanePoint {
  /** Its class, from 0. */
  label: number;
}

export interface OwnPoints {
  set: 'own';
  /** In the order in which they were laid, on the steps that a coordinate has. */
  points: readonly OwnPoint[];
}

/** What the set is called. */
export const OWN_NAME = 'own-points';

/** With so many points of every class, some are held out to test with; with fewer, the network is tested with those it learns. */
export const ENOUGH_TO_HOLD_OUT = 20;
/** Of each class one point in so many is held out. */
const HELD_OUT = 5;

/** What the plane takes: more would hide one another. */
export const MOST_OWN = 2000;
/** What a link carries: about 1,300 characters, which chat programs leave whole. */
export const MOST_LINKED = 500;

const [FEWEST_CLASSES, MOST_CLASSES] = RANGES.pointClasses.range;

/** Epochs that own points begin with: of so few points an epoch is a step or two. */
export const OWN_EPOCHS = 1000;

/** What a person begins with: two classes at opposite corners, which no straight line tells apart. */
export const FIRST_OWN: OwnPoints = {
  set: 'own',
  points: [
    { x: 0.25, y: 0.75, label: 0 },
    { x: 0.75, y: 0.25, label: 0 },
    { x: 0.25, y: 0.25, label: 1 },
    { x: 0.75, y: 0.75, label: 1 },
  ].map(onSteps),
};

/** The point on the nearest steps; places outside the plane at its edge. */
export function onSteps<T extends PlanePoint>(point: T): T {
  const step = (v: number): number => Math.round(STEPS * Math.min(Math.max(v, 0), 1)) / STEPS;
  return { ...point, x: step(point.x), y: step(point.y) };
}

/** How many classes the points have: the highest there is says it. */
export function ownClasses(points: readonly OwnPoint[]): number {
  return points.reduce((most, { label }) => Math.max(most, label + 1), 0);
}

/** [classes] how many points of each. */
export function countsOf(points: readonly OwnPoint[]): number[] {
  const counts = Array.from({ length: ownClasses(points) }, () => 0);
  for (const { label } of points) counts[label]!++;
  return counts;
}

/** Why a network cannot be trained on the points, in a sentence; null when it can. */
export function ownProblem(points: readonly OwnPoint[]): string | null {
  if (points.length === 0) return 'There is no point: lay some of two classes.';
  if (points.length > MOST_OWN) {
    return `The plane takes ${formatCount(MOST_OWN)} points, not ${formatCount(points.length)}: undo some.`;
  }
  const counts = countsOf(points);
  if (counts.length > MOST_CLASSES) {
    return `Own points have ${FEWEST_CLASSES} to ${MOST_CLASSES} classes, not ${counts.length}.`;
  }
  const there = counts.flatMap((count, label) => (count > 0 ? [label] : []));
  if (there.length < FEWEST_CLASSES) {
    return `All points are of class ${there[0]}: lay some of another, too.`;
  }
  const empty = counts.indexOf(0);
  return empty < 0
    ? null
    : `Class ${empty} has no point, but class ${counts.length - 1} has: lay some of class ${empty}, or undo.`;
}

/** Which points a network of these is tested with, in a sentence. */
export function testWords(points: readonly OwnPoint[]): string {
  return isHeldOut(points)
    ? `One in ${HELD_OUT} of each class is held out for testing.`
    : `It is tested with the points it learns, as long as a class has fewer than ${plural(ENOUGH_TO_HOLD_OUT, 'point')}.`;
}

const isHeldOut = (points: readonly OwnPoint[]): boolean =>
  Math.min(...countsOf(points)) >= ENOUGH_TO_HOLD_OUT;

/**
 * The points as a set to train on and one to test with, ordered by class: however they were laid, the same points of each class give the
 * same sets.
 * @throws DataError with the sentence of `ownProblem`
 */
export function makeOwn({ points }: OwnPoints): {
  hash: string;
  train: ImageSet;
  test: ImageSet;
  /** Whether the test points are none of those to train on. */
  heldOut: boolean;
} {
  const problem = ownProblem(points);
  if (problem !== null) throw new DataError(problem);
  const ordered = points.toSorted((a, b) => a.label - b.label);
  const count = ordered.length;
  const images = new Uint8Array(count * POINT_SIZE.width);
  ordered.forEach((point, i) => images.set(pointImage(point), i * POINT_SIZE.width));
  const labels = Uint8Array.from(ordered, ({ label }) => label);
  const all: ImageSet = { ...POINT_SIZE, count, images, labels, classes: ownClasses(points) };
  const hash = contentHash(images, labels);
  if (!isHeldOut(points)) {
    // Each half is handed on by itself: no memory of the other's.
    const test = { ...all, images: images.slice(), labels: labels.slice() };
    return { hash, train: all, test, heldOut: false };
  }
  const { train, held } = holdOut(all, Math.floor(count / HELD_OUT));
  return { hash, train, test: held, heldOut: true };
}
