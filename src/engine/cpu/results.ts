/** What the kernels left in the memory, in the words of the engine's interface. */
import { outputError, type LossSettings } from '../../model/loss';
import { layerDeadline, layerSizes } from '../../model/network';
import { readout, type Readout } from '../../model/readout';
import type { LayerSpikes, SampleRun } from '../engine';
import type { LastVolley } from '../shared/forced';
import { countOperations, countTrainSpikes, type Meetings, type Outcome } from '../shared/outcome';
import { presynaptic, weightAt, weightsOf, type LayerMemory, type NetworkMemory } from './memory';
import type { SpikeLists } from './spike-lists';

/**
 * Membrane potentials of the output neurons at the deadline, had they not fired.
 * @param average with the weights' running average
 */
export function outputPotential(
  memory: NetworkMemory,
  sample: number,
  average = false,
): Float32Array<ArrayBuffer> {
  const { layers, spec } = memory;
  const output = layers[layers.length - 1]!;
  const { neurons, deadline } = output;
  const weights = weightsOf(output, average);
  const pre = presynaptic(memory, layers.length - 1);
  const from = sample * pre.capacity;
  const sums = new Float64Array(neurons);
  for (let p = from; p < from + pre.count[sample]!; p++) {
    const elapsed = deadline - pre.time[p]!;
    if (elapsed < 0) break;
    const psp = spec.response === 'exponential' ? -Math.expm1(-elapsed) : elapsed;
    const m = pre.multiplicity ? pre.multiplicity[p]! : 1;
    const i = pre.index[p]!;
    for (let j = 0; j < neurons; j++) sums[j]! += weights[weightAt(output, i, j)]! * m * psp;
  }
  return Float32Array.from(sums);
}

const NO_POTENTIAL = new Float32Array(0);

/** Who answers; potentials are worked out only where no output fires. */
export function answerOf(memory: NetworkMemory, sample: number, average = false): Readout {
  const { layers, input } = memory;
  const output = layers[layers.length - 1]!;
  const silent = output.spikes.count[sample] === 0;
  const potential = silent ? outputPotential(memory, sample, average) : NO_POTENTIAL;
  return readout(timesOf(output, sample), potential, input.count[sample] === 0);
}

/** [layers, input first] neurons that spike. */
export function spikeCounts(memory: NetworkMemory, sample: number): number[] {
  return [memory.input, ...memory.layers.map((layer) => layer.spikes)].map(
    ({ count }) => count[sample]!,
  );
}

/** What evaluation counts of a sample. @param average whether it ran with the weights' running average */
export function outcomeOfSample(
  memory: NetworkMemory,
  sample: number,
  label: number,
  settings: LossSettings,
  average: boolean,
): Outcome {
  const { spec, layers, input } = memory;
  const answer = answerOf(memory, sample, average);
  const output = layers[layers.length - 1]!;
  const deadline = layerDeadline(spec, layers.length);
  const meetings: Meetings = (l, position) => {
    const { neurons, stride, positions, times } = layers[l]!;
    const place = sample * positions + position;
    const pre = presynaptic(memory, l);
    if (pre.count[place] === 0) return undefined;
    return {
      arrivals: listOf(pre, pre.time, place),
      times: times.subarray(place * stride, place * stride + neurons),
    };
  };
  return {
    answer,
    loss: outputError(timesOf(output, sample), label, deadline, settings).loss,
    spikes: spikeCounts(memory, sample),
    trainSpikes: input.multiplicity
      ? countTrainSpikes(spec, listOf(input, input.multiplicity, sample))
      : input.count[sample]!,
    operations: countOperations(layers, meetings, answer.decisionTime ?? Infinity),
  };
}

/** [neurons] spike times of a dense layer. */
function timesOf({ times, stride, neurons }: LayerMemory, sample: number): Float32Array {
  return times.subarray(sample * stride, sample * stride + neurons);
}

/** What reaches the outputs of a sample, and when they fire. */
export function lastVolley(
  memory: NetworkMemory,
  sample: number,
): { last: LastVolley; outputs: Float32Array; blank: boolean } {
  const { layers, input } = memory;
  const { capacity, count, ...lists } = presynaptic(memory, layers.length - 1);
  return {
    last: { ...lists, from: sample * capacity, count: count[sample]! },
    outputs: timesOf(layers[layers.length - 1]!, sample),
    blank: input.count[sample] === 0,
  };
}

function listOf(lists: SpikeLists, values: Float32Array, sample: number): Float32Array {
  const from = sample * lists.capacity;
  return values.subarray(from, from + lists.count[sample]!);
}

/** The whole way of a sample, in arrays of the caller's own. */
export function sampleRun(memory: NetworkMemory, sample: number): SampleRun {
  const sizes = layerSizes(memory.spec);
  const lists = [memory.input, ...memory.layers.map((layer) => layer.spikes)];
  return {
    layers: lists.map((list, l) => layerSpikes(list, sample, sizes[l]!)),
    potential: outputPotential(memory, sample),
  };
}

function layerSpikes(lists: SpikeLists, sample: number, neurons: number): LayerSpikes {
  const times = new Float32Array(neurons).fill(Infinity);
  const multiplicity = new Float32Array(neurons);
  const from = sample * lists.capacity;
  for (let p = from; p < from + lists.count[sample]!; p++) {
    const i = lists.index[p]!;
    times[i] = lists.time[p]!;
    multiplicity[i] = lists.multiplicity ? lists.multiplicity[p]! : 1;
  }
  return { times, multiplicity };
}
