/** A network's way into the kernels' memory and out again. */
import type { Network, Snapshot } from '../engine';
import {
  createMemory,
  transposeIn,
  transposeOut,
  type Arena,
  type LayerMemory,
  type NetworkMemory,
} from './memory';

export function loadNetwork(
  arena: Arena,
  network: Network | Snapshot,
  batch: number,
  keepAverage: boolean,
): NetworkMemory {
  const snapshot = 'step' in network ? network : undefined;
  const average = keepAverage ? (snapshot?.average ?? network.weights) : undefined;
  const memory = createMemory(arena, structuredClone(network.spec), batch, keepAverage);
  memory.layers.forEach((layer, l) => {
    transposeIn(layer, layer.weights, network.weights[l]!);
    if (snapshot) {
      transposeIn(layer, layer.first, snapshot.first[l]!);
      transposeIn(layer, layer.second, snapshot.second[l]!);
      markTouched(layer);
    }
    if (layer.average && average) transposeIn(layer, layer.average, average[l]!);
  });
  return memory;
}

/** A row with optimiser state must be updated even without a gradient. */
function markTouched({ inputs, stride, first, second, touched }: LayerMemory): void {
  for (let i = 0; i < inputs; i++)
    for (let k = i * stride; k < (i + 1) * stride; k++)
      if (first[k] !== 0 || second[k] !== 0) touched[i] = 1;
}

export function readWeights(
  { layers }: NetworkMemory,
  which: number[] = layers.map((_, l) => l),
): Float32Array<ArrayBuffer>[] {
  return which.map((l) => transposeOut(layers[l]!, layers[l]!.weights));
}

export function takeSnapshot({ spec, layers }: NetworkMemory, step: number): Snapshot {
  const out = (choose: (layer: LayerMemory) => Float32Array): Float32Array<ArrayBuffer>[] =>
    layers.map((layer) => transposeOut(layer, choose(layer)));
  return {
    spec: structuredClone(spec),
    weights: out((layer) => layer.weights),
    step,
    first: out((layer) => layer.first),
    second: out((layer) => layer.second),
    ...(layers[0]!.average ? { average: out((layer) => layer.average!) } : {}),
  };
}
