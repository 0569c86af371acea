/** What layers and neurons are called, in every view. */
import { className, shortClassName } from '../../model/class-names';
import { placeOf as patchOf } from '../../model/encode';
import {
  hasBothPolarities,
  inputCount,
  layerCount,
  layerGrids,
  layerSizes,
  patchGrid,
  type NetworkSpec,
} from '../../model/network';
import { isPointSize, POINT_INPUTS } from '../../data/points/point';
import type { NeuronRef } from '../../session/stimulus/playback';

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

/** A pixel or a patch, a neuron on a map: columns to the right and rows down, from 0 at the top left, in this order in every view. */
export interface Place {
  x: number;
  y: number;
}

/** "x 12, y 9". */
export const placeWords = ({ x, y }: Place): string => `x ${x}, y ${y}`;

/** Where an input neuron's pixel lies, or its patch among the patches. */
function inputPlace(spec: NetworkSpec, neuron: number): Place {
  const { columns } = patchGrid(spec);
  const { place } = patchOf(spec, neuron);
  return { x: place % columns, y: Math.floor(place / columns) };
}

/** Which half of its pixel an input neuron sees; null where pixels have one neuron alone. */
function polarityName(spec: NetworkSpec, neuron: number): 'ink' | 'paper' | null {
  if (!hasBothPolarities(spec)) return null;
  return patchOf(spec, neuron).paper ? 'paper' : 'ink';
}

/** Where a convolution's neuron lies on which map. */
export interface MapPlace extends Place {
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

/** Where a pixel, a patch or a neuron of a convolution lies; null for a neuron without a place. */
export function placeOf(
  spec: NetworkSpec,
  ref: NeuronRef,
): (Place & Partial<Pick<MapPlace, 'channel'>>) | null {
  if (ref.layer > 0) return mapPlace(spec, ref);
  if (pointInput(spec, ref.neuron) !== null) return null;
  const place = inputPlace(spec, ref.neuron);
  if (!hasBothPolarities(spec)) return place;
  return { ...place, channel: patchOf(spec, ref.neuron).paper ? 1 : 0 };
}

/** "x", "1 - x", "y", "1 - y", "bias": what an input neuron of a network that reads points is; null of any other. */
export function pointInput(spec: NetworkSpec, neuron: number): string | null {
  const reads = isPointSize(spec.input) && !isPacked(spec) && !hasBothPolarities(spec);
  return reads ? (POINT_INPUTS[neuron] ?? null) : null;
}

/** Whether input neurons are patches of several pixels. */
export function isPacked(spec: NetworkSpec): boolean {
  return spec.coding.kernel > 1;
}

/** "pixel x 12, y 9", "paper at x 12, y 9", "input 1 - x", "patch x 4, y 3", "conv 1 channel 3 at x 5, y 7", "hidden 37", "hidden 2 no. 37", "output 7". */
export function neuronName(spec: NetworkSpec, ref: NeuronRef): string {
  const { layer, neuron } = ref;
  if (layer === 0) {
    const input = pointInput(spec, neuron);
    if (input !== null) return input === 'bias' ? input : `input ${input}`;
    const polarity = polarityName(spec, neuron);
    const what = polarity ? `${polarity} at` : isPacked(spec) ? 'patch' : 'pixel';
    return `${what} ${placeWords(inputPlace(spec, neuron))}`;
  }
  const name = layerName(spec, layer);
  const place = mapPlace(spec, ref);
  if (place) return `${name} channel ${place.channel} at ${placeWords(place)}`;
  if (layer === layerCount(spec)) return `${name} ${className(spec, neuron)}`;
  return /\d$/.test(name) ? `${name} no. ${neuron}` : `${name} ${neuron}`;
}

/** The neuron's name where its layer is said elsewhere: "x12 y9", "x12 y9 paper", "x5 y7 c3" or "37". */
export function shortName(spec: NetworkSpec, ref: NeuronRef): string {
  const place = mapPlace(spec, ref);
  if (place) return `x${place.x} y${place.y} c${place.channel}`;
  if (ref.layer === layerCount(spec)) return shortClassName(spec, ref.neuron);
  if (ref.layer > 0) return String(ref.neuron);
  const input = pointInput(spec, ref.neuron);
  if (input !== null) return input;
  const { x, y } = inputPlace(spec, ref.neuron);
  return [`x${x}`, `y${y}`, polarityName(spec, ref.neuron)].filter(Boolean).join(' ');
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
