/** The circuit in words: what of it is drawn, and what is pointed at. */
import { isPointSize } from '../../data/points/point';
import type { Edit } from '../../model/explain-what-if';
import { formatCount, formatFigure, formatPercent, plural } from '../../words/numbers';
import type { NeuronRef } from '../../session/stimulus/playback';
import type { View } from '../view';
import { mapsLackMoved } from '../what-if/suppose-maps';
import { isSilenced } from '../what-if/what-if';
import { exists, layerName, neuronName } from '../words/names';
import { spikeWords } from '../words/spike-words';
import type { Circuit } from './circuit';
import { potentialShares } from './potentials';
import { LAG } from './pulses';

/** "240 of 240 synapses: those from |w| = 0.12 on. A pulse takes 0.05 to be seen; in the model a spike acts at once." */
export function circuitCaption(
  { spec, synapses, focus, layout }: Circuit,
  edits: readonly Edit[] = [],
): string {
  const { list, all, from } = synapses;
  const left = layout.columns
    .filter(({ tiles, all: neurons }) => tiles.length < neurons)
    .map(
      ({ layer, tiles, all: neurons }) =>
        `${formatCount(tiles.length)} of ${formatCount(neurons)} in ${layerName(spec, layer)}`,
    );
  const which =
    from !== null
      ? `from a weight of ${formatFigure(from)} on`
      : focus
        ? `back from ${neuronName(spec, focus)}, and the strongest others`
        : 'the strongest';
  const tiles =
    left.length > 0 ? ` Neurons: ${left.join(', ')}, those that matter most to it.` : '';
  const maps =
    isPointSize(spec.input) && mapsLackMoved(edits)
      ? ' The maps in the tiles are without the moved spike.'
      : '';
  return (
    `${formatCount(list.length)} of ${plural(all, 'synapse')}${list.length < all ? `: ${which}` : ''}.${tiles}` +
    ` A pulse is on its way for ${LAG}; in the model a spike acts at once.${maps}`
  );
}

/**
 * What a neuron has done by the time of the cursor: "hidden 37 fires at 0.842, 12th of 64", or how full it is: what is to come is not
 * told before it comes.
 */
export function neuronSentence({ derived, store }: View, ref: NeuronRef | null): string {
  const { spec, run, weights } = derived.pair();
  const volleys = derived.volleys();
  if (!run || !weights || !volleys || !ref || !exists(spec, ref)) {
    return 'No neuron is selected: arrow keys lead from one to the next.';
  }
  const t = derived.cursor();
  if (run.layers[ref.layer]!.times[ref.neuron]! <= t) return spikeWords(spec, run, ref);
  const name = neuronName(spec, ref);
  if (isSilenced(store.getState().edits, ref)) return `${name} is silenced`;
  if (ref.layer === 0) return `${name} has not spiked`;
  const share = potentialShares(spec, weights, volleys)(ref, t);
  return `${name} has not fired: its potential is ${formatPercent(share, 0)} of the threshold`;
}
