/** What the network answers when it may not wait any longer: speed against accuracy, one sample at one time. */
import { classCount, layerCount, layerDeadline, type NetworkSpec } from './network';
import { membranePotential } from './propagate';
import type { Volley } from './volley';

export interface ForcedAnswer {
  /** The answer if forced to at t; null for a blank image. */
  class: number | null;
  /** `spike`: an output has fired by t; `potential`: none has, and the highest membrane potential is taken. */
  by: 'spike' | 'potential' | null;
  /** [classes] membrane potentials at t (at the deadline, where t lies after it), had no output fired. */
  potential: Float64Array;
}

/**
 * The first output spike up to t answers (the lowest class of a tie); before it the highest potential at t does, the lowest
 * class of equals, as in `readout` at the deadline: from the deadline on it is the network's answer or guess.
 * @param weights a [postsynaptic, presynaptic] array a layer
 * @param volleys the spikes of every layer, the input first
 */
export function forcedAnswer(
  spec: NetworkSpec,
  weights: ArrayLike<number>[],
  volleys: Volley[],
  t: number,
): ForcedAnswer {
  const depth = layerCount(spec);
  const classes = classCount(spec);
  const presynaptic = volleys[depth - 1]!;
  const { times } = volleys[depth]!;
  const inputs = presynaptic.times.length;
  const at = Math.min(t, layerDeadline(spec, depth));
  const potential = Float64Array.from({ length: classes }, (_, c) =>
    membranePotential(presynaptic, weights[depth - 1]!, c * inputs, spec.response, at),
  );
  let first = 0;
  let highest = 0;
  for (let c = 1; c < classes; c++) {
    if (times[c]! < times[first]!) first = c;
    if (potential[c]! > potential[highest]!) highest = c;
  }
  if (times[first]! <= t && times[first]! < Infinity) {
    return { class: first, by: 'spike', potential };
  }
  if (volleys[0]!.order.length === 0) return { class: null, by: null, potential };
  return { class: highest, by: 'potential', potential };
}
