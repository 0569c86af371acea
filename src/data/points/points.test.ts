import { describe, expect, it, test } from 'vitest';
import { createRandom } from '../../model/random';
import { encode } from '../../model/encode';
import { parseNetwork } from '../../model/validate';
import { contentHash } from '../content-hash';
import { imageAt, type ImageSet } from '../image-set';
import { makePoints } from './make-points';
import { holdsPoints, pointImage, pointOf, STEPS, type PlanePoint } from './point';
import { POINT_SET_NAMES, POINT_SETS, type PointSetName } from './point-sets';
import { DEFAULT_POINTS, pointsProblem } from './points-spec';
import { yinYangClass } from './yin-yang';

const made = (set: PointSetName, rest = {}) => makePoints({ ...DEFAULT_POINTS, set, ...rest });

/** Coordinates and label of every point, as the bytes say them. */
function points(set: ImageSet): (PlanePoint & { label: number })[] {
  return Array.from({ length: set.count }, (_, i) => ({
    ...pointOf(imageAt(set, i)),
    label: set.labels[i]!,
  }));
}

/** Rounding moves a point by half a step at most along each axis. */
const ROUNDING = Math.SQRT1_2 / STEPS + 1e-9;

/** What each set is, said another way than where it is made: how far a point lies from the places of its class. */
const away: Record<PointSetName, (point: PlanePoint, label: number) => number> = {
  'yin-yang': ({ x, y }, label) => {
    // In coordinates in which the disk has radius 1 and the heads lie at -1/2 and 1/2.
    const [u, v] = [2 * x - 1, 2 * y - 1];
    const disk = (a: number, r: number) => Math.hypot(u - a, v) - r;
    const dots = Math.min(disk(-0.5, 0.2), disk(0.5, 0.2));
    // The half of class 1: the left head, and above the middle all but the right head.
    const one = Math.min(disk(-0.5, 0.5), Math.max(-v, -disk(0.5, 0.5)));
    const part = label === 2 ? dots : Math.max(label === 1 ? one : -one, -dots);
    return Math.max(disk(0, 1), part) / 2;
  },
  xor: ({ x, y }, label) => ((x - 0.5) * (y - 0.5) > 0 === (label === 0) ? 0 : 1),
  circle: ({ x, y }, label) => {
    const radius = Math.hypot(x - 0.5, y - 0.5);
    return label === 1 ? radius - 0.25 : Math.max(0.35 - radius, radius - 0.5);
  },
  moons: ({ x, y }, label) => {
    const [a, b] = [(x - 0.5) / 0.3 + 0.5, (y - 0.5) / 0.3 + 0.25];
    const [u, v] = label === 0 ? [a, b] : [1 - a, 0.5 - b];
    return 0.3 * (v < -0.02 ? 1 : Math.abs(Math.hypot(u, v) - 1));
  },
  spirals: ({ x, y }, label) => {
    const radius = Math.hypot(x - 0.5, y - 0.5);
    // The angle that the radius belongs to, and the place there.
    const angle = (radius / 0.48) * 3.5 * Math.PI + Math.PI * label;
    const [u, v] = [0.5 + radius * Math.sin(angle), 0.5 + radius * Math.cos(angle)];
    // A small radius off by a step turns the place by as many steps times the angle's slope.
    return Math.hypot(x - u, y - v) / (1 + 23 * radius);
  },
  blobs: ({ x, y }, label) => {
    const middle = label === 0 ? 0.5 + 0.28 * Math.SQRT1_2 : 0.5 - 0.28 * Math.SQRT1_2;
    return Math.hypot(x - middle, y - middle) - 0.35;
  },
};

describe.each(POINT_SET_NAMES)('%s', (set) => {
  it('holds without noise the points of its classes and no others, each class as often', () => {
    const { train, test: tested } = made(set);
    for (const half of [train, tested]) {
      const farthest = Math.max(...points(half).map((point) => away[set](point, point.label)));
      expect(farthest).toBeLessThanOrEqual(ROUNDING);
      const counts = Array.from({ length: half.classes }, (_, c) =>
        half.labels.reduce((n, label) => n + Number(label === c), 0),
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
    expect([train.count, tested.count]).toEqual([5000, 1000]);
    expect([train.width, train.height]).toEqual([5, 1]);
  });

  it('fills the plane: every class reaches about as far as it should', () => {
    const { train } = made(set);
    for (let label = 0; label < train.classes; label++) {
      const own = points(train).filter((point) => point.label === label);
      const spans = (['x', 'y'] as const).map(
        (axis) => Math.max(...own.map((p) => p[axis])) - Math.min(...own.map((p) => p[axis])),
      );
      expect(Math.min(...spans)).toBeGreaterThan(set === 'yin-yang' && label === 2 ? 0.19 : 0.28);
    }
  });

  it('is the same of the same seed, and another of another', () => {
    const [one, again, other] = [made(set), made(set), made(set, { seed: 2 })];
    const bytes = ({ images, labels }: ImageSet) => contentHash(images, labels);
    expect(bytes(again.train)).toBe(bytes(one.train));
    expect(again.hash).toBe(one.hash);
    expect(bytes(other.train)).not.toBe(bytes(one.train));
    expect(other.hash).not.toBe(one.hash);
    // More points to train on leave those to test with alone.
    expect(bytes(made(set, { count: 10 }).test)).toBe(bytes(one.test));
  });
});

test('Yin-Yang is drawn all over each class: the shares of the disk agree with their areas', () => {
  // A third of all points is drawn uniformly over each class. Known areas: a dot is pi / 100, the disk pi / 4, the halves alike.
  const { train } = makePoints({ ...DEFAULT_POINTS, count: 30_000 });
  const left = points(train).filter((p) => p.label === 2 && p.x < 0.5).length;
  expect(Math.abs(left - 5000)).toBeLessThan(250);
  // The left head without its dot, of class 1: (1/16 - 1/100) of (1/8 - 1/100).
  const one = points(train).filter((p) => p.label === 1);
  const inHead = one.filter((p) => Math.hypot(p.x - 0.25, p.y - 0.5) <= 0.25).length;
  expect(inHead / one.length).toBeCloseTo((1 / 16 - 1 / 100) / (1 / 8 - 1 / 100), 1);
});

test('Yin-Yang turned by half a circle has its halves exchanged and its dots in place', () => {
  const random = createRandom(3);
  for (let n = 0; n < 5000; n++) {
    const point = { x: random.uniform(), y: random.uniform() };
    const turned = yinYangClass({ x: 1 - point.x, y: 1 - point.y });
    expect(turned).toBe([1, 0, 2, null][yinYangClass(point) ?? 3]);
  }
});

test('noise moves points by as much as it says, and none of them out of the plane', () => {
  const quiet = points(made('moons').train);
  const moved = points(made('moons', { noise: 0.05 }).train);
  expect(moved.map(({ label }) => label).join()).toBe(quiet.map(({ label }) => label).join());
  const steps = moved.flatMap((p, i) => [p.x - quiet[i]!.x, p.y - quiet[i]!.y]);
  const mean = steps.reduce((sum, d) => sum + d, 0) / steps.length;
  const deviation = Math.sqrt(steps.reduce((sum, d) => sum + (d - mean) ** 2, 0) / steps.length);
  // 10,000 numbers: 0.05 give or take four standard errors, 0.05 / sqrt(2 * 10,000).
  expect(Math.abs(deviation - 0.05)).toBeLessThan(0.0015);
  expect(Math.abs(mean)).toBeLessThan(0.002);
  const far = points(made('blobs', { noise: 0.5 }).train).flatMap(({ x, y }) => [x, y]);
  expect([Math.min(...far), Math.max(...far)]).toEqual([0, 1]);
});

test('every coordinate a byte can say comes back, with both bytes of an axis one number', () => {
  for (let step = 0; step <= STEPS; step++) {
    const point = { x: step / STEPS, y: (STEPS - step) / STEPS };
    const image = pointImage(point);
    expect(pointOf(image)).toEqual(point);
    expect([image[0]! + image[1]!, image[2]! + image[3]!, image[4]]).toEqual([256, 256, 255]);
    expect(Math.min(...image)).toBeGreaterThan(0);
  }
  expect([...pointImage({ x: -1, y: 7 })]).toEqual([1, 255, 255, 1, 255]);
});

test('its five spikes come at 1 - x, x, 1 - y, y and 0, none of them silent', () => {
  const spec = parseNetwork({ input: { width: 5, height: 1, cut: 0 }, layers: [12, 3] });
  const { times } = encode(spec, pointImage({ x: 0.25, y: 1 }));
  // A byte is a step of 1 / 254 above 1, and spikes at (255 - byte) / 255.
  [0.75, 0.25, 0, 1, 0].forEach((time, i) => expect(times[i]).toBeCloseTo(time, 2));
  expect(times[3]).toBeLessThan(1);
});

test('points are told from other images of their size', () => {
  const { train } = made('moons');
  expect(holdsPoints(train)).toBe(true);
  const images = train.images.slice();
  images[7]! ^= 1;
  expect(holdsPoints({ ...train, images })).toBe(false);
  expect(holdsPoints({ ...train, width: 1, height: 5 })).toBe(false);
});

test('what cannot be a set of points is refused in a sentence', () => {
  const wrong = (rest: object) => pointsProblem({ ...DEFAULT_POINTS, ...rest });
  expect(wrong({})).toBe(null);
  expect(wrong({ noise: 0.6 })).toBe('The noise of points must be a number from 0 to 0.5.');
  expect(wrong({ count: 0 })).toMatch(/^The number of points must be a whole number from 1/);
  expect(wrong({ set: 'blobs', classes: 26 })).toBe(
    'The number of classes of points must be a whole number from 2 to 4.',
  );
  expect(wrong({ count: 2 })).toBe(
    '2 points would leave one of the 3 classes of "yin-yang" empty: take 3 or more.',
  );
  expect(() => made('blobs', { classes: 5 })).toThrow('from 2 to 4');
  expect(made('blobs', { classes: 4 }).train.classes).toBe(4);
  expect(made('yin-yang', { count: 3 }).train.count).toBe(3);
  expect(POINT_SETS.blobs.classes).toBe('choice');
});
