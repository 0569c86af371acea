/**
 * Forced answers on WebGPU: the spikes come from the GPU, and what the outputs would have said at each time is walked through on
 * the CPU (shared/forced.ts), which takes less time than reading the spikes back.
 */
import type { ImageSet } from '../../../data/image-set';
import { classCount, layerCount } from '../../../model/network';
import type { ForcedEvaluation } from '../../engine';
import { addRun, columnsFirst, createForcedSum } from '../../shared/forced';
import type { Machine } from '../machine';
import { readWeights } from '../device/network-buffers';
import { runSamples } from './samples';

/** Images whose spikes are on their way at a time. */
const CHUNK = 256;

export async function evaluateForced(
  machine: Machine,
  set: ImageSet,
  times: Float32Array,
): Promise<ForcedEvaluation> {
  const network = machine.network!;
  const { spec } = network;
  const classes = classCount(spec);
  const { weights } = await readWeights(machine.device, network, [layerCount(spec) - 1]);
  const sum = createForcedSum(spec, columnsFirst(weights[0]!, classes), classes, times);
  const size = set.width * set.height;
  for (let n = 0; n < set.count; n += CHUNK) {
    const images = Math.min(CHUNK, set.count - n);
    const bytes = set.images.slice(n * size, (n + images) * size);
    const runs = await runSamples(machine, bytes, images);
    for (const [s, run] of runs.entries()) addRun(sum, set.labels[n + s]!, run);
  }
  return sum.result();
}
