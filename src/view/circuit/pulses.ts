/** Spikes on their way along the synapses. In the model a spike acts at once; the eye is given a short lag to follow it. */
import type { Synapse } from './synapses';
import { strongest } from './strongest';

/** The model's time that a pulse is on its way for. */
export const LAG = 0.05;
/** Pulses that are drawn at once; of more, those of the strongest synapses. */
export const MOST_PULSES = 2000;

export interface Pulse {
  /** Its synapse's place in the list. */
  synapse: number;
  /** How far along it is: 0 it leaves, 1 it arrives. */
  share: number;
}

export interface Pulses {
  list: Pulse[];
  /** How many there are; more than are in the list where they are thinned. */
  all: number;
}

/**
 * The pulses at time t. A spike of the neuron before sends one; a neuron that has fired already is sent none, and nothing leaves
 * once the race has ended.
 * @param times [layer][neuron] spike times, +Infinity silent
 * @param end when the first output fires; +Infinity where none does
 */
export function pulsesAt(
  synapses: readonly Synapse[],
  times: readonly ArrayLike<number>[],
  t: number,
  end = Infinity,
  most = MOST_PULSES,
): Pulses {
  const list: Pulse[] = [];
  synapses.forEach(({ layer, pre, post }, synapse) => {
    const leaves = times[layer - 1]![pre]!;
    if (!(leaves <= t) || t >= leaves + LAG) return;
    if (times[layer]![post]! < leaves || leaves > end) return;
    list.push({ synapse, share: (t - leaves) / LAG });
  });
  return {
    list: strongest(list, most, (pulse) => synapses[pulse.synapse]!.strength),
    all: list.length,
  };
}
