/** In Node, through the npm package `webgpu`: bench/gpu.mjs builds it and calls `run`. */
import { readMnist } from '../src/cli/data';
import type { GpuChoice } from '../src/engine/gpu/device/adapter';
import { openNodeGpu } from '../src/engine/gpu/engine.node';
import { measure, type Answer, type Request } from './gpu-measure';

export async function run(request: Request): Promise<Answer> {
  // Timestamps are rounded to 0.1 ms otherwise.
  const open = (): Promise<GpuChoice> =>
    openNodeGpu(undefined, ['disable-dawn-features=timestamp_quantization']);
  const data = { train: await readMnist('train'), test: await readMnist('test') };
  return measure(open, data, request);
}
