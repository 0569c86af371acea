/** What one image gave, from the spikes of its layers: the same sums on every engine, and for evaluate() as for run(). */
import { countUpTo } from '../../model/count-up-to';
import { outputError, type LossSettings } from '../../model/loss';
import { layerPlans, patchNeurons, type LayerPlan } from '../../model/layers';
import {
  layerCount,
  layerDeadline,
  spikesPerMultiplicity,
  type NetworkSpec,
} from '../../model/network';
import { readout, type Readout } from '../../model/readout';
import type { SampleRun } from '../engine';

export interface Outcome {
  answer: Readout;
  loss: number;
  /** [layers, input first] neurons that spike. */
  spikes: number[];
  /** Input spikes that are emitted: every spike of a train, or the one that stands for it. */
  trainSpikes: number;
  /** Synaptic operations up to the decision (formats.md). */
  operations: number;
}

export function outcomeOf(
  spec: NetworkSpec,
  { layers, potential }: SampleRun,
  label: number,
  settings: LossSettings,
): Outcome {
  const sorted = layers.map(({ times }) => times.filter((t) => t < Infinity).sort());
  const spikes = sorted.map((times) => times.length);
  const output = layers[layers.length - 1]!.times;
  const answer = readout(output, potential, spikes[0] === 0);
  const plans = layerPlans(spec);
  const meetings: Meetings = (l, position) => {
    const { patch, rows } = plans[l]!;
    const times = layers[l + 1]!.times.subarray(position * rows, (position + 1) * rows);
    if (!patch) return { arrivals: sorted[l]!, times };
    const before = layers[l]!.times;
    const own = Float32Array.from(patchNeurons(plans[l]!, position), (i) => before[i]!);
    return { arrivals: own.filter((t) => t < Infinity).sort(), times };
  };
  const deadline = layerDeadline(spec, layerCount(spec));
  return {
    answer,
    loss: outputError(output, label, deadline, settings).loss,
    spikes,
    trainSpikes: countTrainSpikes(spec, layers[0]!.multiplicity),
    operations: countOperations(plans, meetings, answer.decisionTime ?? Infinity),
  };
}

/** Spikes that the input emits, back from the multiplicities (m = 2 n / k^2 for a train of n, 1 for one spike). */
export function countTrainSpikes(spec: NetworkSpec, multiplicity: ArrayLike<number>): number {
  const each = spikesPerMultiplicity(spec);
  let spikes = 0;
  for (let i = 0; i < multiplicity.length; i++) spikes += Math.round(multiplicity[i]! * each);
  return spikes;
}

/**
 * What meets at position `position` of layer `layer` (0-based): the presynaptic spike times that arrive there, earliest first, and the
 * times at which the neurons there fire; undefined where nothing arrives. A dense layer has one position.
 */
export type Meetings = (
  layer: number,
  position: number,
) => { arrivals: ArrayLike<number>; times: ArrayLike<number> } | undefined;

/**
 * A presynaptic spike (or train) reaching a postsynaptic neuron that has not fired yet, up to the decision: for every neuron, the
 * presynaptic spikes at or before its own spike, the decision and its deadline.
 * @param layers all of them, in order
 * @param decision time of the first output spike; +Infinity when none fires
 */
export function countOperations(
  layers: readonly Pick<LayerPlan, 'positions' | 'deadline'>[],
  meetings: Meetings,
  decision: number,
): number {
  let operations = 0;
  layers.forEach(({ positions, deadline }, l) => {
    const end = Math.min(decision, deadline);
    for (let position = 0; position < positions; position++) {
      const meeting = meetings(l, position);
      if (!meeting) continue;
      const { arrivals, times } = meeting;
      const all = countUpTo(arrivals, end);
      for (let j = 0; j < times.length; j++) {
        operations += times[j]! < end ? countUpTo(arrivals, times[j]!) : all;
      }
    }
  });
  return operations;
}
