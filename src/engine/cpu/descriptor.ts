/** Tells the WebAssembly kernels where a NetworkMemory's arrays are (wasm/layout.ts). */
import type { Arena } from './arena';
import { hasBothPolarities, trainParts } from '../../model/network';
import { patchesOf } from './encode';
import * as at from './wasm/layout';
import { before, LANES, padded, presynaptic, type NetworkMemory } from './memory';
import type { SpikeLists } from './spike-lists';

export interface Descriptor extends NetworkWords {
  /** The layers' words, one layer after the other; then the first layer's again, with the next batch. */
  table: Uint32Array;
  /** Where the input's spikes of this batch and of the next one are: they change places at every step. */
  inputs: Map<SpikeLists, number[]>;
  /** A thread's own scratch memory. */
  scratch: Uint8Array[];
}

interface NetworkWords {
  /** The network's words; their byte offset is the network's address. */
  words: Uint32Array;
  /** The same as numbers. */
  reals: Float32Array;
}

/** @param threads how many may work on it */
export function describeNetwork(arena: Arena, memory: NetworkMemory, threads: number): Descriptor {
  const { layers, spec, batch } = memory;
  const network = realsOf(arena.u32(at.NETWORK_WORDS));
  const table = realsOf(arena.u32((layers.length + 1) * at.LAYER_WORDS));
  const exponential = spec.response === 'exponential';
  layers.forEach((layer, l) => {
    const pre = presynaptic(memory, l);
    const { patches, positions, stride } = layer;
    const size = batch * positions * stride;
    // Room behind the last position, which is read a whole row at a time.
    const errors = patches ? padded(layer.spikes.capacity) + LANES : stride;
    const causesFrom = lines((layer.inputs + 1) * 4);
    const causeBytes = pre.multiplicity ? at.PACKED_CAUSE_BYTES : at.CAUSE_BYTES;
    const causes = lines(batch * layer.inputs * causeBytes);
    const shares = at.MOST_BLOCKS + (stride / LANES) * batch * at.SHARE_BYTES;
    const words: Words = [
      [at.Layer.INPUTS, layer.inputs],
      [at.Layer.NEURONS, layer.neurons],
      [at.Layer.STRIDE, layer.stride],
      [at.Layer.EXPONENTIAL, exponential ? 1 : 0],
      [at.Layer.WEIGHTS, layer.weights],
      [at.Layer.FIRST, layer.first],
      [at.Layer.SECOND, layer.second],
      [at.Layer.AVERAGE, layer.average ?? 0],
      [at.Layer.TOUCHED, layer.touched],
      [at.Layer.TIMES, layer.times],
      [at.Layer.SLOPE, layer.slope],
      [at.Layer.CAUSAL, layer.causal],
      [at.Layer.GAIN, layer.gain],
      [at.Layer.REFERENCE, layer.reference],
      [at.Layer.HORIZON, layer.horizon],
      [at.Layer.INDEX, layer.spikes.index],
      [at.Layer.TIME, layer.spikes.time],
      [at.Layer.COUNT, layer.spikes.count],
      [at.Layer.CAPACITY, layer.spikes.capacity],
      [at.Layer.ERRORS, arena.f32(batch * errors)],
      [at.Layer.DECAY, arena.f32(exponential ? size : layer.stride)],
      [at.Layer.CAUSES_FROM, patches ? 0 : arena.u8(threads * causesFrom)],
      [at.Layer.CAUSES_FROM_STEP, causesFrom],
      [at.Layer.CAUSES, patches ? 0 : arena.u8(threads * causes)],
      [at.Layer.CAUSES_STEP, causes],
      [at.Layer.SHARES, patches ? 0 : arena.u8(threads * shares)],
      [at.Layer.SHARES_STEP, shares],
      [at.Layer.POSITIONS, positions],
      [at.Layer.CONVOLVED, patches ? 1 : 0],
      [at.Layer.REACH_FROM, patches?.reachFrom ?? 0],
      [at.Layer.REACH, patches?.reach ?? 0],
      [at.Layer.CORNER, patches?.corner ?? 0],
      [at.Layer.OFFSET, patches?.offset ?? 0],
      [at.Layer.ERROR_STRIDE, errors],
      [at.Layer.GRADIENT, patches ? arena.f32(at.SLOTS * layer.inputs * stride) : 0],
    ];
    const from = l * at.LAYER_WORDS;
    write(table.words, from, words);
    put(table.words, from + at.Layer.PRE_INDEX, listWords(pre));
    put(table.words, from + at.Layer.SOURCE_INDEX, listWords(before(memory, l)));
    table.reals[from + at.Layer.DEADLINE] = layer.deadline;
    table.reals[from + at.Layer.THRESHOLD] = spec.threshold;
  });
  const next = layers.length * at.LAYER_WORDS;
  table.words.copyWithin(next, 0, at.LAYER_WORDS);
  network.words[at.Network.NEXT_FIRST] =
    table.words.byteOffset + next * Uint32Array.BYTES_PER_ELEMENT;
  network.words[at.Network.LAYERS] = layers.length;
  network.words[at.Network.LAYER_TABLE] = table.words.byteOffset;
  network.words[at.Network.LOSSES] = memory.loss.byteOffset;
  const { right, down, window, lowest, columns, rows } = patchesOf(spec);
  write(network.words, 0, [
    [at.Network.PIXEL_COLUMNS, spec.input.width],
    [at.Network.PIXEL_ROWS, spec.input.height],
    [at.Network.PATCH_KERNEL, spec.coding.kernel],
    [at.Network.PATCH_STRIDE, spec.coding.stride],
    [at.Network.PATCH_COLUMNS, columns],
    [at.Network.PATCH_ROWS, rows],
    [at.Network.PATCH_RIGHT, right],
    [at.Network.PATCH_DOWN, down],
    [at.Network.PATCH_WINDOW, window],
    [at.Network.PATCH_LOWEST, lowest],
    [at.Network.PATCH_FIRST, trainParts(spec).emits === 'first' ? 1 : 0],
    [at.Network.BOTH_POLARITIES, hasBothPolarities(spec) ? 1 : 0],
    [at.Network.IMAGES, memory.images],
  ]);
  const scratch = Array.from({ length: threads }, () => arena.u8(at.SCRATCH_BYTES));
  const inputs = new Map(
    [memory.input, memory.next.input].map((lists) => [lists, listWords(lists)]),
  );
  const descriptor = { ...network, table: table.words, inputs, scratch };
  describeBatch(descriptor, memory);
  return descriptor;
}

/** Tells the kernels where the batch to work on is, and the next one: after `swapBatches`, so at every step. */
export function describeBatch({ words, table, inputs }: Descriptor, memory: NetworkMemory): void {
  const { layers, input, next } = memory;
  const current = inputs.get(input)!;
  const following = inputs.get(next.input)!;
  put(table, at.Layer.SOURCE_INDEX, current);
  if (!layers[0]!.patches) put(table, at.Layer.PRE_INDEX, current);
  put(table, layers.length * at.LAYER_WORDS + at.Layer.PRE_INDEX, following);
  put(words, at.Network.ENCODED_INDEX, following);
  words[at.Network.LABELS] = memory.labels.byteOffset;
}

type Words = [field: number, value: number | ArrayBufferView][];

/** Where lists are: the words from PRE_INDEX on, and from SOURCE_INDEX and ENCODED_INDEX on. */
const listWords = ({ index, time, multiplicity, count, capacity }: SpikeLists): number[] => [
  index.byteOffset,
  time.byteOffset,
  multiplicity?.byteOffset ?? 0,
  count.byteOffset,
  capacity,
];

/** Like `set`, which throws where the array is empty, as all are while an arena only measures (arena.ts: `measure`). */
function put(target: Uint32Array, from: number, words: number[]): void {
  for (let k = 0; k < words.length; k++) target[from + k] = words[k]!;
}

function write(target: Uint32Array, from: number, words: Words): void {
  for (const [field, value] of words) {
    target[from + field] = typeof value === 'number' ? value : value.byteOffset;
  }
}

/** Whole cache lines. */
const lines = (bytes: number): number => Math.ceil(bytes / 64) * 64;

const realsOf = (words: Uint32Array): NetworkWords => ({
  words,
  reals: new Float32Array(words.buffer, words.byteOffset, words.length),
});
