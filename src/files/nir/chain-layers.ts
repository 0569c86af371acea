/** From the nodes of a NIR chain to layers: each is Linear, Affine or Conv2d, then I or LI, then IF (docs/exchange.md). */
import {
  convolvedGrid,
  gridSize,
  type Convolution,
  type Grid,
  type Response,
} from '../../model/network';
import { shapeName } from '../safetensors';
import type { NirNode } from './graph';
import { nirPlaces, pick } from './neuron-order';
import { arrayOf, numbersOf, perNeuron, requireNoBias } from './node-values';
import { refusal } from './refusal';

export interface NirLayer {
  /** The node that holds the weights. */
  name: string;
  /** Missing where the layer is dense. */
  convolution?: Convolution;
  /** Neurons with weights of their own. */
  rows: number;
  /** [rows, presynaptic] in our order; a convolution's is [channels, y, x, channels before]. */
  weights: Float64Array;
  /** [rows] what the weights are multiplied by on the way: the r of both nodes. */
  gain: Float64Array;
  /** [rows] */
  threshold: Float64Array;
  response: Response;
}

export interface NirLayers {
  layers: NirLayer[];
  inputs: number;
  /** Where the file says how the inputs lie. */
  grid?: Grid;
  /** An IF whose neurons may fire again, if there is one. */
  resets?: NirNode;
}

/** A neuron that falls so far back never fires again. */
const NEVER = -1e6;

/** What a node hands on: neurons in NIR's order, on a grid until a Flatten. */
interface Place {
  neurons: number;
  grid?: Grid;
  flat: boolean;
}

/** @throws ModelFileError that names the node which is no part of such a layer */
export function layersOf({ input, between }: { input: NirNode; between: NirNode[] }): NirLayers {
  const start = inputPlace(input);
  let place = start;
  const layers: NirLayer[] = [];
  let resets: NirNode | undefined;
  const nodes = between.values();
  for (let node = nodes.next().value; node; node = nodes.next().value) {
    if (node.type === 'Flatten') {
      requireWhole(node);
      place = { ...place, flat: true };
      continue;
    }
    const weighted = node.type === 'Conv2d' ? convolutionOf(node, place) : denseOf(node, place);
    const synapse = synapseOf(node, nodes.next().value);
    const neuron = neuronOf(synapse, nodes.next().value);
    const { neurons } = weighted.place;
    const perRow = (of: NirNode, key: string): Float64Array =>
      sharedBy(weighted, of, key, perNeuron(of, key, neurons));
    const outer = perRow(neuron, 'r');
    const threshold = perRow(neuron, 'v_threshold');
    if (!threshold.every((theta) => theta > 0)) {
      throw refusal(
        neuron,
        'has a v_threshold that is not above 0: it would fire before its input',
      );
    }
    const response = synapse.type === 'LI' ? 'exponential' : 'average-delay';
    if (layers.some((layer) => layer.response !== response)) {
      throw refusal(synapse, 'differs from the layers before: I or LI must be the same in all');
    }
    const { name, convolution, rows, weights } = weighted;
    layers.push({
      name,
      ...(convolution && { convolution }),
      rows,
      weights,
      gain: perRow(synapse, 'r').map((r, row) => r * outer[row]!),
      threshold,
      response,
    });
    if (!resets && !perReset(neuron, neurons).every((reset) => reset <= NEVER)) resets = neuron;
    place = weighted.place;
  }
  return {
    layers,
    inputs: start.neurons,
    ...(start.grid && { grid: start.grid }),
    ...(resets && { resets }),
  };
}

const perReset = (neuron: NirNode, neurons: number): Float64Array =>
  neuron.arrays.has('v_reset') ? perNeuron(neuron, 'v_reset', neurons) : new Float64Array(neurons);

function inputPlace(input: NirNode): Place {
  const shape = Array.from(arrayOf(input, 'shape').values);
  if (shape.length === 1) return { neurons: shape[0]!, flat: true };
  const [channels, rows, columns] = shape;
  // Two are ink and paper, which only a file that was written here can say (read-nir.ts).
  if (shape.length !== 3 || (channels !== 1 && channels !== 2)) {
    throw refusal(
      input,
      `has the shape ${shapeName(shape)}: here it is [inputs], or [1, rows, columns] before a convolution`,
    );
  }
  const grid = { channels, rows: rows!, columns: columns! };
  return { neurons: gridSize(grid), grid, flat: false };
}

/** A Flatten makes one row of everything, or of everything behind axes of length 1. */
function requireWhole(node: NirNode): void {
  const shape = numbersOf(node, 'input_type');
  const [start = 0] = numbersOf(node, 'start_dim');
  const [end = -1] = numbersOf(node, 'end_dim');
  const isWhole =
    shape.slice(0, start).every((size) => size === 1) && (end === -1 || end === shape.length - 1);
  if (!isWhole) throw refusal(node, 'keeps some of its axes: here the next layer takes one row');
}

interface Weighted extends Pick<NirLayer, 'name' | 'convolution' | 'rows' | 'weights'> {
  place: Place;
}

function denseOf(node: NirNode, { neurons, grid, flat }: Place): Weighted {
  if (node.type !== 'Linear' && node.type !== 'Affine') {
    throw refusal(
      node,
      'stands where a layer begins: that is Linear, Affine or Conv2d, then I or LI, then IF',
    );
  }
  requireNoBias(node);
  const { shape, values } = arrayOf(node, 'weight');
  const [rows, inputs] = shape;
  if (shape.length !== 2 || inputs !== neurons) {
    throw refusal(
      node,
      `has weights of ${shapeName(shape)}, but ${neurons} neurons come before it`,
    );
  }
  if (!flat) throw refusal(node, 'takes one row of neurons: a Flatten must come before it');
  return {
    name: node.name,
    rows: rows!,
    weights: grid ? pick(values, nirPlaces(grid)) : Float64Array.from(values),
    place: { neurons: rows!, flat: true },
  };
}

function convolutionOf(node: NirNode, { grid, flat }: Place): Weighted {
  if (!grid || flat) throw refusal(node, 'needs a grid of neurons before it, but gets one row');
  requireNoBias(node);
  const { shape, values } = arrayOf(node, 'weight');
  const [channels, before, kernel, width] = shape;
  if (shape.length !== 4 || before !== grid.channels || kernel !== width) {
    throw refusal(
      node,
      `has weights of ${shapeName(shape)}: here they are [channels, ${grid.channels}, kernel, kernel]`,
    );
  }
  const stride = plainStride(node, grid);
  const convolution = { channels: channels!, kernel: kernel!, stride };
  const after = convolvedGrid(grid, convolution);
  if (!(gridSize(after) > 0)) throw refusal(node, 'is larger than the layer that it looks at');
  const patch = { columns: kernel!, rows: kernel!, channels: before };
  return {
    name: node.name,
    convolution,
    rows: channels!,
    weights: pick(values, nirPlaces(patch)),
    place: { neurons: gridSize(after), grid: after, flat: false },
  };
}

/** The stride of a convolution that has no other extras. */
function plainStride(node: NirNode, { rows, columns }: Grid): number {
  const all = (key: string, value: number): boolean =>
    numbersOf(node, key).every((number) => number === value);
  if (!all('padding', 0) || !['valid', undefined].includes(node.texts.get('padding'))) {
    throw refusal(node, 'pads the layer that it looks at: here the padding is 0');
  }
  if (!all('dilation', 1)) throw refusal(node, 'is dilated: here the dilation is 1');
  if (!all('groups', 1)) throw refusal(node, 'has groups of channels: here there is one');
  const given = numbersOf(node, 'input_shape');
  if (given.length > 0 && (given[0] !== rows || given[1] !== columns)) {
    throw refusal(
      node,
      `looks at ${given.join(' x ')} places, but the layer before it has ${rows} x ${columns}`,
    );
  }
  const [stride = 1, other = stride] = numbersOf(node, 'stride');
  if (!(stride >= 1) || stride !== other) {
    throw refusal(node, 'has two strides: here it is the same along both axes');
  }
  return stride;
}

function synapseOf(before: NirNode, node: NirNode | undefined): NirNode {
  if (!node || (node.type !== 'I' && node.type !== 'LI')) {
    throw refusal(
      node ?? before,
      node
        ? 'gets spikes as they are: here an I or LI must come before it, which makes a current of them'
        : 'ends the chain: here I or LI, then IF, come after the weights',
    );
  }
  if (node.type === 'LI') {
    if (!numbersOf(node, 'tau').every((tau) => Math.abs(tau - 1) < 1e-6)) {
      throw refusal(
        node,
        'has a tau that is not 1: here a synapse decays in as long as the input lasts',
      );
    }
    if (!numbersOf(node, 'v_leak').every((leak) => leak === 0)) {
      throw refusal(node, 'has a v_leak that is not 0: it would charge neurons without a spike');
    }
  }
  return node;
}

function neuronOf(synapse: NirNode, node: NirNode | undefined): NirNode {
  if (node?.type === 'IF') return node;
  throw refusal(
    node ?? synapse,
    node
      ? 'stands where an IF must be, the neuron that fires'
      : 'ends the chain: an IF must follow',
  );
}

/** [rows] of [neurons] in NIR's order, which must be the same at all places that share weights. */
function sharedBy(
  { rows, place, convolution }: Weighted,
  node: NirNode,
  key: string,
  values: Float64Array,
): Float64Array {
  if (!convolution) return values;
  const places = place.neurons / rows;
  const shared = Float64Array.from({ length: rows }, (_, row) => values[row * places]!);
  if (values.every((value, i) => value === shared[Math.floor(i / places)])) return shared;
  throw refusal(node, `has a ${key} that differs from place to place: here a channel shares it`);
}
