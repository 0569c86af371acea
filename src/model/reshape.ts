/**
 * Networks with a neuron or a layer more or less: those that stay keep their weights. What is added changes no answer by itself, so
 * that training, and not the change, is what is seen to act.
 */
import { layerPlans } from './layers';
import { layerSizes, type NetworkSpec } from './network';
import { createRandom, STREAM } from './random';
import { RANGES } from './ranges';

export interface Shaped {
  spec: NetworkSpec;
  /** [postsynaptic, presynaptic] row-major a layer. */
  weights: Float32Array<ArrayBuffer>[];
}

type Weights = readonly ArrayLike<number>[];

/** A relay fires this share of the threshold's ramp after what it hears: theta / w under the average delay response. */
const RELAY = 4;
/** Layers of more neurons than this are not repeated as relays: that would be more weights than anybody can look through. */
const MOST_RELAYS = 256;

/** Place of a dense hidden layer in `spec.layers`; -1 for every other. @param layer 1-based, convolutions included */
function hiddenPlace({ layers, convolutions = [] }: NetworkSpec, layer: number): number {
  const place = layer - convolutions.length - 1;
  return place >= 0 && place < layers.length - 1 ? place : -1;
}

const copies = (weights: Weights): Float32Array<ArrayBuffer>[] =>
  weights.map((layer) => Float32Array.from(layer));

function withSize(spec: NetworkSpec, place: number, size: number): NetworkSpec {
  return { ...spec, layers: spec.layers.map((n, l) => (l === place ? size : n)) };
}

/** [rows, columns] with column `at` left out, or with a column of `value` put in at the end. */
function withoutColumn(matrix: Float32Array, columns: number, at: number) {
  return matrix.filter((_, n) => n % columns !== at);
}

function withColumn(matrix: Float32Array, columns: number): Float32Array<ArrayBuffer> {
  const rows = matrix.length / columns;
  const wider = new Float32Array(rows * (columns + 1));
  for (let row = 0; row < rows; row++) {
    wider.set(matrix.subarray(row * columns, (row + 1) * columns), row * (columns + 1));
  }
  return wider;
}

/** Whether a layer can have a neuron more, or one less. */
export function canResize(spec: NetworkSpec, layer: number, by: 1 | -1): boolean {
  const place = hiddenPlace(spec, layer);
  const size = spec.layers[place];
  if (size === undefined) return false;
  const [least, most] = RANGES.hiddenSize.range;
  return size + by >= least && size + by <= most;
}

/** Without one neuron of a dense hidden layer. */
export function removeNeuron(
  spec: NetworkSpec,
  weights: Weights,
  layer: number,
  neuron: number,
): Shaped {
  const sizes = layerSizes(spec);
  const next = copies(weights);
  const inputs = sizes[layer - 1]!;
  next[layer - 1] = next[layer - 1]!.filter((_, n) => Math.floor(n / inputs) !== neuron);
  next[layer] = withoutColumn(next[layer]!, sizes[layer]!, neuron);
  return { spec: withSize(spec, hiddenPlace(spec, layer), sizes[layer]! - 1), weights: next };
}

/**
 * With a neuron more at the end of a dense hidden layer. Its incoming weights are drawn as those of its neighbours are spread, its
 * outgoing ones are 0: it is heard once training gives it a weight.
 */
export function addNeuron(
  spec: NetworkSpec,
  weights: Weights,
  layer: number,
  seed: number,
): Shaped {
  const sizes = layerSizes(spec);
  const next = copies(weights);
  const own = next[layer - 1]!;
  const inputs = sizes[layer - 1]!;
  const mean = own.reduce((sum, w) => sum + w, 0) / own.length;
  const spread = Math.sqrt(own.reduce((sum, w) => sum + (w - mean) ** 2, 0) / own.length);
  const random = createRandom(seed, STREAM.weights, layer, sizes[layer]!);
  const more = new Float32Array(own.length + inputs);
  more.set(own);
  for (let n = own.length; n < more.length; n++) more[n] = mean + spread * random.normal();
  next[layer - 1] = more;
  next[layer] = withColumn(next[layer]!, sizes[layer]!);
  return { spec: withSize(spec, hiddenPlace(spec, layer), sizes[layer]! + 1), weights: next };
}

/** Whether there can be a layer more after `layer` (0: after the input). */
export function canAddLayer(spec: NetworkSpec, layer: number): boolean {
  const { layers, convolutions = [], coding } = spec;
  if (layers.length - 1 >= RANGES.hiddenLayers.range[1]) return false;
  const size = layerSizes(spec)[layer]!;
  // A patch's train counts as more than one spike, which a relay would lose.
  const single = layer > 0 || coding.kernel === 1;
  return (
    single && layer >= convolutions.length && layer < layerPlans(spec).length && size <= MOST_RELAYS
  );
}

/**
 * With a layer more after `layer`, as many neurons as that has: each relays one of them, a moment later, and all later spikes are
 * later by that moment. So every answer stays, since adding c to all inputs' times adds c to every spike time (model.md, section 2).
 */
export function addLayer(spec: NetworkSpec, weights: Weights, layer: number): Shaped {
  const size = layerSizes(spec)[layer]!;
  const place = layer - (spec.convolutions?.length ?? 0);
  const relays = new Float32Array(size * size);
  for (let n = 0; n < size; n++) relays[n * size + n] = RELAY * spec.threshold;
  return {
    spec: { ...spec, layers: spec.layers.toSpliced(place, 0, size) },
    weights: copies(weights).toSpliced(layer, 0, relays),
  };
}

/**
 * Without a dense hidden layer. The layer behind it keeps its weights where it now looks at as many neurons as before (so the
 * relays of `addLayer` go without a trace); else it gets new ones, the product of both layers' weights brought to the size that its
 * own had.
 */
export function removeLayer(spec: NetworkSpec, weights: Weights, layer: number): Shaped {
  const sizes = layerSizes(spec);
  const [before, size, after] = [sizes[layer - 1]!, sizes[layer]!, sizes[layer + 1]!];
  const all = copies(weights);
  const [own, behind] = [all[layer - 1]!, all[layer]!];
  const joined = before === size ? behind : productOf(behind, own, after, size, before);
  return {
    spec: { ...spec, layers: spec.layers.toSpliced(hiddenPlace(spec, layer), 1) },
    weights: all.toSpliced(layer - 1, 2, joined),
  };
}

/** Whether a layer can go: a dense hidden one behind something dense layers can look at. */
export function canRemoveLayer(spec: NetworkSpec, layer: number): boolean {
  return hiddenPlace(spec, layer) >= 0;
}

function productOf(
  behind: Float32Array,
  own: Float32Array,
  after: number,
  size: number,
  before: number,
): Float32Array<ArrayBuffer> {
  const product = new Float32Array(after * before);
  for (let j = 0; j < after; j++) {
    for (let h = 0; h < size; h++) {
      const weight = behind[j * size + h]!;
      for (let i = 0; i < before; i++) product[j * before + i]! += weight * own[h * before + i]!;
    }
  }
  // A row adds up to what it did: as much drives each neuron as before.
  const rowSum = (matrix: Float32Array, row: number, columns: number) =>
    matrix.subarray(row * columns, (row + 1) * columns).reduce((sum, w) => sum + Math.abs(w), 0);
  for (let j = 0; j < after; j++) {
    const scale = rowSum(behind, j, size) / (rowSum(product, j, before) || 1);
    for (let i = 0; i < before; i++) product[j * before + i]! *= scale;
  }
  return product;
}
