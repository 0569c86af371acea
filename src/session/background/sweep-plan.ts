/** The grid of a sweep: which networks are trained, one after the other. Pure. */
import { isPointSize } from '../../data/points/point';
import { POINT_TRAINING } from '../../data/points/point-network';
import { layerPlans } from '../../model/layers';
import { classCount, networkName, weightCount, type NetworkSpec } from '../../model/network';
import { isWithin, type NumberRange } from '../../model/ranges';
import { NetworkError, parseNetwork } from '../../model/validate';

export interface SweepGrid {
  /** Kernel sizes; the stride is the kernel's, so that patches do not overlap. */
  kernels: number[];
  /** Sizes of the one dense hidden layer; convolutions in front of it stay as they are. */
  sizes: number[];
  epochs: number;
  seeds: number[];
}

export interface SweepPoint {
  spec: NetworkSpec;
  seed: number;
  status: 'waiting' | 'training' | 'done' | 'failed';
  /** The run that came of it. */
  run: number | null;
}

export const DEFAULT_GRID: SweepGrid = {
  kernels: [1, 2, 4],
  sizes: [32, 64, 128, 256, 400],
  epochs: 1,
  seeds: [1],
};

/** Most points of a sweep: beyond, it would not end in an evening, and push out the runs kept. */
export const MOST_SWEEP_POINTS = 60;

/** Numbers typed with spaces or commas between, ascending, each once; null where one is not in the range. */
export function parseNumbers(text: string, range: NumberRange): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .filter(Boolean);
  // Of 1,024 the second part begins with a 0: it was meant as one number.
  const numbers = parts.map((part) => (/^(0|[1-9]\d*)$/.test(part) ? Number(part) : NaN));
  const fine = numbers.every((n) => isWithin(range, n));
  if (!fine || numbers.length === 0) return null;
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

/** Of points: nothing is packed, few neurons are enough, and an epoch takes a moment. */
const POINT_GRID: SweepGrid = {
  kernels: [1],
  sizes: [3, 6, 12, 30, 60],
  epochs: POINT_TRAINING.epochs,
  seeds: [1],
};

/** The grid that a sweep around `base` starts with; of the usual kernels those that fit. */
export function usualGrid(base: NetworkSpec): SweepGrid {
  if (isPointSize(base.input)) return POINT_GRID;
  const kernels = DEFAULT_GRID.kernels.filter(
    (k) => gridProblem({ ...DEFAULT_GRID, kernels: [k] }, base) === null,
  );
  return { ...DEFAULT_GRID, kernels };
}

/** What keeps a grid from being trained, in a sentence; null where nothing does. */
export function gridProblem(
  { kernels, sizes, seeds }: SweepGrid,
  base: NetworkSpec,
): string | null {
  const side = Math.min(base.input.width, base.input.height);
  const wide = kernels.find((k) => k > side);
  if (wide !== undefined) {
    return `A kernel of ${wide} does not fit into images of ${base.input.width} x ${base.input.height}: leave it out.`;
  }
  for (const kernel of kernels) {
    const problem = convolutionProblem(packed(base, kernel));
    if (problem)
      return `With k = ${kernel} the convolutions of ${networkName(base)} do not fit (${problem.replace(/\.$/, '')}): leave it out.`;
  }
  const points = kernels.length * sizes.length * seeds.length;
  if (points > MOST_SWEEP_POINTS) {
    return `These are ${points} networks, and a sweep trains at most ${MOST_SWEEP_POINTS}: take fewer sizes, kernels or seeds.`;
  }
  return null;
}

const packed = (base: NetworkSpec, kernel: number): NetworkSpec => ({
  ...base,
  coding: { ...base.coding, kernel, stride: kernel },
});

function convolutionProblem(spec: NetworkSpec): string | null {
  if (!spec.convolutions) return null;
  try {
    parseNetwork({ ...spec, layers: spec.layers.slice(-2) });
    return null;
  } catch (error) {
    if (error instanceof NetworkError) return error.message;
    throw error;
  }
}

/** The points of a grid around `base`, the small ones first, so that the plot fills early. */
export function planSweep({ kernels, sizes, seeds }: SweepGrid, base: NetworkSpec): SweepPoint[] {
  const classes = classCount(base);
  const points = seeds.flatMap((seed) =>
    kernels.flatMap((kernel) =>
      sizes.map((size): SweepPoint => {
        const spec = { ...packed(base, kernel), layers: [size, classes] };
        return { spec, seed, status: 'waiting', run: null };
      }),
    ),
  );
  return points.toSorted((a, b) => weightCount(a.spec) - weightCount(b.spec));
}

/**
 * About how much work a point is, in arbitrary units: the synapses of the first layer and of convolutions, and a part that each
 * image costs anyhow.
 */
export function effort({ spec }: Pick<SweepPoint, 'spec'>): number {
  const plans = layerPlans(spec);
  const heavy = plans.filter(({ kind, layer }) => layer === 1 || kind === 'convolution');
  const synapses = heavy.reduce((sum, { positions, weights }) => sum + positions * weights, 0);
  return synapses + 40 * plans[0]!.before;
}
