/** What is said beside the table of spikes, and of its rows. */
import type { SampleRun } from '../../engine/engine';
import type { NetworkSpec } from '../../model/network';
import { layerCount } from '../../model/network';
import type { Readout } from '../../model/readout';
import { isSameNeuron, type NeuronRef } from '../../session/stimulus/playback';
import { formatCount, formatTime, plural } from '../../words/numbers';
import type { Spike } from '../tables/spike-list';
import { layerName, mapPlace, neuronName, placeOf, placeWords, pointInput } from './names';
import { spiking } from './spike-words';

/** A neuron beside its layer's name: "x 12, y 9", "1 - x", "channel 3 at x 5, y 7", "37". */
export function numberWords(spec: NetworkSpec, ref: NeuronRef): string {
  if (ref.layer === 0) {
    const place = placeOf(spec, ref);
    return place ? placeWords(place) : pointInput(spec, ref.neuron)!;
  }
  const place = mapPlace(spec, ref);
  return place ? `channel ${place.channel} at ${placeWords(place)}` : String(ref.neuron);
}

/** "Silent, hence in no row: 679 of 784 input, 84 of 128 hidden, 8 of 10 output." */
export function silentCounts(spec: NetworkSpec, run: SampleRun): string {
  const parts = run.layers.flatMap(({ times }, layer) => {
    const silent = times.length - spiking(times);
    if (silent === 0) return [];
    return [`${formatCount(silent)} of ${formatCount(times.length)} ${layerName(spec, layer)}`];
  });
  if (parts.length === 0) return 'No neuron is silent.';
  return `Silent, hence in no row: ${parts.join(', ')}.`;
}

/** "157 spikes", "1 spike of output", "22 causes of output 7 and its own spike". */
export function listedWords(
  spec: NetworkSpec,
  list: readonly Spike[],
  layer: number | null,
  of: NeuronRef | null,
): string {
  const where = layer === null ? '' : ` of ${layerName(spec, layer)}`;
  if (!of) return `${plural(list.length, 'spike')}${where}`;
  const own = list.some((spike) => isSameNeuron(spike, of));
  const causes = plural(list.length - (own ? 1 : 0), 'cause');
  const among = layer === null || layer === of.layer ? '' : ` in ${layerName(spec, layer)}`;
  return `${causes} of ${neuronName(spec, of)}${among}${own ? ', and its own spike' : ''}`;
}

/** "t = 0.034: pixel x 12, y 9 spikes, and 2 more", "t = 0.762: output 7 fires and is the answer". Empty where none spikes. @param spikes of one moment */
export function momentOf(
  spec: NetworkSpec,
  spikes: readonly Spike[],
  answer: Readout | null,
): string {
  // The outputs come last, and are what the race is about.
  const outputs = spikes.filter(({ layer }) => layer === layerCount(spec));
  const first = answer?.decisionTime === spikes[0]?.time ? answer?.class : null;
  const winner = outputs.find(({ neuron }) => neuron === first);
  const told = winner ?? spikes.at(-1);
  if (!told) return '';
  const verb = told.layer === 0 ? 'spikes' : 'fires';
  const decides = winner ? ' and is the answer' : '';
  const others = spikes.length > 1 ? `, and ${formatCount(spikes.length - 1)} more` : '';
  return `t = ${formatTime(told.time)}: ${neuronName(spec, told)} ${verb}${decides}${others}`;
}
