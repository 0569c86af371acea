/** How work is spread over threads, for a real GPU and for a software adapter. */

import type { LayerPlan } from '../../../model/layers';
import { quadsOf } from './layout';

/** Threads a workgroup. A software adapter spreads workgroups over processor cores, so it wants many small ones. */
export interface Sizes {
  /** Kernels with a thread for 4 pixels. Up to 65,535 workgroups make a dispatch, and a submit has many pixels. */
  pixel: number;
  /** Kernels with a thread for 4 neurons. */
  wide: number;
  /** Kernels with a thread a sample. */
  sample: number;
  /** Times 4 neurons that a thread of propagate, of update and of gradient (there both ways) takes at most: many share what is read, few make more threads. */
  fours: { propagate: 1 | 2 | 4; update: 1 | 2; gradient: 1 | 2 };
  /** Spikes that a thread of backpropagateShared takes at most. */
  spikes: number;
  /** Whether hidden spikes are ranked by many threads, rather than sorted by one a sample. */
  ranks: boolean;
}

export function workgroupSizes(software: boolean): Sizes {
  return software
    ? {
        pixel: 64,
        wide: 16,
        sample: 4,
        fours: { propagate: 4, update: 2, gradient: 2 },
        spikes: 64,
        ranks: false,
      }
    : {
        pixel: 64,
        wide: 64,
        sample: 32,
        fours: { propagate: 1, update: 1, gradient: 1 },
        spikes: 1,
        ranks: true,
      };
}

/**
 * Times 4 neurons that a thread of propagate takes. Where there are several positions, the threads' neurons must come one after the
 * other without gaps.
 */
export function foursOf(
  { rows, positions }: Pick<LayerPlan, 'rows' | 'positions'>,
  { fours }: Sizes,
): number {
  const most = fours.propagate;
  const quads = quadsOf(rows);
  if (positions === 1) return rows > 8 ? most : Math.min(most, quads);
  return [4, 2].find((some) => some <= most && quads % some === 0) ?? 1;
}
