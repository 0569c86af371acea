/** MNIST as it lies in the project, for programs in Node. */
import { readFileSync } from 'node:fs';
import { readImageSet } from '../src/data/idx';
import type { ImageSet } from '../src/data/image-set';

const bytes = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(`public/data/mnist-${name}.bin`));

const read = (role: string): Promise<ImageSet> =>
  readImageSet(bytes(`${role}-images`), bytes(`${role}-labels`));

/** To be run in the project's folder. */
export async function readMnist(): Promise<{ train: ImageSet; test: ImageSet }> {
  return { train: await read('train'), test: await read('test') };
}
