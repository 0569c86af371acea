/** One forward pass of samples that come along, and all that is read back of it. */
import { DEFAULT_TRAINING } from '../../../model/training';
import { readBack, storage, type Part } from '../device/buffers';
import { padImages } from '../device/images';
import { inputQuad, quadsOf, TRACE_QUAD } from '../device/layout';
import type { LayerBuffers } from '../device/network-buffers';
import { onePass } from '../device/recorder';
import { paddedIndex } from '../device/transpose';
import type { Machine } from '../machine';
import { stepBytes } from './steps';

/** Samples of a pass at most, and bytes of its largest buffer. */
const MOST_SAMPLES = 512;
const MOST_BYTES = 64 * 2 ** 20;

/** Samples of a pass that is as large as makes sense: a convolution has a list a place, and a trace. */
export function largestPass(layers: LayerBuffers[]): number {
  const bytes = layers.map(({ positions, presynaptic, quads, plan }) =>
    plan.patch ? positions * Math.max(8 * 4 * quadsOf(presynaptic), 4 * TRACE_QUAD * quads) : 0,
  );
  return Math.max(1, Math.min(MOST_SAMPLES, Math.floor(MOST_BYTES / Math.max(...bytes, 1))));
}

/** What a pass left, as it lies on the GPU. */
export interface PassValues {
  /** [samples, quads] volleys. */
  input: Float32Array;
  /** [layers] of [samples, positions, quads] traces. */
  traces: Float32Array[];
  /** [samples, output quads] vec4; where asked for. */
  potential: Float32Array;
}

/**
 * Nothing is awaited before the submit, so that passes do not write into the buffers of one another, and meet the same weights.
 * @param images [samples, height, width] bytes
 * @param most samples of the largest pass to come
 */
export async function forwardPass(
  machine: Machine,
  images: Uint8Array<ArrayBuffer>,
  samples: number,
  most: number,
  { potentials }: { potentials: boolean },
): Promise<PassValues> {
  const { device } = machine;
  const { spec, layers } = machine.network!;
  const space = machine.workspace('run', { batch: most, slots: most, steps: 1 });
  const bytes = padImages(images, spec.input.width * spec.input.height, space.imageWords);
  const buffer = storage(device, 'ForwardPass.images', samples * space.imageWords);
  device.queue.writeBuffer(buffer, 0, bytes);
  const picks = Uint32Array.from({ length: samples * 2 }, (_, n) => (n % 2 === 0 ? n / 2 : 0));
  device.queue.writeBuffer(space.picks, 0, picks);
  const plan = { first: 0, samples, step: 0, rate: 0 };
  device.queue.writeBuffer(space.stepBuffer, 0, stepBytes(DEFAULT_TRAINING, [plan]));
  const encoder = device.createCommandEncoder({ label: 'ForwardPass.pass' });
  const pass = onePass(encoder, 'ForwardPass.pass');
  space.passes.encode(pass, buffer, samples);
  space.passes.forward(pass, 1, samples);
  if (potentials) space.passes.potentials(pass, 1, samples);
  pass.end();
  device.queue.submit([encoder.finish()]);

  const input: Part = {
    buffer: space.input.volley,
    size: samples * space.input.quads * inputQuad(spec) * 4,
  };
  const traces = space.layers.map(({ quads, positions, trace }): Part => ({
    buffer: trace,
    size: samples * positions * quads * TRACE_QUAD * 4,
  }));
  const potential: Part = {
    buffer: space.potentials,
    size: potentials ? samples * layers[layers.length - 1]!.quads * 16 : 0,
  };
  const read = readBack(device, 'ForwardPass.readback', [input, ...traces, potential]);
  buffer.destroy();
  const values = (await read).map((part) => new Float32Array(part));
  return {
    input: values[0]!,
    traces: values.slice(1, -1),
    potential: values[values.length - 1]!,
  };
}

/** Where the time of input neuron `i` of the first sample is in `input`. */
export function inputPlace(i: number, stride: number): number {
  return (i >> 2) * stride + (i & 3);
}

/** Where the time of neuron `j` of the first sample is in a layer's trace. */
export function tracePlace(j: number, { postsynaptic }: LayerBuffers): number {
  const n = paddedIndex(j, postsynaptic);
  return (n >> 2) * TRACE_QUAD + (n & 3);
}

/** Values from one sample to the next in a layer's trace. */
export function traceStride({ positions, quads }: LayerBuffers): number {
  return positions * quads * TRACE_QUAD;
}
