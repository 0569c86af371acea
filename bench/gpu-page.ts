/** In the page: bench/gpu.mjs opens it and calls `measure`. */
import { readImageSet } from '../src/data/idx';
import type { ImageSet } from '../src/data/image-set';
import { requestGpu } from '../src/engine/gpu/device/adapter';
import { measure, type Answer, type Request } from './gpu-measure';

const load = async (role: string): Promise<ImageSet> => {
  const file = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await fetch(`/data/mnist-${role}-${name}.bin`)).arrayBuffer());
  return readImageSet(await file('images'), await file('labels'));
};

const sets = Promise.all([load('train'), load('test')]);

declare global {
  var measure: (request: Request) => Promise<Answer>;
}
globalThis.measure = async (request) => {
  const [train, test] = await sets;
  return measure(() => requestGpu(), { train, test }, request);
};
