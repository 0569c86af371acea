/** Why one neuron fired when it did, or what it was short of: every number exact, from the spikes that reached it. */
import { SLOPE_FLOOR, timeDerivative, weightDerivative } from './backpropagate';
import {
  potentialKnots,
  potentialSegments,
  type Knot,
  type PotentialSegment,
} from './explain-potential';
import { patchNeuron, positionOf, receive, weightRow, type LayerPlan } from './layers';
import { firing, type LayerSettings } from './propagate';
import type { Volley } from './volley';

/** A silent neuron's peak below this share of the threshold is not what keeps it silent. */
const PEAK_SHARE = 0.1;

/** What one presynaptic spike does to the neuron. */
export interface Contribution {
  presynaptic: number;
  /** Spike time, or a train's average delay. */
  time: number;
  multiplicity: number;
  weight: number;
  /** w m (t - tbar) at the moment explained; exponential: w m (1 - e^(tbar - t)). 0 for a spike after it. */
  adds: number;
  /** Whether the neuron fired because of it, too; for a silent neuron: whether it came by `at`. */
  causal: boolean;
  /** dt_j/dt_i and dt_j/dw_ij, exact and without the backward pass's floor; 0 where not causal or the neuron is silent. */
  byTime: number;
  byWeight: number;
}

export interface Explanation {
  settings: LayerSettings;
  /** Firing time; +Infinity for a silent neuron. */
  time: number;
  /** The highest potential up to the firing time or the deadline. */
  peak: Knot;
  /**
   * The moment explained: the firing time; of a silent neuron its peak, or its last presynaptic spike where there is no
   * peak worth the name (below a tenth of the threshold: what reaches it holds it back).
   */
  at: number;
  /** Membrane potential at `at`: the threshold (up to rounding) where the neuron fires. */
  potential: number;
  /** Number of causal spikes, the first of `contributions`; a silent neuron: those up to `at`. */
  causal: number;
  /** Slope A at the spike (exponential: D); 0 when silent. */
  slope: number;
  /** Whether the backward pass floors the slope. */
  floored: boolean;
  /** A silent neuron that would have fired after its deadline: when. null otherwise. */
  late: number | null;
  /** Every presynaptic spike up to the deadline, in time order. */
  contributions: Contribution[];
  segments: PotentialSegment[];
  knots: Knot[];
}

/**
 * Explains the neuron whose weights start at `row`.
 * @param weights [postsynaptic, presynaptic] row-major
 */
export function explainNeuron(
  presynaptic: Volley,
  weights: ArrayLike<number>,
  row: number,
  settings: LayerSettings,
): Explanation {
  const { response, deadline } = settings;
  const segments = potentialSegments(presynaptic, weights, row, response, deadline);
  const knots = potentialKnots(segments, response, deadline);
  const fired = firing(presynaptic, weights, row, settings);
  const highest = highestKnot(knots);
  const last = segments[segments.length - 1]?.start ?? 0;
  const at = fired
    ? fired.time
    : highest.potential >= PEAK_SHARE * settings.threshold
      ? highest.time
      : last;
  const slope = fired?.slope ?? 0;

  const contributions: Contribution[] = [];
  let potential = 0;
  let causal = 0;
  for (let p = 0; p < presynaptic.order.length; p++) {
    const i = presynaptic.order[p]!;
    const time = presynaptic.times[i]!;
    if (time > deadline) break;
    const multiplicity = presynaptic.multiplicity[i]!;
    const weight = weights[row + i]!;
    const isCausal = fired ? p < fired.causal : time <= at;
    const adds = isCausal ? weight * multiplicity * kernel(response, at - time) : 0;
    potential += adds;
    if (isCausal) causal++;
    contributions.push({
      presynaptic: i,
      time,
      multiplicity,
      weight,
      adds,
      causal: isCausal,
      byTime:
        fired && isCausal ? timeDerivative(response, weight, multiplicity, time, at, slope) : 0,
      byWeight: fired && isCausal ? weightDerivative(response, multiplicity, time, at, slope) : 0,
    });
  }
  return {
    settings,
    time: fired?.time ?? Infinity,
    peak: fired ? { time: at, potential } : highest,
    at,
    potential,
    causal,
    slope,
    floored: fired !== undefined && slope < SLOPE_FLOOR,
    late: fired ? null : lateFiring(presynaptic, weights, row, settings),
    contributions,
    segments,
    knots,
  };
}

/**
 * Explains neuron `neuron` of a layer of any kind: `presynaptic` is the whole layer before, and the contributions name its neurons,
 * also where only a patch of it reaches the neuron.
 * @param weights the layer's, [rows, inputs] row-major
 */
export function explainIn(
  plan: LayerPlan,
  presynaptic: Volley,
  weights: ArrayLike<number>,
  neuron: number,
  settings: LayerSettings,
): Explanation {
  const position = positionOf(plan, neuron);
  const patch = receive(plan, presynaptic, position);
  const explanation = explainNeuron(patch, weights, weightRow(plan, neuron), settings);
  if (plan.patch) {
    for (const contribution of explanation.contributions)
      contribution.presynaptic = patchNeuron(plan, position, contribution.presynaptic);
  }
  return explanation;
}

/** The postsynaptic potential of a spike of weight 1, `elapsed` after it; 0 before. */
function kernel(response: LayerSettings['response'], elapsed: number): number {
  if (elapsed <= 0) return 0;
  return response === 'exponential' ? -Math.expm1(-elapsed) : elapsed;
}

/** The first knot of the highest potential; 0 where it never rises above 0. */
function highestKnot(knots: Knot[]): Knot {
  let peak: Knot = { time: 0, potential: 0 };
  for (const knot of knots) if (knot.potential > peak.potential) peak = knot;
  return peak;
}

function lateFiring(
  presynaptic: Volley,
  weights: ArrayLike<number>,
  row: number,
  settings: LayerSettings,
): number | null {
  return firing(presynaptic, weights, row, { ...settings, deadline: Infinity })?.time ?? null;
}
