/** Samples run forward, with the spikes of every layer read back. */
import { inputCount, type NetworkSpec } from '../../../model/network';
import type { LayerSpikes, SampleRun } from '../../engine';
import { inputQuad, quadsOf, timeOf } from '../device/layout';
import type { LayerBuffers } from '../device/network-buffers';
import type { Machine } from '../machine';
import { forwardPass, inputPlace, tracePlace, traceStride } from './forward-pass';

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

async function runPass(
  machine: Machine,
  images: Uint8Array<ArrayBuffer>,
  samples: number,
): Promise<SampleRun[]> {
  const { spec, layers } = machine.network!;
  const values = await forwardPass(machine, images, samples, PASS, { potentials: true });
  const output = layers[layers.length - 1]!;
  return Array.from({ length: samples }, (_, s) => {
    const row = s * output.quads * 4;
    return {
      layers: [
        inputSpikes(values.input, s, spec),
        ...layers.map((layer, l) => layerSpikes(values.traces[l]!, s, layer)),
      ],
      potential: values.potential.slice(row, row + output.postsynaptic),
    };
  });
}

function inputSpikes(values: Float32Array, sample: number, spec: NetworkSpec): LayerSpikes {
  const neurons = inputCount(spec);
  const stride = inputQuad(spec);
  const first = sample * quadsOf(neurons) * stride;
  const times = new Float32Array(neurons);
  const multiplicity = new Float32Array(neurons);
  for (let i = 0; i < neurons; i++) {
    const at = first + inputPlace(i, stride);
    times[i] = timeOf(values[at]!);
    multiplicity[i] = stride > 4 ? values[at + 4]! : Number(times[i]! < Infinity);
  }
  return { times, multiplicity };
}

function layerSpikes(values: Float32Array, sample: number, layer: LayerBuffers): LayerSpikes {
  const times = new Float32Array(layer.plan.neurons);
  const first = sample * traceStride(layer);
  for (let j = 0; j < times.length; j++) times[j] = timeOf(values[first + tracePlace(j, layer)]!);
  return { times, multiplicity: times.map((t) => (t < Infinity ? 1 : 0)) };
}
