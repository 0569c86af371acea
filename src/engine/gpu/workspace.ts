/**
 * The buffers through which samples pass, and the bind groups of one network over them. `slots` input volleys are held at once (all
 * those of a submit); everything behind the input is there for one batch and is used again at every step.
 */
import { layerDeadline, patchGrid, type NetworkSpec } from '../../model/network';
import { storage, uniform } from './buffers';
import type { Kernel, Kernels } from './kernels';
import {
  CODING,
  INPUT_QUAD,
  LAYER,
  quadsOf,
  RECORD,
  STEP,
  TALLY,
  TRACE_QUAD,
  writeStruct,
} from './layout';
import type { LayerBuffers, NetworkBuffers } from './network-buffers';
import type { NetworkKernels } from './network-kernels';

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
  rank: GPUBindGroup[];
  loss: GPUBindGroup;
  /** [l]: from layer l + 1 to l (1-based), undefined for the first. */
  backpropagate: (GPUBindGroup | undefined)[];
  sift: GPUBindGroup;
  update: GPUBindGroup[];
  tally: GPUBindGroup;
  potential: GPUBindGroup;
  operations: GPUBindGroup[];
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
  const inputQuads = quadsOf(layers[0]!.presynaptic);
  const maskStride = Math.ceil(size.batch / 32);
  const imageWords = Math.ceil((spec.input.width * spec.input.height) / 4);

  const picks = make('picks', slots * 2);
  const stepsBuffer = device.createBuffer({
    label: 'Workspace.steps',
    size: (steps + 1) * STEP.size,
    usage: 64 | 128 | 8,
  });
  owned.push(stepsBuffer);
  const inputVolley = make('inputVolley', slots * inputQuads * INPUT_QUAD);
  const inputCounts = make('inputCounts', slots);
  const inputSpikes = make('inputSpikes', slots * inputQuads * 8);
  const traces = layers.map(({ quads }, l) =>
    make(`trace${l + 1}`, size.batch * quads * TRACE_QUAD),
  );
  const hiddenSpikes = layers
    .slice(0, -1)
    .map(({ quads }, l) => make(`spikes${l + 1}`, size.batch * quads * 8));
  const fired = layers
    .slice(0, -1)
    .map(({ quads }, l) => make(`fired${l + 1}`, size.batch * quads * 8));
  const counts = make('counts', Math.max(1, hidden) * batch);
  const fires = make('fires', Math.max(1, hidden) * batch);
  const active = make('active', size.batch);
  const mask = make('mask', (layers[0]!.presynaptic + 1) * maskStride);
  const records = make('records', slots * RECORD.words);
  const tallies = make('tallies', steps * TALLY.words);
  const health = make('health', 1);
  const potentials = make('potentials', size.batch * layers[hidden]!.quads * 4);
  const unused = make('unused', 4);

  const layerUniforms = layers.map((layer, l) =>
    makeUniform(
      `layer${l + 1}`,
      layerUniform(spec, layers, layer, l, { batch, maskStride, inputQuads }),
    ),
  );
  const codingUniform = makeUniform('coding', codingBytes(spec, inputQuads, imageWords));

  const group = (
    { name, layout }: Kernel,
    ...buffers: (GPUBuffer | GPUBufferBinding)[]
  ): GPUBindGroup =>
    device.createBindGroup({
      label: `Workspace.${name}`,
      layout,
      entries: buffers.map((buffer, binding) => ({
        binding,
        resource: 'buffer' in buffer ? buffer : { buffer },
      })),
    });
  /** A hidden layer's part of `counts` or `fires`; for the output layer, which has none, something to bind. */
  const part = (buffer: GPUBuffer, l: number): GPUBufferBinding =>
    l < hidden ? { buffer, offset: l * batch * 4, size: batch * 4 } : { buffer: unused };

  /** What layer l + 1 (1-based) is given: number of spikes, spikes in order, times by index. */
  const given = (l: number): [GPUBuffer | GPUBufferBinding, GPUBuffer, GPUBuffer] =>
    l === 0
      ? [inputCounts, inputSpikes, inputVolley]
      : [part(counts, l - 1), hiddenSpikes[l - 1]!, traces[l - 1]!];

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
        found = group(kernels.encode, codingUniform, picks, images, inputVolley);
        encodeGroups.set(images, found);
      }
      return found;
    },
    order: group(kernels.order, codingUniform, inputVolley, inputCounts, inputSpikes),
    propagate: layers.map((layer, l) => {
      const [number, spikes, volley] = given(l);
      const bind = (weights: GPUBuffer): GPUBindGroup =>
        group(
          kernels.propagate[l]!,
          layerUniforms[l]!,
          number,
          spikes,
          volley,
          weights,
          traces[l]!,
          fired[l] ?? make(`nothingFired${l}`, 4),
          l < hidden ? part(fires, l) : make(`noFires${l}`, 4),
        );
      return { weights: bind(layer.weights), average: bind(layer.average) };
    }),
    rank: layers
      .slice(0, -1)
      .map((_, l) =>
        group(
          kernels.rank,
          layerUniforms[l]!,
          part(fires, l),
          fired[l]!,
          part(counts, l),
          hiddenSpikes[l]!,
        ),
      ),
    loss: group(
      kernels.loss,
      layerUniforms[hidden]!,
      picks,
      traces[hidden]!,
      inputCounts,
      counts,
      fires,
      active,
      records,
    ),
    backpropagate: layers.map((layer, l) =>
      l === 0
        ? undefined
        : group(
            kernels.backpropagate,
            layerUniforms[l]!,
            active,
            part(counts, l - 1),
            hiddenSpikes[l - 1]!,
            layer.weights,
            traces[l]!,
            traces[l - 1]!,
          ),
    ),
    sift: group(kernels.sift, layerUniforms[0]!, inputVolley, active, mask),
    update: layers.map((layer, l) =>
      group(
        kernels.update[l]!,
        layerUniforms[l]!,
        given(l)[2],
        traces[l]!,
        mask,
        layer.weights,
        layer.first,
        layer.second,
        layer.average,
        health,
      ),
    ),
    tally: group(kernels.tally, stepsBuffer, records, health, tallies),
    potential: group(
      kernels.potential,
      layerUniforms[hidden]!,
      ...given(hidden),
      layers[hidden]!.weights,
      traces[hidden]!,
      potentials,
    ),
    operations: layers.map((_, l) =>
      group(kernels.operations, layerUniforms[l]!, ...given(l), traces[l]!, records),
    ),
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

function layerUniform(
  spec: NetworkSpec,
  layers: LayerBuffers[],
  { presynaptic, postsynaptic, quads }: LayerBuffers,
  l: number,
  { batch, maskStride, inputQuads }: { batch: number; maskStride: number; inputQuads: number },
): ArrayBuffer {
  const bytes = new ArrayBuffer(LAYER.size);
  const first = l === 0;
  const presynapticQuads = first ? inputQuads : layers[l - 1]!.quads;
  const quadStride = first ? INPUT_QUAD : TRACE_QUAD;
  writeStruct(new DataView(bytes), 0, LAYER, {
    presynaptic,
    postsynaptic,
    quads,
    capacity: presynapticQuads * 4,
    sampleStride: presynapticQuads * quadStride,
    quadStride,
    // Hidden neurons share the last row of the mask: all samples with an error.
    maskFirst: first ? 0 : layers[0]!.presynaptic * maskStride,
    maskStride: first ? maskStride : 0,
    stored: first ? 1 : 0,
    threshold: spec.threshold,
    deadline: float32AtMost(layerDeadline(spec, l + 1)),
    hiddenLayers: layers.length - 1,
    batch,
    inputArea: spec.coding.kernel ** 2,
  });
  return bytes;
}

/** The largest float32 not above `value`, so that a float32 time is at or before it exactly when it is at or before `value`. */
function float32AtMost(value: number): number {
  const near = new Float32Array([value]);
  if (near[0]! > value) new Uint32Array(near.buffer)[0]!--;
  return near[0]!;
}

function codingBytes(spec: NetworkSpec, quads: number, imageWords: number): ArrayBuffer {
  const bytes = new ArrayBuffer(CODING.size);
  const { columns, rows } = patchGrid(spec);
  const { kernel, stride, train } = spec.coding;
  writeStruct(new DataView(bytes), 0, CODING, {
    width: spec.input.width,
    columns,
    inputs: columns * rows,
    quads,
    kernel,
    stride,
    phase: train === 'phase' ? 1 : 0,
    // The lowest byte above the cut (isLit in src/model/encode.ts).
    lowest: Math.floor(spec.input.cut * 255) + 1,
    imageWords,
  });
  return bytes;
}
