/** Writes a network as a NIR file: a chain that other simulators read, and what NIR has no words for in its metadata (docs/exchange.md). */
import type { Group } from 'h5wasm';
import { layerPlans, type LayerPlan } from '../../model/layers';
import { classCount, layerGrids, type Grid, type NetworkSpec } from '../../model/network';
import { formatVersion } from '../format-version';
import type { ModelFile } from '../model-file';
import { writeHdf5 } from './hdf5';
import { nirPlaces, unpick } from './neuron-order';
import { METADATA } from './nir-chain';

/** Of NIR's own library, whose files look so. */
const NIR_VERSION = '1.0';

/** So far down that a neuron which has fired never comes back. */
const RESET = -1e9;

/** The network without its optimiser's state, which NIR has no place for. The same model gives the same bytes. */
export async function writeNir({
  spec,
  weights,
  metadata,
}: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
  const grids = layerGrids(spec);
  const hasGrid = grids.length > 1;
  return writeHdf5((file) => {
    text(file, 'version', NIR_VERSION);
    const graph = file.create_group('node');
    text(graph, 'type', 'NIRGraph');
    const nodes = graph.create_group('nodes');
    const chain: string[] = [];
    const add = (name: string, type: string): Group => {
      chain.push(name);
      const node = nodes.create_group(name);
      text(node, 'type', type);
      return node;
    };
    const { rows, columns, channels } = grids[0]!;
    const shape = hasGrid ? [channels, rows, columns] : [channels * rows * columns];
    integers(add('input', 'Input'), 'shape', shape);
    layerPlans(spec).forEach((plan, l) => {
      if (plan.kind === 'dense' && grids.length > 1 && l === grids.length - 1) {
        flatten(add('flatten', 'Flatten'), grids[l]!);
      }
      if (plan.kind === 'convolution') {
        convolution(add(`${l}.weight`, 'Conv2d'), plan, weights[l]!);
      } else {
        const flat = hasGrid && grids[l] && unpick(weights[l]!, nirPlaces(grids[l]));
        floats(add(`${l}.weight`, 'Linear'), 'weight', flat || weights[l]!, plan.shape);
      }
      const { patch, neurons } = plan;
      const shape = patch ? [plan.rows, patch.grid.rows, patch.grid.columns] : [neurons];
      const each = (node: Group, key: string, value: number): void =>
        floats(node, key, new Float32Array(neurons).fill(value), shape);
      const exponential = spec.response === 'exponential';
      const synapse = add(`${l}.synapse`, exponential ? 'LI' : 'I');
      each(synapse, 'r', 1);
      if (exponential) {
        each(synapse, 'tau', 1);
        each(synapse, 'v_leak', 0);
      }
      const neuron = add(`${l}.neuron`, 'IF');
      each(neuron, 'r', 1);
      each(neuron, 'v_threshold', spec.threshold);
      each(neuron, 'v_reset', RESET);
    });
    integers(add('output', 'Output'), 'shape', [classCount(spec)]);
    const edges = chain.slice(1).flatMap((name, i) => [chain[i]!, name]);
    graph.create_dataset({ name: 'edges', data: edges, shape: [edges.length / 2, 2], dtype: 'S' });
    text(graph.create_group('metadata'), METADATA, ownWords(spec, metadata));
  });
}

function ownWords(network: NetworkSpec, metadata: ModelFile['metadata'] = {}): string {
  const { format: _, format_version: __, network: ___, ...rest } = metadata;
  return JSON.stringify({ format_version: formatVersion(network), network, metadata: rest });
}

function flatten(node: Group, { channels, rows, columns }: Grid): void {
  integer(node, 'start_dim', 0);
  integer(node, 'end_dim', -1);
  integers(node, 'input_type', [channels, rows, columns]);
}

/** Ours are [channels, y, x, channels before], NIR's [channels, channels before, y, x]. */
function convolution(
  node: Group,
  { rows, patch }: LayerPlan,
  weights: Float32Array<ArrayBuffer>,
): void {
  const { kernel, stride, before } = patch!;
  const places = nirPlaces({ columns: kernel, rows: kernel, channels: before.channels });
  floats(node, 'weight', unpick(weights, places), [rows, before.channels, kernel, kernel]);
  floats(node, 'bias', new Float32Array(rows), [rows]);
  integers(node, 'input_shape', [before.rows, before.columns]);
  integers(node, 'stride', [stride, stride]);
  integers(node, 'padding', [0, 0]);
  integers(node, 'dilation', [1, 1]);
  integer(node, 'groups', 1);
}

// Every value says its type: the library would guess others (an integer of 32 bits, text of one length).
function text(group: Group, name: string, data: string): void {
  group.create_dataset({ name, data, shape: [], dtype: 'S' });
}

function integer(group: Group, name: string, data: number): void {
  group.create_dataset({ name, data: BigInt64Array.of(BigInt(data)), shape: [], dtype: '<q' });
}

function integers(group: Group, name: string, list: number[]): void {
  const data = BigInt64Array.from(list, BigInt);
  group.create_dataset({ name, data, shape: [list.length], dtype: '<q' });
}

function floats(group: Group, name: string, data: Float32Array, shape: number[]): void {
  group.create_dataset({ name, data, shape, dtype: '<f' });
}
