/** The engine at work against the definition (src/model, float64), for one sample: which neurons spike, and when. */
import type { SampleRun } from '../../engine/engine';
import { encode } from '../../model/encode';
import type { NetworkSpec } from '../../model/network';
import { forwardVolley } from '../../model/step';
import type { NeuronRef } from '../../session/stimulus/playback';
import { formatCount, formatFigure, formatNumber, plural, verb } from '../../words/numbers';
import { neuronName } from '../words/names';
import type { Weights } from './scene';

export interface AgainstReference {
  /** Neurons that spike in both, the input included. */
  spikes: number;
  /** Where both spike and the times differ most; null where all are equal, or none spikes. */
  largest: { neuron: NeuronRef; engine: number; reference: number } | null;
  /** Neurons that spike in one and are silent in the other. */
  other: NeuronRef[];
}

/** @param image [height * width] bytes, what `run` is of */
export function againstReference(
  spec: NetworkSpec,
  weights: Weights,
  image: Uint8Array,
  run: SampleRun,
): AgainstReference {
  const { input, layers } = forwardVolley(spec, weights, encode(spec, image));
  const reference = [input, ...layers.map(({ volley }) => volley)];
  const found: AgainstReference = { spikes: 0, largest: null, other: [] };
  let most = 0;
  reference.forEach(({ times }, layer) =>
    times.forEach((wanted, neuron) => {
      const time = run.layers[layer]!.times[neuron]!;
      if (wanted === Infinity && time === Infinity) return;
      if (wanted === Infinity || time === Infinity) {
        found.other.push({ layer, neuron });
        return;
      }
      found.spikes++;
      const off = Math.abs(time - wanted);
      if (off <= most) return;
      most = off;
      found.largest = { neuron: { layer, neuron }, engine: time, reference: wanted };
    }),
  );
  return found;
}

/** Neurons that are named at most. */
const NAMED = 3;

/** "159 spikes in both, and the same neurons silent. The largest difference: hidden 12 at 0.7624985, reference 0.7624986, 6.0e-8 apart." */
export function againstReferenceWords(
  spec: NetworkSpec,
  { spikes, largest, other }: AgainstReference,
): string {
  const name = (ref: NeuronRef) => neuronName(spec, ref);
  const names = other.slice(0, NAMED).map(name).join(', ');
  const rest = other.length > NAMED ? ` and ${formatCount(other.length - NAMED)} more` : '';
  const silent =
    other.length === 0
      ? 'and the same neurons silent'
      : `but ${names}${rest} ${verb(other.length, 'spikes', 'spike')} in one alone`;
  const both = `${plural(spikes, 'spike')} in both, ${silent}.`;
  if (!largest) return `${both} All times are equal.`;
  const off = Math.abs(largest.engine - largest.reference);
  return (
    `${both} The largest difference: ${name(largest.neuron)} at ${formatNumber(largest.engine, 8)}, ` +
    `reference ${formatNumber(largest.reference, 8)}, ${formatFigure(off)} apart.`
  );
}
