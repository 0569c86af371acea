/** A set of points as a short text: its name, noise, number, seed, classes and number to test with; what is usual at the end is left out. */
import { POINT_SET_NAMES } from '../../data/points/point-sets';
import {
  DEFAULT_POINTS,
  pointsProblem,
  type Points,
  type PointsSpec,
} from '../../data/points/points-spec';
import { RANGES } from '../../model/ranges';
import { OWN, readOwn, writeOwn } from './link-own-points';
import { choice, within, type Codec } from './link-codecs';

const SEPARATOR = '~';
const name = choice(...POINT_SET_NAMES);

/** In the order in which they are written. */
const NUMBERS: [key: Exclude<keyof PointsSpec, 'set'>, codec: Codec<number>][] = [
  ['noise', within(RANGES.pointNoise)],
  ['count', within(RANGES.pointCount)],
  ['seed', within(RANGES.seed)],
  ['classes', within(RANGES.pointClasses)],
  ['testCount', within(RANGES.pointCount)],
];

function write(points: Points): string {
  if (points.set === 'own') return writeOwn(points);
  const parts = [points.set as string, ...NUMBERS.map(([key, codec]) => codec.write(points[key]))];
  while (parts.length > 1) {
    const [key, codec] = NUMBERS[parts.length - 2]!;
    if (parts.at(-1) !== codec.write(DEFAULT_POINTS[key])) break;
    parts.pop();
  }
  return parts.join(SEPARATOR);
}

function read(text: string): Points | undefined {
  if (text.startsWith(OWN)) return readOwn(text);
  const [first, ...rest] = text.split(SEPARATOR);
  const set = name.read(first!);
  if (set === undefined || rest.length > NUMBERS.length) return undefined;
  const points: PointsSpec = { ...DEFAULT_POINTS, set };
  for (const [i, part] of rest.entries()) {
    const [key, codec] = NUMBERS[i]!;
    const value = codec.read(part);
    if (value === undefined) return undefined;
    points[key] = value;
  }
  return pointsProblem(points) === null ? points : undefined;
}

export const pointsCodec: Codec<Points> = {
  must: `a set of points like yin-yang or moons${SEPARATOR}0.05${SEPARATOR}5000${SEPARATOR}1 (noise, number, seed), or own points as the page writes them`,
  write,
  read,
};
