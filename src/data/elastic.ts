/**
 * Elastic displacement fields (model.md): noise, uniform in [-1, 1] for every pixel and axis, smoothed with a Gaussian of
 * 4 pixels, times 18; both lengths are those of a 28 x 28 image.
 *
 * A field this smooth need not be computed at every pixel. Noise for cells of 2 x 2 pixels, at half the amplitude, becomes
 * under the same Gaussian a random field of the same covariance, variance * exp(-d^2 / (4 sigma^2)), and between the
 * cells' middles it is linear: a twelfth of the work.
 */
import type { Random } from '../model/random';

const SIDE = 28;
export const ELASTIC = {
  /** Standard deviation of the Gaussian, pixels of 28. */
  sigma: 4,
  /** Displacement of noise 1, pixels of 28. */
  strength: 18,
} as const;

/** The kernel ends at this many standard deviations. */
const TAILS = 3;
/** Pixels a side of a cell. */
const CELL = 2;

export interface ElasticField {
  readonly width: number;
  readonly height: number;
  /** [height, width] displacement of every pixel in pixels; overwritten by the next draw. */
  readonly dx: Float32Array;
  readonly dy: Float32Array;
  /** Draws new displacements. */
  draw(random: Random): void;
}

/** One axis: its Gaussian in cells, and where each pixel lies between two cells. */
export interface Axis {
  cells: number;
  radius: number;
  /** [2 radius + 1], of sum 1. */
  kernel: Float32Array;
  /** [side] the cell before a pixel, and the share of the next; the outermost half pixels are extrapolated. */
  cell: Uint32Array;
  share: Float32Array;
}

export function createAxis(side: number): Axis {
  const cells = Math.ceil(side / CELL);
  const sigma = (ELASTIC.sigma * side) / SIDE / CELL;
  const radius = Math.ceil(TAILS * sigma);
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((a, b) => a + b, 0);
  const cell = new Uint32Array(side);
  const share = new Float32Array(side);
  for (let i = 0; i < side && cells > 1; i++) {
    const place = (i - (CELL - 1) / 2) / CELL;
    cell[i] = Math.min(Math.max(Math.floor(place), 0), cells - 2);
    share[i] = place - cell[i]!;
  }
  return { cells, radius, kernel: kernel.map((k) => k / sum), cell, share };
}

/** Displacement of a pixel, across and down, for noise 1 in its cell and everywhere around. */
export function noiseStrength(width: number, height: number): { x: number; y: number } {
  // Fewer cells than pixels average less out, hence / CELL; a finer grid of pixels averages more out, hence the root.
  const strength = (ELASTIC.strength * Math.sqrt(width * height)) / SIDE / CELL;
  return { x: (strength * width) / SIDE, y: (strength * height) / SIDE };
}

/** A field of one image size, its kernels and scratch memory made once. */
export function createElasticField(width: number, height: number): ElasticField {
  const across = createAxis(width);
  const down = createAxis(height);
  const { cells: columns } = across;
  const { cells: rows } = down;
  const dx = new Float32Array(width * height);
  const dy = new Float32Array(width * height);
  // x and y side by side: [rows, columns, 2], so that one walk serves both.
  const noise = new Float32Array(rows * columns * 2);
  const narrow = new Float32Array(rows * columns * 2);
  const coarse = new Float32Array(rows * columns * 2);
  const line = new Float32Array((columns + 1) * 2);

  const strength = noiseStrength(width, height);

  const drawNoise = (random: Random): void => {
    for (let i = 0; i < noise.length; i += 2) {
      // One draw of 32 bits serves both axes with 16 each.
      const both = random.uniform() * 65536;
      const high = Math.floor(both);
      noise[i] = ((high + 0.5) / 32768 - 1) * strength.x;
      noise[i + 1] = (2 * (both - high) - 1) * strength.y;
    }
  };

  const smooth = (
    from: Float32Array,
    to: Float32Array,
    { cells, radius, kernel }: Axis,
    stride: number,
    lines: number,
    lineStride: number,
  ): void => {
    for (let l = 0; l < lines; l++) {
      for (let c = 0; c < cells; c++) {
        let sumX = 0;
        let sumY = 0;
        const first = Math.max(0, c - radius);
        const last = Math.min(cells - 1, c + radius);
        let at = l * lineStride + first * stride;
        for (let k = first - c + radius; k <= last - c + radius; k++, at += stride) {
          sumX += from[at]! * kernel[k]!;
          sumY += from[at + 1]! * kernel[k]!;
        }
        to[l * lineStride + c * stride] = sumX;
        to[l * lineStride + c * stride + 1] = sumY;
      }
    }
  };

  const interpolate = (): void => {
    const length = columns * 2;
    for (let y = 0, at = 0; y < height; y++) {
      const above = down.cell[y]! * length;
      const below = Math.min(down.cell[y]! + 1, rows - 1) * length;
      const v = down.share[y]!;
      for (let n = 0; n < length; n++) {
        line[n] = coarse[above + n]! * (1 - v) + coarse[below + n]! * v;
      }
      for (let x = 0; x < width; x++, at++) {
        const n = across.cell[x]! * 2;
        const u = across.share[x]!;
        dx[at] = line[n]! + (line[n + 2]! - line[n]!) * u;
        dy[at] = line[n + 1]! + (line[n + 3]! - line[n + 1]!) * u;
      }
    }
  };

  return {
    width,
    height,
    dx,
    dy,
    draw(random) {
      drawNoise(random);
      smooth(noise, narrow, across, 2, rows, columns * 2);
      smooth(narrow, coarse, down, columns * 2, columns, 2);
      interpolate();
    },
  };
}
