/** Samples run forward, with the spikes of every layer read back. */
import { inputCount } from '../../../model/network';
import { DEFAULT_TRAINING } from '../../../model/training';
import type { LayerSpikes, SampleRun } from '../../engine';
import { readBack, storage, type Part } from '../device/buffers';
import { padImages } from '../device/images';
import { inputQuad, timeOf, TRACE_QUAD } from '../device/layout';
import type { Machine } from '../machine';
import type { LayerBuffers } from '../device/network-buffers';
import { onePass } from '../device/recorder';
import { stepBytes } from './steps';
import { paddedIndex } from '../device/transpose';

/** Samples a pass. */
const PASS = 16;

/** @param images [count, height, width] bytes */
export async function runSamples(
  machine: Machine,
  images: Uint8Array<ArrayBuffer>,
  count: number,
): Promise<SampleRun[]> {
  const network = machine.network!;
  const size = network.spec.input.width * network.spec.input.height;
  const passes: Promise<SampleRun[]>[] = [];
  for (let n = 0; n < count; n += PASS) {
    const samples = Math.min(PASS, count - n);
    passes.push(runPass(machine, images.subarray(n * size, (n + samples) * size), samples));
  }
  return (await Promise.all(passes)).flat();
}

/** Nothing is awaited before the submit, so that passes do not write into the buffers of one another. */
async function runPass(
  machine: Machine,
  images: Uint8Array<ArrayBuffer>,
  samples: number,
): Promise<SampleRun[]> {
  const { device } = machine;
  const { spec, layers } = machine.network!;
  const space = machine.workspace('run', { batch: PASS, slots: PASS, steps: 1 });
  const bytes = padImages(images, spec.input.width * spec.input.height, space.imageWords);
  const buffer = storage(device, 'Samples.images', samples * space.imageWords);
  device.queue.writeBuffer(buffer, 0, bytes);
  const picks = Uint32Array.from({ length: samples * 2 }, (_, n) => (n % 2 === 0 ? n / 2 : 0));
  device.queue.writeBuffer(space.picks, 0, picks);
  const plan = { first: 0, samples, step: 0, rate: 0 };
  device.queue.writeBuffer(space.stepBuffer, 0, stepBytes(DEFAULT_TRAINING, [plan]));
  const encoder = device.createCommandEncoder({ label: 'Samples.pass' });
  const pass = onePass(encoder, 'Samples.pass');
  space.passes.encode(pass, buffer, samples);
  space.passes.forward(pass, 1, samples);
  space.passes.potentials(pass, 1, samples);
  pass.end();
  device.queue.submit([encoder.finish()]);

  const stride = inputQuad(spec);
  const input: Part = {
    buffer: space.input.volley,
    size: samples * space.input.quads * stride * 4,
  };
  const traces = space.layers.map(({ quads, positions, trace }): Part => ({
    buffer: trace,
    size: samples * positions * quads * TRACE_QUAD * 4,
  }));
  const potential: Part = {
    buffer: space.potentials,
    size: samples * layers[layers.length - 1]!.quads * 16,
  };
  const read = readBack(device, 'Samples.readback', [input, ...traces, potential]);
  buffer.destroy();
  const values = (await read).map((part) => new Float32Array(part));

  const classes = layers[layers.length - 1]!.postsynaptic;
  return Array.from({ length: samples }, (_, s) => {
    const first = inputSpikes(values[0]!, s, inputCount(spec), space.input.quads, stride);
    const later = layers.map((layer, l) => layerSpikes(values[l + 1]!, s, layer));
    const row = s * layers[layers.length - 1]!.quads * 4;
    return {
      layers: [first, ...later],
      potential: values[layers.length + 1]!.slice(row, row + classes),
    };
  });
}

function inputSpikes(
  values: Float32Array,
  sample: number,
  neurons: number,
  quads: number,
  stride: number,
): LayerSpikes {
  const times = new Float32Array(neurons);
  const multiplicity = new Float32Array(neurons);
  for (let i = 0; i < neurons; i++) {
    const at = (sample * quads + (i >> 2)) * stride + (i & 3);
    times[i] = timeOf(values[at]!);
    multiplicity[i] = stride > 4 ? values[at + 4]! : Number(times[i]! < Infinity);
  }
  return { times, multiplicity };
}

function layerSpikes(
  values: Float32Array,
  sample: number,
  { plan, postsynaptic, quads, positions }: LayerBuffers,
): LayerSpikes {
  const times = new Float32Array(plan.neurons);
  const first = sample * positions * quads * TRACE_QUAD;
  for (let j = 0; j < plan.neurons; j++) {
    const n = paddedIndex(j, postsynaptic);
    times[j] = timeOf(values[first + (n >> 2) * TRACE_QUAD + (n & 3)]!);
  }
  return { times, multiplicity: times.map((t) => (t < Infinity ? 1 : 0)) };
}
