/** One neuron's numbers for a spreadsheet. */
import { csv } from '../../files/csv';
import type { NeuronRef } from '../../session/stimulus/playback';
import { contributionsCsv } from '../neuron/table';
import { neuronName, placeOf } from '../words/names';
import type { View } from '../view';

/** Every presynaptic spike and what it does. */
export function contributionsOf(view: View, ref: NeuronRef): string {
  const { derived } = view;
  const { spec } = derived.scene();
  const at = (neuron: number) => ({ layer: ref.layer - 1, neuron });
  return contributionsCsv(
    derived.explanation(ref)?.contributions ?? [],
    (presynaptic) => neuronName(spec, at(presynaptic)),
    (presynaptic) => placeOf(spec, at(presynaptic)),
  );
}

/**
 * The membrane potential at every presynaptic spike, had nothing reset it, with the two sums that give it until the next:
 * V(t) = rise t - offset (exponential synapses: rise - offset e^-t).
 */
export function potentialCsv(view: View, ref: NeuronRef): string {
  const { segments = [], knots = [] } = view.derived.explanation(ref) ?? {};
  return csv(
    ['time', 'potential', 'rise', 'offset'],
    knots.map(({ time, potential }, k) => [
      time,
      potential,
      segments[k]?.rise ?? null,
      segments[k]?.offset ?? null,
    ]),
  );
}
