import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageAt, type ImageSet } from '../image-set';
import { makePoints } from './make-points';
import { countsOf, FIRST_OWN, MOST_OWN, onSteps, ownProblem, type OwnPoint } from './own-points';
import { holdsPoints, pointOf } from './point';

/** So many points of each class, on a line of its own. */
const laid = (...counts: number[]): OwnPoint[] =>
  counts.flatMap((count, label) =>
    Array.from({ length: count }, (_, i) => onSteps({ x: i / count, y: label / 4, label })),
  );

const made = (points: OwnPoint[]) => makePoints({ set: 'own', points });
const pointsOf = (set: ImageSet) =>
  Array.from({ length: set.count }, (_, i) => ({
    ...pointOf(imageAt(set, i)),
    label: set.labels[i]!,
  }));
const sorted = (points: readonly OwnPoint[]) =>
  points.map(({ x, y, label }) => `${label} ${x} ${y}`).toSorted();

test('what is laid is what is trained on; with few points of a class it is tested with, too', () => {
  for (const points of [laid(1, 1), laid(19, 40, 40), laid(3, 4, 5, 6)]) {
    const { train, test: tested, heldOut, name } = made(points);
    expect({ heldOut, name }).toEqual({ heldOut: false, name: 'own-points' });
    expect(holdsPoints(train)).toBe(true);
    expect(sorted(pointsOf(train))).toEqual(sorted(points));
    expect(tested).toEqual(train);
    // The engine takes both away: neither is the other's memory.
    expect(tested.images.buffer).not.toBe(train.images.buffer);
    expect(train.classes).toBe(countsOf(points).length);
  }
});

test('with 20 points of every class a fifth of each is held out, always the same', () => {
  const points = laid(20, 40, 25);
  const { train, test: tested, heldOut, hash } = made(points);
  expect(heldOut).toBe(true);
  expect(countsOf(pointsOf(tested))).toEqual([4, 8, 5]);
  expect(sorted([...pointsOf(train), ...pointsOf(tested)])).toEqual(sorted(points));
  // The order in which classes were laid is none of the set's.
  const otherwise = made(points.toSorted((a, b) => b.label - a.label));
  expect(otherwise).toMatchObject({ hash, train, test: tested });
});

test('points that no network could be trained on are refused in a sentence', () => {
  expect(ownProblem(FIRST_OWN.points)).toBe(null);
  const cases: [OwnPoint[], string][] = [
    [[], 'There is no point: lay some of two classes.'],
    [laid(5), 'All points are of class 0: lay some of another, too.'],
    [laid(0, 0, 5), 'All points are of class 2'],
    [laid(3, 0, 2), 'Class 1 has no point, but class 2 has: lay some of class 1, or undo.'],
    [laid(1, 1, 1, 1, 1), 'Own points have 2 to 4 classes, not 5.'],
    [laid(MOST_OWN, 1), 'The plane takes 2,000 points, not 2,001: undo some.'],
  ];
  for (const [points, sentence] of cases) {
    expect(ownProblem(points)).toContain(sentence);
    expect(() => made(points)).toThrow(sentence);
  }
});

test('a point put on the steps of the plane stays where it is, wherever it was', () => {
  const anywhere = fc.double({ min: -1, max: 2, noNaN: true });
  fc.assert(
    fc.property(anywhere, anywhere, (x, y) => {
      const there = onSteps({ x, y });
      expect(onSteps(there)).toEqual(there);
      expect(Math.abs(there.x - Math.min(Math.max(x, 0), 1))).toBeLessThanOrEqual(
        0.5 / 254 + 1e-12,
      );
    }),
  );
});
