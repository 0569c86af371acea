/**
 * The buffers through which samples pass, and the bind groups of one network over them. `slots` input volleys are held at once (all
 * those of a submit); everything behind the input is there for one batch and is used again at every step.
 */
import {
  inputCount,
  layerDeadline,
  patchGrid,
  trainParts,
  type NetworkSpec,
} from '../../../model/network';
import { isLit, latencyOf, lowestLit } from '../../../model/encode';
import { storage, uniform } from '../device/buffers';
import type { Target } from '../device/dispatch';
import type { Bound, Kernels } from '../device/kernels';
import { SHADERS, type ShaderName } from '../stages/shaders';
import {
  CODING,
  inputQuad,
  NEVER,
  quadsOf,
  RECORD,
  TALLY,
  TRACE_QUAD,
  VOLLEY,
} from '../stages/layout';
import { LAYER } from './layer';
import { STEP } from '../device/step';
import { structBytes, writeStruct } from '../device/struct';
import type { LayerBuffers, NetworkBuffers } from '../device/network-buffers';
import type { NetworkKernels } from '../stages/network-kernels';
import { createPatchBuffers, patchQuad, type PatchBuffers } from './patch-buffers';

const TABLE = 256 + 65;

export interface WorkspaceSize {
  /** Samples of a step at most. */
  batch: number;
  /** Samples of a submit at most. */
  slots: number;
  /** Steps of a submit at most. */
  steps: number;
}

export interface Workspace extends WorkspaceSize {
  kernels: NetworkKernels;
  network: NetworkBuffers;
  inputQuads: number;
  /** Words of one image. */
  imageWords: number;
  /** [slots, 2] u32: image, label. */
  picks: GPUBuffer;
  /** [steps + 1] Step. */
  stepBuffer: GPUBuffer;
  inputVolley: GPUBuffer;
  records: GPUBuffer;
  tallies: GPUBuffer;
  health: GPUBuffer;
  potentials: GPUBuffer;
  /** A trace a layer of weights. */
  traces: GPUBuffer[];
  groups: Groups;
  destroy(): void;
}

/** Bind groups, a group a layer where there are several. */
export interface Groups {
  step: GPUBindGroup;
  encode(images: GPUBuffer): GPUBindGroup;
  order: GPUBindGroup;
  propagate: { weights: GPUBindGroup; average: GPUBindGroup }[];
  sort: GPUBindGroup[];
  loss: GPUBindGroup;
  /** [l]: from layer l + 1 to l (1-based), undefined for the first. */
  backpropagate: (GPUBindGroup | undefined)[];
  compact: (target: Target) => void;
  update: GPUBindGroup[];
  tally: GPUBindGroup;
  potential: GPUBindGroup;
  operations: GPUBindGroup[];
  /** Counts the input's trains, where the first layer does not. */
  trains?: GPUBindGroup;
  /** Of every convolution; undefined for a dense layer. */
  convolution: (ConvolutionGroups | undefined)[];
}

export interface ConvolutionGroups {
  expand: GPUBindGroup;
  /** Where the layer before learns. */
  hear?: GPUBindGroup;
  gradient: GPUBindGroup;
  /** Parts into which the positions' gradients are divided. */
  shares: number;
}

export function createWorkspace(
  device: GPUDevice,
  library: Kernels,
  kernels: NetworkKernels,
  network: NetworkBuffers,
  size: WorkspaceSize,
): Workspace {
  const { spec, layers } = network;
  const { slots, steps } = size;
  // A part of a buffer that is bound must start at a multiple of 256 bytes.
  const batch = Math.ceil(size.batch / 64) * 64;
  const owned: GPUBuffer[] = [];
  const make = (name: string, words: number): GPUBuffer => {
    const buffer = storage(device, `Workspace.${name}`, words);
    owned.push(buffer);
    return buffer;
  };
  const makeUniform = (name: string, bytes: ArrayBuffer): GPUBuffer => {
    const buffer = uniform(device, `Workspace.${name}`, bytes);
    owned.push(buffer);
    return buffer;
  };

  const hidden = layers.length - 1;
  const inputQuads = quadsOf(inputCount(spec));
  const listStride = size.batch + 1;
  const imageWords = Math.ceil((spec.input.width * spec.input.height) / 4);

  const picks = make('picks', slots * 2);
  const stepsBuffer = device.createBuffer({
    label: 'Workspace.steps',
    size: (steps + 1) * STEP.size,
    usage: 64 | 128 | 8,
  });
  owned.push(stepsBuffer);
  const inputVolley = make('inputVolley', slots * inputQuads * inputQuad(spec));
  const inputLit = make('inputLit', slots * quadsOf(inputQuads));
  const inputCounts = make('inputCounts', slots);
  const inputSpikes = make('inputSpikes', slots * inputQuads * 8);
  const traces = layers.map(({ quads, positions }, l) =>
    make(`trace${l + 1}`, size.batch * positions * quads * TRACE_QUAD),
  );
  const hiddenSpikes = layers
    .slice(0, -1)
    .map(({ quads, positions }, l) => make(`spikes${l + 1}`, size.batch * positions * quads * 8));
  const fired = layers
    .slice(0, -1)
    .map(({ quads, positions }, l) => make(`fired${l + 1}`, size.batch * positions * quads * 8));
  /** Words a sample that say by the bit which neurons of a layer fired: one a thread of propagate. */
  const wordsOf = (l: number): number =>
    layers[l]!.positions * Math.ceil(layers[l]!.quads / kernels.propagate[l]!.fours);
  const hiddenLit = layers.slice(0, -1).map((_, l) => make(`lit${l + 1}`, size.batch * wordsOf(l)));
  const counts = make('counts', Math.max(1, hidden) * batch);
  const fires = make('fires', Math.max(1, hidden) * batch);
  const erring = make('erring', size.batch);
  const lists = make('lists', (inputQuads + 1) * listStride);
  const records = make('records', slots * RECORD.words);
  const tallies = make('tallies', steps * TALLY.words);
  const health = make('health', 1);
  const potentials = make('potentials', size.batch * layers[hidden]!.quads * 4);
  const unused = make('unused', 4);

  const patches = layers.map((_, l) =>
    createPatchBuffers({ make, makeUniform }, network, l, size.batch),
  );
  const layerUniforms = layers.map((layer, l) =>
    makeUniform(
      `layer${l + 1}`,
      layerUniform(spec, layers, layer, l, { batch, listStride, inputQuads, patches: patches[l] }),
    ),
  );
  const table = make('table', TABLE);
  device.queue.writeBuffer(table, 0, codingTable(spec));
  const inputUniform = makeUniform(
    'input',
    volleyBytes(inputQuads, inputQuad(spec) / 4, quadsOf(inputQuads), 16),
  );
  const traceUniforms = layers.map(({ quads, positions }, l) => {
    const perWord = 4 * kernels.propagate[l]!.fours;
    const bytes = volleyBytes(positions * quads, TRACE_QUAD / 4, wordsOf(l), perWord);
    return makeUniform(`volley${l + 1}`, bytes);
  });
  const codingUniform = makeUniform('coding', codingBytes(spec, inputQuads, imageWords));

  const group = (name: ShaderName, ...buffers: Bound[]): GPUBindGroup =>
    library.bind(
      SHADERS[name],
      Object.fromEntries(buffers.map((buffer, n) => [`binding${n}`, buffer])),
    );
  /** A hidden layer's part of `counts` or `fires`; for the output layer, which has none, something to bind. */
  const part = (buffer: GPUBuffer, l: number): GPUBufferBinding =>
    l < hidden ? { buffer, offset: l * batch * 4, size: batch * 4 } : { buffer: unused };

  type Spikes = [GPUBuffer | GPUBufferBinding, GPUBuffer, GPUBuffer];
  /** What a sample's neurons before layer l + 1 (1-based) did: number of spikes, spikes in order, times by index. */
  const before = (l: number): Spikes =>
    l === 0
      ? [inputCounts, inputSpikes, inputVolley]
      : [part(counts, l - 1), hiddenSpikes[l - 1]!, traces[l - 1]!];
  /** The same of what its neurons are given at a place: all of it, or a patch. */
  const given = (l: number): Spikes => {
    const patch = patches[l];
    return patch ? [patch.counts, patch.lists, patch.volley] : before(l);
  };

  /** The input as a layer without neurons, for what is asked of its spikes alone. */
  const inputLayer = (): GPUBuffer => {
    const bytes = new ArrayBuffer(LAYER.size);
    writeStruct(new DataView(bytes), 0, LAYER, {
      quads: 1,
      positions: 1,
      capacity: inputQuads * 4,
      sampleStride: inputQuads * inputQuad(spec),
      quadStride: inputQuad(spec),
      stored: 1,
      inputArea: spec.coding.kernel ** 2,
    });
    return makeUniform('inputLayer', bytes);
  };

  const encodeGroups = new Map<GPUBuffer, GPUBindGroup>();
  const groups: Groups = {
    step: device.createBindGroup({
      label: 'Workspace.step',
      layout: library.stepLayout,
      entries: [{ binding: 0, resource: { buffer: stepsBuffer, size: STEP.size } }],
    }),
    encode(images) {
      let found = encodeGroups.get(images);
      if (!found) {
        found = group('encode', codingUniform, picks, images, table, inputVolley, inputLit);
        encodeGroups.set(images, found);
      }
      return found;
    },
    order: group('order', inputUniform, inputLit, inputVolley, inputCounts, inputSpikes),
    propagate: layers.map((layer, l) => {
      const [number, spikes, volley] = given(l);
      const bind = (weights: GPUBuffer): GPUBindGroup =>
        group(
          'propagate',
          layerUniforms[l]!,
          number,
          spikes,
          volley,
          weights,
          traces[l]!,
          fired[l] ?? make(`nothingFired${l}`, 4),
          l < hidden ? part(fires, l) : make(`noFires${l}`, 4),
          hiddenLit[l] ?? make(`nothingLit${l}`, 4),
        );
      return { weights: bind(layer.weights), average: bind(layer.average) };
    }),
    sort: layers.slice(0, -1).map((_, l) => {
      const [number, spikes, trace] = before(l + 1);
      return kernels.sort.name === 'rank'
        ? group('rank', layerUniforms[l]!, part(fires, l), fired[l]!, number, spikes)
        : group('order', traceUniforms[l]!, hiddenLit[l]!, trace, number, spikes);
    }),
    loss: group(
      'loss',
      layerUniforms[hidden]!,
      picks,
      traces[hidden]!,
      inputCounts,
      counts,
      fires,
      erring,
      records,
    ),
    backpropagate: layers.map((layer, l) =>
      l === 0
        ? undefined
        : group(
            'backpropagate',
            layerUniforms[l]!,
            erring,
            part(counts, l - 1),
            hiddenSpikes[l - 1]!,
            layer.weights,
            traces[l]!,
            traces[l - 1]!,
          ),
    ),
    compact: kernels.compact({
      layers: layerUniforms.map((layer) => ({ uniform: layer })),
      input: { quads: inputQuads, lit: inputLit },
      erring,
      lists,
    }),
    update: layers.map((layer, l) =>
      group(
        'update',
        layerUniforms[l]!,
        patches[l]?.sums ?? given(l)[2],
        traces[l]!,
        lists,
        layer.weights,
        layer.first,
        layer.second,
        layer.average,
        health,
      ),
    ),
    tally: group('tally', stepsBuffer, records, health, tallies),
    potential: group(
      'potential',
      layerUniforms[hidden]!,
      ...given(hidden),
      layers[hidden]!.weights,
      traces[hidden]!,
      potentials,
    ),
    operations: layers.map((_, l) =>
      group('operations', layerUniforms[l]!, ...given(l), traces[l]!, records),
    ),
    ...(patches[0] && {
      trains: group('operations', inputLayer(), ...before(0), traces[0]!, records),
    }),
    convolution: layers.map((layer, l) => {
      const patch = patches[l];
      if (!patch) return undefined;
      const { uniform: shape, volley, sums, shares } = patch;
      const [number, spikes, times] = before(l);
      return {
        expand: group('expand', shape, number, spikes, times, patch.counts, patch.lists, volley),
        gradient: group('gradient', layerUniforms[l]!, volley, traces[l]!, lists, sums),
        shares,
        ...(l > 0 && {
          hear: group(
            'hear',
            layerUniforms[l]!,
            shape,
            erring,
            number,
            spikes,
            layer.weights,
            traces[l]!,
            times,
          ),
        }),
      };
    }),
  };

  return {
    ...size,
    kernels,
    network,
    inputQuads,
    imageWords,
    picks,
    stepBuffer: stepsBuffer,
    inputVolley,
    records,
    tallies,
    health,
    potentials,
    traces,
    groups,
    destroy() {
      for (const buffer of owned) buffer.destroy();
    },
  };
}

interface LayerSurroundings {
  batch: number;
  listStride: number;
  inputQuads: number;
  patches: PatchBuffers | undefined;
}

function layerUniform(
  spec: NetworkSpec,
  layers: LayerBuffers[],
  { presynaptic, postsynaptic, quads, positions }: LayerBuffers,
  l: number,
  { batch, listStride, inputQuads, patches }: LayerSurroundings,
): ArrayBuffer {
  const bytes = new ArrayBuffer(LAYER.size);
  const first = l === 0;
  const presynapticQuads = quadsOf(presynaptic);
  let quadStride: number = first ? inputQuad(spec) : TRACE_QUAD;
  if (patches) quadStride = patchQuad(spec, l);
  writeStruct(new DataView(bytes), 0, LAYER, {
    presynaptic,
    postsynaptic,
    quads,
    capacity: presynapticQuads * 4,
    sampleStride: presynapticQuads * quadStride,
    quadStride,
    // Hidden neurons share the last list: all samples with an error.
    allRow: inputQuads,
    listStride,
    stored: first && !patches ? 1 : 0,
    threshold: spec.threshold,
    deadline: float32AtMost(layerDeadline(spec, l + 1)),
    hiddenLayers: layers.length - 1,
    batch,
    inputArea: spec.coding.kernel ** 2,
    positions,
    shares: patches?.shares ?? 1,
  });
  return bytes;
}

/** The largest float32 not above `value`, so that a float32 time is at or before it exactly when it is at or before `value`. */
function float32AtMost(value: number): number {
  const near = new Float32Array([value]);
  if (near[0]! > value) new Uint32Array(near.buffer)[0]!--;
  return near[0]!;
}

/** A byte's spike time at kernel 1, then the multiplicity of n lit pixels: rounded once, as in src/model/encode.ts. */
function codingTable(spec: NetworkSpec): Float32Array<ArrayBuffer> {
  const table = new Float32Array(TABLE).fill(NEVER);
  for (let byte = 0; byte < 256; byte++)
    if (isLit(byte, spec.input.cut)) table[byte] = latencyOf(byte);
  for (let lit = 0; lit <= 64; lit++) table[256 + lit] = (2 * lit) / spec.coding.kernel ** 2;
  return table;
}

function volleyBytes(quads: number, stride: number, words: number, perWord: number): ArrayBuffer {
  return structBytes(VOLLEY, { quads, stride, words, perWord });
}

function codingBytes(spec: NetworkSpec, quads: number, imageWords: number): ArrayBuffer {
  const bytes = new ArrayBuffer(CODING.size);
  const { columns, rows } = patchGrid(spec);
  const { kernel, stride } = spec.coding;
  const { pixel, emits } = trainParts(spec);
  writeStruct(new DataView(bytes), 0, CODING, {
    width: spec.input.width,
    columns,
    inputs: columns * rows,
    quads,
    kernel,
    stride,
    phase: Number(pixel === 'phase'),
    lowest: lowestLit(spec.input.cut),
    imageWords,
    first: Number(emits === 'first'),
  });
  return bytes;
}
