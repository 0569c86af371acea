/** In Node, through the npm package `webgpu`: bench/gpu.mjs builds it and calls `run`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImageSet } from '../src/data/idx';
import type { ImageSet } from '../src/data/image-set';
import type { GpuChoice } from '../src/engine/gpu/adapter';
import { openNodeGpu } from '../src/engine/gpu/engine.node';
import { measure, type Answer, type Request } from './gpu-measure';

/** @param data the folder of MNIST */
export async function run(request: Request, data: string): Promise<Answer> {
  const bytes = (name: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(readFileSync(join(data, `mnist-${name}.bin`)));
  const load = (role: string): Promise<ImageSet> =>
    readImageSet(bytes(`${role}-images`), bytes(`${role}-labels`));
  // Timestamps are rounded to 0.1 ms otherwise.
  const open = (): Promise<GpuChoice> =>
    openNodeGpu(undefined, ['disable-dawn-features=timestamp_quantization']);
  const [train, test] = await Promise.all([load('train'), load('test')]);
  return measure(open, { train, test }, request);
}
