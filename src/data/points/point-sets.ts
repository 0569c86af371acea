/**
 * The sets of points: what each is called, its classes, and how a point of a class is drawn. All lie in [0, 1]^2. XOR, circle, spirals
 * and blobs are those of TensorFlow Playground, the moons those of scikit-learn, told anew from what they are.
 */
import type { Random } from '../../model/random';
import type { PlanePoint } from './point';
import { YIN_YANG_CLASSES, yinYangClass } from './yin-yang';

export const POINT_SET_NAMES = ['yin-yang', 'xor', 'circle', 'moons', 'spirals', 'blobs'] as const;
export type PointSetName = (typeof POINT_SET_NAMES)[number];

export interface PointSet {
  title: string;
  /** What it asks of a network, in a sentence. */
  about: string;
  /** What its classes are called, where they have names; how many there are, unless that is a choice. */
  classes: readonly string[] | 'choice';
  /** Hidden layers to begin with, where the usual ones do not learn the set. */
  hidden?: readonly number[];
  /** A point of a class, without noise. @param classes how many there are */
  draw(random: Random, label: number, classes: number): PlanePoint;
}

/** A place of the plane that is of a class; others are drawn again, so that all classes can be equally frequent. */
function rejecting(classOf: (point: PlanePoint) => number | null): PointSet['draw'] {
  return (random, label) => {
    for (;;) {
      const point = { x: random.uniform(), y: random.uniform() };
      if (classOf(point) === label) return point;
    }
  };
}

/** Half the gap between neighbouring squares of XOR. */
const XOR_GAP = 0.03;

/** 1 where exactly one of both coordinates is large; null in the gap. */
function xorClass({ x, y }: PlanePoint): number | null {
  if (Math.min(Math.abs(x - 0.5), Math.abs(y - 0.5)) < XOR_GAP) return null;
  return x > 0.5 === y > 0.5 ? 0 : 1;
}

const INNER = 0.25;
const RING = { from: 0.35, to: 0.5 };

/** 1 in the disk in the middle, 0 in the ring around it, null elsewhere. */
function circleClass({ x, y }: PlanePoint): number | null {
  const radius = Math.hypot(x - 0.5, y - 0.5);
  if (radius <= INNER) return 1;
  return radius >= RING.from && radius <= RING.to ? 0 : null;
}

/** Half circles of radius 1, the second turned over and moved by (1, 1/2), as they fit into the plane. */
function moon(random: Random, label: number): PlanePoint {
  const angle = Math.PI * random.uniform();
  const [u, v] = [Math.cos(angle), Math.sin(angle)];
  const [a, b] = label === 0 ? [u, v] : [1 - u, 0.5 - v];
  return { x: 0.5 + (a - 0.5) * 0.3, y: 0.5 + (b - 0.25) * 0.3 };
}

/** How often a spiral goes around, and how far out. */
const SPIRAL = { turns: 1.75, radius: 0.48 };

/** The radius grows with the angle; the second spiral is the first, turned by half a circle. */
function spiral(random: Random, label: number): PlanePoint {
  const along = random.uniform();
  const angle = 2 * Math.PI * SPIRAL.turns * along + Math.PI * label;
  const radius = SPIRAL.radius * along;
  return { x: 0.5 + radius * Math.sin(angle), y: 0.5 + radius * Math.cos(angle) };
}

const BLOB = { from: 0.28, deviation: 0.07 };

/** Gaussians around places that are equally far from the middle and from each other. */
function blob(random: Random, label: number, classes: number): PlanePoint {
  const angle = 2 * Math.PI * (label / classes + 0.125);
  return {
    x: 0.5 + BLOB.from * Math.cos(angle) + BLOB.deviation * random.normal(),
    y: 0.5 + BLOB.from * Math.sin(angle) + BLOB.deviation * random.normal(),
  };
}

const TWO = ['0', '1'];

export const POINT_SETS: Record<PointSetName, PointSet> = {
  'yin-yang': {
    title: 'Yin-Yang',
    about: 'Two curled halves and the dots in them: the standard test of time-coded networks.',
    classes: YIN_YANG_CLASSES,
    draw: rejecting(yinYangClass),
  },
  xor: {
    title: 'XOR',
    about: 'Squares at opposite corners belong together: no straight line tells them apart.',
    classes: TWO,
    draw: rejecting(xorClass),
  },
  circle: {
    title: 'Circle',
    about: 'A disk, and a ring around it.',
    classes: TWO,
    draw: rejecting(circleClass),
  },
  moons: {
    title: 'Moons',
    about: 'Two half circles that reach into each other.',
    classes: TWO,
    draw: moon,
  },
  spirals: {
    title: 'Spirals',
    about:
      'Two arms around each other: the hardest. 12 hidden neurons do not learn it, twice 30 do.',
    classes: TWO,
    hidden: [30, 30],
    draw: spiral,
  },
  blobs: {
    title: 'Blobs',
    about: 'Two to four clouds: the easiest.',
    classes: 'choice',
    draw: blob,
  },
};
