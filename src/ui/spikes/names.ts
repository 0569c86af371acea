/** What layers and neurons are called, in every view. */
import {
  inputCount,
  layerCount,
  layerGrids,
  layerSizes,
  patchGrid,
  type NetworkSpec,
} from '../../model/network';
import type { NeuronRef } from '../../session/playback';

/** Whether a layer is convolutional: its neurons lie on maps, one a channel. @param layer 0 the input */
export function isConvolution(spec: NetworkSpec, layer: number): boolean {
  return layer > 0 && layer <= (spec.convolutions?.length ?? 0);
}

/** "input", "conv" and "hidden" (or "conv 1", "hidden 2" where there are several), "output". */
export function layerName(spec: NetworkSpec, layer: number): string {
  if (layer === 0) return 'input';
  if (layer === layerCount(spec)) return 'output';
  const convolutions = spec.convolutions?.length ?? 0;
  if (layer <= convolutions) return convolutions === 1 ? 'conv' : `conv ${layer}`;
  return spec.layers.length === 2 ? 'hidden' : `hidden ${layer - convolutions}`;
}

/** Row and column of an input neuron's pixel, or of its patch among the patches. */
export function inputPlace(spec: NetworkSpec, neuron: number): { row: number; column: number } {
  const { columns } = patchGrid(spec);
  return { row: Math.floor(neuron / columns), column: neuron % columns };
}

/** Where a convolution's neuron lies on which map, counted from 0 at the top left. */
export interface MapPlace {
  x: number;
  y: number;
  channel: number;
}

/** null for a neuron of another kind of layer. */
export function mapPlace(spec: NetworkSpec, { layer, neuron }: NeuronRef): MapPlace | null {
  if (!isConvolution(spec, layer)) return null;
  const { columns, channels } = layerGrids(spec)[layer]!;
  const position = Math.floor(neuron / channels);
  return {
    x: position % columns,
    y: Math.floor(position / columns),
    channel: neuron % channels,
  };
}

/** Whether input neurons are patches of several pixels. */
export function isPacked(spec: NetworkSpec): boolean {
  return spec.coding.kernel > 1;
}

/** "pixel 9, 12" (row, column), "patch 3, 4", "conv 1 channel 3 at x 5, y 7", "hidden 37", "hidden 2 no. 37", "output 7". */
export function neuronName(spec: NetworkSpec, ref: NeuronRef): string {
  const { layer, neuron } = ref;
  if (layer === 0) {
    const { row, column } = inputPlace(spec, neuron);
    return `${isPacked(spec) ? 'patch' : 'pixel'} ${row}, ${column}`;
  }
  const name = layerName(spec, layer);
  const place = mapPlace(spec, ref);
  if (place) return `${name} channel ${place.channel} at x ${place.x}, y ${place.y}`;
  return /\d$/.test(name) ? `${name} no. ${neuron}` : `${name} ${neuron}`;
}

/** The neuron's name where its layer is said elsewhere: "9, 12", "x5 y7 c3" or "37". */
export function shortName(spec: NetworkSpec, ref: NeuronRef): string {
  const place = mapPlace(spec, ref);
  if (place) return `x${place.x} y${place.y} c${place.channel}`;
  if (ref.layer > 0) return String(ref.neuron);
  const { row, column } = inputPlace(spec, ref.neuron);
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
