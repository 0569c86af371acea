/** Points of the plane in place of image files: the options that every command shares, and what they give. */
import type { ImageSet } from '../data/image-set';
import { makeHalf } from '../data/points/make-points';
import { POINT_SET_NAMES } from '../data/points/point-sets';
import {
  classesOf,
  DEFAULT_POINTS,
  pointsProblem,
  type PointsSpec,
} from '../data/points/points-spec';
import { RANGES } from '../model/ranges';
import { UsageError } from './errors';
import { numberOf, type OptionTable, type Values } from './options';

export const POINTS = {
  points: {
    kind: 'choice',
    of: POINT_SET_NAMES,
    help:
      'In place of image files: points of the plane, made from --points-seed. A point (x, y) is an image of 5 x 1 pixels, ' +
      'x, 1 - x, y, 1 - y and 1.',
  },
  'points-noise': {
    ...numberOf(RANGES.pointNoise),
    help: 'Standard deviation of what moves each point, in sides of the plane; its class stays that of its place before.',
    otherwise: String(DEFAULT_POINTS.noise),
  },
  'points-count': {
    ...numberOf(RANGES.pointCount),
    help: 'How many points to train on.',
    otherwise: String(DEFAULT_POINTS.count),
  },
  'points-test-count': {
    ...numberOf(RANGES.pointCount),
    help: 'How many to test with: others than those, whatever --points-count is.',
    otherwise: String(DEFAULT_POINTS.testCount),
  },
  'points-seed': {
    ...numberOf(RANGES.seed),
    help: 'Names the points: the same seed, the same points.',
    otherwise: String(DEFAULT_POINTS.seed),
  },
  'points-classes': {
    ...numberOf(RANGES.pointClasses),
    help: 'How many blobs; the other sets have their own number of classes.',
    otherwise: String(DEFAULT_POINTS.classes),
  },
} as const satisfies OptionTable;

export type PointValues = Values<typeof POINTS>;

export const POINT_OPTIONS = Object.keys(POINTS) as (keyof PointValues)[];

/** What the points of a command are; undefined where there are none. @throws UsageError */
export function pointsOf(values: PointValues): PointsSpec | undefined {
  const { points: set } = values;
  if (set === undefined) {
    const alone = POINT_OPTIONS.find((option) => values[option] !== undefined);
    if (alone === undefined) return undefined;
    throw new UsageError(`--${alone} needs --points: say which set of points it is for.`);
  }
  const classes = values['points-classes'] ?? DEFAULT_POINTS.classes;
  const spec: PointsSpec = {
    set,
    noise: values['points-noise'] ?? DEFAULT_POINTS.noise,
    count: values['points-count'] ?? DEFAULT_POINTS.count,
    testCount: values['points-test-count'] ?? DEFAULT_POINTS.testCount,
    seed: values['points-seed'] ?? DEFAULT_POINTS.seed,
    classes,
  };
  const own = classesOf(spec);
  if (values['points-classes'] !== undefined && own !== classes) {
    throw new UsageError(
      `--points-classes is for blobs, but "${set}" has ${own} classes: leave it out.`,
    );
  }
  const problem = pointsProblem(spec);
  if (problem !== null) throw new UsageError(problem);
  return spec;
}

/** What a command reads. */
export interface ReadOptions {
  images: string | undefined;
}

/** The points that a command tests or classifies, where it was asked for points; undefined where images are named. @throws UsageError */
export function testPoints(
  command: string,
  values: PointValues & ReadOptions,
): ImageSet | undefined {
  const points = pointsOf(values);
  requireOne(command, points, values);
  return points && makeHalf(points, 'test');
}

/** @throws UsageError where both points and images are asked for, or neither */
function requireOne(
  command: string,
  points: PointsSpec | undefined,
  { images }: ReadOptions,
): void {
  if (points && images !== undefined) throw bothNamed();
  if (!points && images === undefined) {
    throw new UsageError(`${command} needs --images FILE, or --points SET.`);
  }
}

export const bothNamed = (): UsageError =>
  new UsageError('--points and --images are two data sets: leave one of them out.');
