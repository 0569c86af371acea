/** The grid of a sweep: which networks are trained, one after the other. Pure. */
import { inputCount, weightCount, type NetworkSpec } from '../model/network';

export interface SweepGrid {
  /** Kernel sizes; the stride is the kernel's, so that patches do not overlap. */
  kernels: number[];
  /** Sizes of the one hidden layer. */
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

/** Numbers typed with spaces or commas between, ascending, each once; null where one is no whole number in the range. */
export function parseNumbers(text: string, low: number, high: number): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const numbers = parts.map(Number);
  const fine = numbers.every((n) => Number.isInteger(n) && n >= low && n <= high);
  if (!fine || numbers.length === 0) return null;
  return [...new Set(numbers)].toSorted((a, b) => a - b);
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
  const points = kernels.length * sizes.length * seeds.length;
  if (points > MOST_SWEEP_POINTS) {
    return `These are ${points} networks, and a sweep trains at most ${MOST_SWEEP_POINTS}: take fewer sizes, kernels or seeds.`;
  }
  return null;
}

/** The points of a grid around `base`, the small ones first, so that the plot fills early. */
export function planSweep({ kernels, sizes, seeds }: SweepGrid, base: NetworkSpec): SweepPoint[] {
  const classes = base.layers[base.layers.length - 1]!;
  const points = seeds.flatMap((seed) =>
    kernels.flatMap((kernel) =>
      sizes.map((size): SweepPoint => {
        const coding = { ...base.coding, kernel, stride: kernel };
        const spec = { ...base, coding, layers: [size, classes] };
        return { spec, seed, status: 'waiting', run: null };
      }),
    ),
  );
  return points.toSorted((a, b) => weightCount(a.spec) - weightCount(b.spec));
}

/** About how much work a point is, in arbitrary units: the first layer's weights, and a part that each image costs anyhow. */
export function effort({ spec }: Pick<SweepPoint, 'spec'>): number {
  return inputCount(spec) * (spec.layers[0]! + 40);
}
