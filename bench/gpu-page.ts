/** In the page: bench/gpu.mjs opens it and calls `measure`. */
import { readImageSet } from '../src/data/idx';
import type { ImageSet } from '../src/data/image-set';
import { describe, findAdapter, infoOf, requestGpu } from '../src/engine/gpu/device/adapter';
import { measure, type Answer, type Request } from './gpu-measure';

const load = async (role: string): Promise<ImageSet> => {
  const file = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await fetch(`/data/mnist-${role}-${name}.bin`)).arrayBuffer());
  return readImageSet(await file('images'), await file('labels'));
};

let sets: Promise<[ImageSet, ImageSet]> | undefined;

declare global {
  var measure: (request: Request) => Promise<Answer>;
  /** What WebGPU here runs on, and why it does not where it does not. */
  var findGpu: () => Promise<{ software: boolean; label: string } | { missing: string }>;
}
globalThis.findGpu = async () => {
  if (!navigator.gpu) return { missing: 'the browser has no WebGPU' };
  const adapter = await findAdapter(navigator.gpu);
  return adapter ? describe(await infoOf(adapter)) : { missing: 'no adapter' };
};
globalThis.measure = async (request) => {
  sets ??= Promise.all([load('train'), load('test')]);
  const [train, test] = await sets;
  return measure(() => requestGpu(), { train, test }, request);
};
