/**
 * The buffers through which samples pass, of one network. `slots` input volleys are held at once (all those of a submit); everything
 * behind the input is there for one batch and is used again at every step. What a single stage needs for itself it makes with `make`.
 */
import { inputCount } from '../../../model/network';
import { storage, uniform, USAGE } from '../device/buffers';
import { imageWordsOf } from '../device/images';
import type { Bound, Kernels } from '../device/kernels';
import { inputQuad, quadsOf, TRACE_QUAD } from '../device/layout';
import type { LayerBuffers, NetworkBuffers } from '../device/network-buffers';
import { foursOf, type Sizes } from '../device/sizes';
import { STEP } from '../device/step';
import { layerBytes } from './layer';
import { createPatchBuffers, type PatchBuffers } from './patch-buffers';
import { RECORD, TOTALS } from './record';

export interface BatchSize {
  /** Samples of a step at most. */
  batch: number;
  /** Samples of a submit at most. */
  slots: number;
  /** Steps of a submit at most. */
  steps: number;
}

/** What neurons did, all of a sample's or those of one patch. */
export interface Spikes {
  /** How many spike. */
  counts: Bound;
  /** (neuron, time bits) in time order. */
  spikes: GPUBuffer;
  /** Times by index, with multiplicities or what else lies beside them. */
  volley: GPUBuffer;
}

/** What a hidden layer hands to the next. */
export interface HiddenBuffers {
  /** [batch] how many fired, and [batch, neurons] (neuron, time bits) which, in no order: for rank. */
  fires: GPUBufferBinding;
  fired: GPUBuffer;
  /** [batch, positions * threads of propagate a position] bits: which neurons fired, for order. */
  lit: GPUBuffer;
  /** [batch], and [batch, neurons] in time order. */
  counts: GPUBufferBinding;
  spikes: GPUBuffer;
}

export interface BatchLayer extends LayerBuffers {
  /** A Layer. */
  uniform: GPUBuffer;
  /** Times 4 neurons that a thread of propagate takes. */
  fours: number;
  /** [batch, positions, quads, 3] vec4: time, slope, gain. */
  trace: GPUBuffer;
  /** Of a convolution. */
  patch: PatchBuffers | undefined;
  /** Of all layers but the last. */
  hidden: HiddenBuffers | undefined;
  /** Of the layer before. */
  before: Spikes;
  /** The same of what neurons are given at a position: all of it, or a patch. */
  given: Spikes;
}

export interface BatchBuffers {
  readonly size: BatchSize;
  /** A storage buffer of so many words; it is destroyed with the others. */
  make: (name: string, words: number, values?: Float32Array<ArrayBuffer>) => GPUBuffer;
  makeUniform: (name: string, bytes: ArrayBuffer) => GPUBuffer;
  /** [steps + 1] Step, and group 0 over them. */
  stepBuffer: GPUBuffer;
  steps: GPUBindGroup;
  /** [slots, 2] u32: image, label. */
  picks: GPUBuffer;
  /** Words of one image. */
  imageWords: number;
  input: {
    /** Neurons in fours. */
    quads: number;
    /** [slots, quads / 4] bits: which of 16 neurons spike. */
    lit: GPUBuffer;
    counts: GPUBuffer;
    spikes: GPUBuffer;
    volley: GPUBuffer;
  };
  layers: BatchLayer[];
  /** All hidden layers' `counts` and `fires`, one after the other. */
  counts: GPUBuffer;
  fires: GPUBuffer;
  /** [batch] whether a sample has an error. */
  erring: GPUBuffer;
  /** [input quads + 1, batch + 1] how many samples move the weights of 4 input neurons, and which; last those with an error. */
  lists: GPUBuffer;
  /** [slots] Record. */
  records: GPUBuffer;
  /** [steps] Totals. */
  totals: GPUBuffer;
  /** [1] whether a weight is no longer a finite number. */
  health: GPUBuffer;
  /** [batch, output quads] vec4. */
  potentials: GPUBuffer;
  destroy(): void;
}

export function createBatchBuffers(
  device: GPUDevice,
  library: Kernels,
  network: NetworkBuffers,
  size: BatchSize,
  sizes: Sizes,
): BatchBuffers {
  const { spec, layers } = network;
  const { batch, slots, steps } = size;
  const owned: GPUBuffer[] = [];
  const own = (buffer: GPUBuffer): GPUBuffer => {
    owned.push(buffer);
    return buffer;
  };
  const make: BatchBuffers['make'] = (name, words, values) => {
    const buffer = own(storage(device, `Batch.${name}`, words));
    if (values) device.queue.writeBuffer(buffer, 0, values);
    return buffer;
  };
  const makeUniform: BatchBuffers['makeUniform'] = (name, bytes) =>
    own(uniform(device, `Batch.${name}`, bytes));

  const stepBuffer = own(
    device.createBuffer({
      label: 'Batch.steps',
      size: (steps + 1) * STEP.size,
      usage: USAGE.UNIFORM | USAGE.STORAGE | USAGE.COPY_DST,
    }),
  );
  const last = layers.length - 1;
  const quads = quadsOf(inputCount(spec));
  const input = {
    quads,
    lit: make('inputLit', slots * quadsOf(quads)),
    counts: make('inputCounts', slots),
    spikes: make('inputSpikes', slots * quads * 8),
    volley: make('inputVolley', slots * quads * inputQuad(spec)),
  };
  // A part of a buffer that is bound must start at a multiple of 256 bytes.
  const stride = Math.ceil(batch / 64) * 64;
  const counts = make('counts', Math.max(1, last) * stride);
  const fires = make('fires', Math.max(1, last) * stride);
  const part = (buffer: GPUBuffer, l: number): GPUBufferBinding => ({
    buffer,
    offset: l * stride * 4,
    size: stride * 4,
  });

  let before: Spikes = input;
  const batchLayers = layers.map((layer, l): BatchLayer => {
    const room = batch * layer.positions * layer.quads;
    const fours = foursOf(layer.plan, sizes);
    const patch = createPatchBuffers({ make, makeUniform }, network, l, batch);
    const surroundings = { batch: stride, listStride: batch + 1, inputQuads: quads, patch };
    const made: BatchLayer = {
      ...layer,
      uniform: makeUniform(`layer${l + 1}`, layerBytes(spec, layers, l, surroundings)),
      fours,
      trace: make(`trace${l + 1}`, room * TRACE_QUAD),
      patch,
      hidden:
        l === last
          ? undefined
          : {
              fires: part(fires, l),
              fired: make(`fired${l + 1}`, room * 8),
              lit: make(`lit${l + 1}`, batch * layer.positions * Math.ceil(layer.quads / fours)),
              counts: part(counts, l),
              spikes: make(`spikes${l + 1}`, room * 8),
            },
      before,
      given: patch ?? before,
    };
    if (made.hidden)
      before = { counts: made.hidden.counts, spikes: made.hidden.spikes, volley: made.trace };
    return made;
  });

  return {
    size,
    make,
    makeUniform,
    stepBuffer,
    steps: device.createBindGroup({
      label: 'Batch.steps',
      layout: library.stepLayout,
      entries: [{ binding: 0, resource: { buffer: stepBuffer, size: STEP.size } }],
    }),
    picks: make('picks', slots * 2),
    imageWords: imageWordsOf(spec.input.width, spec.input.height),
    input,
    layers: batchLayers,
    counts,
    fires,
    erring: make('erring', batch),
    lists: make('lists', (quads + 1) * (batch + 1)),
    records: make('records', slots * RECORD.words),
    totals: make('totals', steps * TOTALS.words),
    health: make('health', 1),
    potentials: make('potentials', batch * layers[last]!.quads * 4),
    destroy() {
      for (const buffer of owned) buffer.destroy();
    },
  };
}
