/**
 * Where NIR and these networks differ in the order of neurons: NIR counts a grid's channels first (channel, row, column), these
 * networks its places first, the channels of a place side by side (model.md).
 */
import type { Grid } from '../../model/network';

/** [neurons] the place in NIR's order of each neuron in ours. */
export function nirPlaces({ columns, rows, channels }: Grid): Uint32Array {
  const places = columns * rows;
  return Uint32Array.from(
    { length: places * channels },
    (_, neuron) => (neuron % channels) * places + Math.floor(neuron / channels),
  );
}

/** Rows of `places.length` numbers, each picked into another order. */
export function pick(values: ArrayLike<number>, places: Uint32Array): Float64Array {
  const length = places.length;
  return Float64Array.from(
    { length: values.length },
    (_, at) => values[at - (at % length) + places[at % length]!]!,
  );
}

/** Rows of `places.length` numbers, each put back: `unpick(pick(x)) = x`. */
export function unpick(values: ArrayLike<number>, places: Uint32Array): Float32Array<ArrayBuffer> {
  const length = places.length;
  const result = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    result[at - (at % length) + places[at % length]!] = values[at]!;
  }
  return result;
}
