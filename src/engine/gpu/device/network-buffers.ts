/** What training changes: weights, optimiser state and the running average, on the GPU. */
import { layerPlans, type LayerPlan } from '../../../model/layers';
import type { NetworkSpec } from '../../../model/network';
import type { Moment, Network, Snapshot } from '../../engine';
import { readBack, storage, type Part } from './buffers';
import { quadsOf } from './layout';
import { fromRows, paddedCount, toRows } from './transpose';

export interface LayerBuffers {
  plan: LayerPlan;
  /** Presynaptic neurons that are padded together: the channels of a convolution before; otherwise all. */
  group: number;
  /** Presynaptic neurons of one neuron, with their padding. */
  presynaptic: number;
  /** Neurons at one position, which have weights of their own. */
  postsynaptic: number;
  /** The same in fours. */
  quads: number;
  /** Places in each sample that share the weights; 1 in a dense layer. */
  positions: number;
  /** [presynaptic (to fours), quads] vec4 each. */
  weights: GPUBuffer;
  first: GPUBuffer;
  second: GPUBuffer;
  average: GPUBuffer;
}

export interface NetworkBuffers {
  spec: NetworkSpec;
  layers: LayerBuffers[];
  /** Training steps made (submitted). */
  step: number;
  /** Whether `average` holds a running average. */
  averaging: boolean;
}

export function createNetworkBuffers(
  device: GPUDevice,
  network: Network | Snapshot,
): NetworkBuffers {
  const spec = structuredClone(network.spec);
  const plans = layerPlans(spec);
  const snapshot = 'step' in network ? network : undefined;
  const layers = plans.map((plan, l): LayerBuffers => {
    const { inputs, rows: postsynaptic, positions } = plan;
    const group = plans[l - 1]?.kind === 'convolution' ? plans[l - 1]!.rows : inputs;
    const presynaptic = l === 0 ? inputs : paddedCount(inputs, group);
    const quads = quadsOf(postsynaptic);
    const buffer = (name: string, values: Float32Array | undefined): GPUBuffer => {
      const created = storage(device, `Network.${name}${l + 1}`, quadsOf(presynaptic) * quads * 16);
      if (values) device.queue.writeBuffer(created, 0, toRows(values, inputs, postsynaptic, group));
      return created;
    };
    return {
      plan,
      group,
      presynaptic,
      postsynaptic,
      quads,
      positions,
      weights: buffer('weights', network.weights[l]),
      first: buffer('first', snapshot?.first[l]),
      second: buffer('second', snapshot?.second[l]),
      average: buffer('average', snapshot?.average?.[l]),
    };
  });
  return {
    spec,
    layers,
    step: snapshot?.step ?? 0,
    averaging: snapshot?.average !== undefined,
  };
}

export function destroyNetworkBuffers({ layers }: NetworkBuffers): void {
  for (const { weights, first, second, average } of layers) {
    for (const buffer of [weights, first, second, average]) buffer.destroy();
  }
}

type Kind = 'weights' | 'first' | 'second' | 'average';

async function read(
  device: GPUDevice,
  wanted: [LayerBuffers, Kind][],
): Promise<Float32Array<ArrayBuffer>[]> {
  const parts = wanted.map(([layer, kind]): Part => {
    const { presynaptic, quads } = layer;
    return { buffer: layer[kind], size: presynaptic * quads * 16 };
  });
  const bytes = await readBack(device, 'Network.readback', parts);
  return wanted.map(([{ plan, group, postsynaptic }], n) =>
    fromRows(new Float32Array(bytes[n]!), plan.inputs, postsynaptic, group),
  );
}

/** Weights of the layers asked for, as they are between two submits. */
export async function readWeights(
  device: GPUDevice,
  network: NetworkBuffers,
  layers: number[] = network.layers.map((_, l) => l),
): Promise<Moment> {
  const { step } = network;
  const wanted = layers.map((l): [LayerBuffers, Kind] => [network.layers[l]!, 'weights']);
  return { step, weights: await read(device, wanted) };
}

export async function takeSnapshot(device: GPUDevice, network: NetworkBuffers): Promise<Snapshot> {
  const kinds: Kind[] = ['weights', 'first', 'second'];
  if (network.averaging) kinds.push('average');
  const { step } = network;
  const depth = network.layers.length;
  const all = await read(
    device,
    kinds.flatMap((kind) => network.layers.map((layer): [LayerBuffers, Kind] => [layer, kind])),
  );
  const part = (n: number): Float32Array<ArrayBuffer>[] => all.slice(n * depth, (n + 1) * depth);
  return {
    spec: structuredClone(network.spec),
    weights: part(0),
    step,
    first: part(1),
    second: part(2),
    ...(kinds.length > 3 ? { average: part(3) } : {}),
  };
}
