/** Which points: all that a set is made from, for the menu, the link and the commands alike. */
import { isWithin, RANGES, rangeWords } from '../../model/ranges';
import { plural } from '../../words/numbers';
import { DataError } from '../data-error';
import { ownClasses, ownProblem, type OwnPoints } from './own-points';
import { POINT_SETS, type PointSetName } from './point-sets';

export interface PointsSpec {
  set: PointSetName;
  /** Standard deviation of what is added to both coordinates, in sides of the plane; a point keeps the class it was drawn for. */
  noise: number;
  /** Points to train on. */
  count: number;
  /** Points to test with: others than those. */
  testCount: number;
  seed: number;
  /** How many classes, where the set leaves a choice. */
  classes: number;
}

/** What points there can be: those of a set, or a person's own. */
export type Points = PointsSpec | OwnPoints;

export const DEFAULT_POINTS: PointsSpec = {
  set: 'yin-yang',
  noise: RANGES.pointNoise.usual,
  count: RANGES.pointCount.usual,
  testCount: 1000,
  seed: RANGES.seed.usual,
  classes: RANGES.pointClasses.usual,
};

/** How many classes the points have. */
export function classesOf(points: OwnPoints | Pick<PointsSpec, 'set' | 'classes'>): number {
  if (points.set === 'own') return ownClasses(points.points);
  const named = POINT_SETS[points.set].classes;
  return named === 'choice' ? points.classes : named.length;
}

/** Points for a network of so many outputs; null where no set has as many classes. */
export function pointsFor(classes: number): PointsSpec | null {
  if (classes === 3) return DEFAULT_POINTS;
  if (classes === 2) return { ...DEFAULT_POINTS, set: 'xor' };
  return classes === 4 ? { ...DEFAULT_POINTS, set: 'blobs', classes } : null;
}

/** What is wrong with a wish for points, in a sentence; null when nothing is. */
export function pointsProblem(spec: Points): string | null {
  if (spec.set === 'own') return ownProblem(spec.points);
  const numbers = [
    [RANGES.pointNoise, spec.noise],
    [RANGES.pointCount, spec.count],
    [RANGES.pointCount, spec.testCount],
    [RANGES.seed, spec.seed],
    [RANGES.pointClasses, spec.classes],
  ] as const;
  const wrong = numbers.find(([range, value]) => !isWithin(range, value));
  if (wrong) return `${wrong[0].name} must be ${rangeWords(wrong[0])}.`;
  const classes = classesOf(spec);
  const fewest = Math.min(spec.count, spec.testCount);
  if (fewest < classes) {
    return `${plural(fewest, 'point')} would leave one of the ${classes} classes of "${spec.set}" empty: take ${classes} or more.`;
  }
  return null;
}

/** @throws DataError with the sentence of `pointsProblem` */
export function requirePoints(spec: PointsSpec): void {
  const problem = pointsProblem(spec);
  if (problem !== null) throw new DataError(problem);
}
