/** What the membrane potential's plot shows of one neuron, from the session's stores. */
import { potentialSegments } from '../../../model/explain-potential';
import { shortClassName } from '../../../model/class-names';
import { layerDeadline, classCount, layerCount } from '../../../model/network';
import type { NeuronRef } from '../../../session/stimulus/playback';
import type { PotentialState, Rival } from './draw-potential';
import { traceEnd } from '../../../view/neuron/trace-end';
import type { View } from '../../../view/view';

/** null where nothing is known yet. */
export function potentialState(
  view: View,
  { layer, neuron }: NeuronRef,
): Omit<PotentialState, 'reading'> | null {
  const { derived } = view;
  const explanation = derived.explanation({ layer, neuron });
  if (!explanation) return null;
  const rivals = rivalsOf(view, layer, neuron);
  const until = traceEnd(explanation, rivals, derived.end());
  const { hand } = view.store.getState();
  return {
    explanation,
    until,
    cursor: derived.cursor(),
    veil: Infinity,
    hand: hand?.layer === layer - 1 ? hand.neuron : null,
    rivals,
  };
}

/** The other outputs' potentials, where an output is explained. */
function rivalsOf(view: View, layer: number, neuron: number): Rival[] {
  const { derived } = view;
  const { spec, weights } = derived.pair();
  const depth = layerCount(spec);
  const volleys = derived.volleys();
  if (layer !== depth || !volleys || !weights) return [];
  const presynaptic = volleys[depth - 1]!;
  const inputs = presynaptic.times.length;
  const deadline = layerDeadline(spec, depth);
  return Array.from({ length: classCount(spec) }, (_, c) => c)
    .filter((c) => c !== neuron)
    .map((c) => ({
      name: shortClassName(spec, c),
      time: volleys[depth]!.times[c]!,
      segments: potentialSegments(
        presynaptic,
        weights[depth - 1]!,
        c * inputs,
        spec.response,
        deadline,
      ),
    }));
}
