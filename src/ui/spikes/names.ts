/** What layers and neurons are called, in every view. */
import { inputCount, layerSizes, patchGrid, type NetworkSpec } from '../../model/network';
import type { NeuronRef } from '../../session/playback';

/** "input", "hidden" (or "hidden 2" where there are several), "output". */
export function layerName(spec: NetworkSpec, layer: number): string {
  if (layer === 0) return 'input';
  if (layer === spec.layers.length) return 'output';
  return spec.layers.length === 2 ? 'hidden' : `hidden ${layer}`;
}

/** Row and column of an input neuron's pixel, or of its patch among the patches. */
export function inputPlace(spec: NetworkSpec, neuron: number): { row: number; column: number } {
  const { columns } = patchGrid(spec);
  return { row: Math.floor(neuron / columns), column: neuron % columns };
}

/** Whether input neurons are patches of several pixels. */
export function isPacked(spec: NetworkSpec): boolean {
  return spec.coding.kernel > 1;
}

/** "pixel 9, 12" (row, column), "patch 3, 4", "hidden 37", "hidden 2 no. 37", "output 7". */
export function neuronName(spec: NetworkSpec, { layer, neuron }: NeuronRef): string {
  if (layer === 0) {
    const { row, column } = inputPlace(spec, neuron);
    return `${isPacked(spec) ? 'patch' : 'pixel'} ${row}, ${column}`;
  }
  const name = layerName(spec, layer);
  return name.endsWith(String(layer)) ? `${name} no. ${neuron}` : `${name} ${neuron}`;
}

/** The neuron's name where its layer is said elsewhere: "9, 12" or "37". */
export function shortName(spec: NetworkSpec, { layer, neuron }: NeuronRef): string {
  if (layer > 0) return String(neuron);
  const { row, column } = inputPlace(spec, neuron);
  return `${row}, ${column}`;
}

/** Whether the network has this neuron. */
export function exists(spec: NetworkSpec, { layer, neuron }: NeuronRef): boolean {
  if (layer === 0) return neuron < inputCount(spec);
  return neuron < (layerSizes(spec)[layer] ?? 0);
}

/** "1st", "2nd", "3rd", "11th". */
export function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}
