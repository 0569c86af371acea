/** The membrane potential of one neuron as a function: exact between any two presynaptic spikes, no time step. */
import type { Response } from './network';
import type { Volley } from './volley';

/**
 * One stretch without a presynaptic spike. Average delay response: V(t) = rise t - offset; exponential:
 * V(t) = rise - offset e^(-t). Holds from `start` to the next stretch's start.
 */
export interface PotentialSegment {
  start: number;
  /** Sum of w m over the spikes so far. */
  rise: number;
  /** Sum of w m tbar (exponential: of w m e^tbar) over the spikes so far. */
  offset: number;
}

/**
 * The potential the neuron would have without a reset: 0 before the first stretch. Spikes at equal times share a stretch.
 * @param row where the neuron's weights start in `weights`, [postsynaptic, presynaptic] row-major
 * @param until presynaptic spikes after it are left out (the neuron's deadline)
 */
export function potentialSegments(
  presynaptic: Volley,
  weights: ArrayLike<number>,
  row: number,
  response: Response,
  until: number,
): PotentialSegment[] {
  const { times, multiplicity, order } = presynaptic;
  const exponential = response === 'exponential';
  const segments: PotentialSegment[] = [];
  let rise = 0;
  let offset = 0;
  for (let p = 0; p < order.length; p++) {
    const i = order[p]!;
    const start = times[i]!;
    if (start > until) break;
    const strength = weights[row + i]! * multiplicity[i]!;
    rise += strength;
    offset += strength * (exponential ? Math.exp(start) : start);
    const last = segments[segments.length - 1];
    if (last?.start === start) {
      last.rise = rise;
      last.offset = offset;
    } else segments.push({ start, rise, offset });
  }
  return segments;
}

/** V(t) on one stretch. */
export function segmentPotential(segment: PotentialSegment, response: Response, t: number): number {
  const { rise, offset } = segment;
  return response === 'exponential' ? rise - offset * Math.exp(-t) : rise * t - offset;
}

/** V(t) of a whole trace: 0 before the first presynaptic spike. */
export function tracePotential(
  segments: PotentialSegment[],
  response: Response,
  t: number,
): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.start <= t) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : segmentPotential(segments[low - 1]!, response, t);
}

export interface Knot {
  time: number;
  potential: number;
}

/**
 * The potential at every presynaptic spike time, and at `until`. Between two knots the potential is monotone under both
 * responses, so its extremes are knots.
 */
export function potentialKnots(
  segments: PotentialSegment[],
  response: Response,
  until: number,
): Knot[] {
  const knots = segments.map((segment) => ({
    time: segment.start,
    potential: segmentPotential(segment, response, segment.start),
  }));
  const last = segments[segments.length - 1];
  if (last && last.start < until) {
    knots.push({ time: until, potential: segmentPotential(last, response, until) });
  }
  return knots;
}
