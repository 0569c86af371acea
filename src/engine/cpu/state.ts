/** A network's way into the kernels' memory and out again. */
import type { Network, Snapshot } from '../engine';
import { transposeIn, transposeOut, type LayerMemory, type NetworkMemory } from './memory';

/** Fills a fresh memory. A running average that the network lacks starts as a copy of its weights. */
export function loadNetwork(memory: NetworkMemory, network: Network | Snapshot): void {
  const snapshot = 'step' in network ? network : undefined;
  const average = snapshot?.average ?? network.weights;
  memory.layers.forEach((layer, l) => {
    transposeIn(layer, layer.weights, network.weights[l]!);
    if (snapshot) {
      transposeIn(layer, layer.first, snapshot.first[l]!);
      transposeIn(layer, layer.second, snapshot.second[l]!);
      markTouched(layer);
    }
    if (layer.average) transposeIn(layer, layer.average, average[l]!);
  });
}

/** A row with optimiser state must be updated even without a gradient. */
function markTouched({ inputs, width, first, second, touched }: LayerMemory): void {
  for (let k = 0; k < first.length; k++)
    if (first[k] !== 0 || second[k] !== 0) touched[Math.floor(k / width) % inputs] = 1;
}

/**
 * Does work with other weights in the memory, and puts its own back; where none are given, with its own.
 * @param weights [postsynaptic, presynaptic] rows a layer
 * @param work must not await anything: until it is over, the weights are not the network's
 */
export function withWeights(
  { layers }: NetworkMemory,
  weights: Float32Array[] | undefined,
  work: () => void,
): void {
  if (!weights) return work();
  const own = layers.map((layer) => layer.weights.slice());
  layers.forEach((layer, l) => transposeIn(layer, layer.weights, weights[l]!));
  try {
    work();
  } finally {
    layers.forEach((layer, l) => layer.weights.set(own[l]!));
  }
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
