/** A session over the reference engine and a small made-up data set, for tests. */
import { imageFile, labelFile } from '../data/idx.test-data';
import type { ImageSet } from '../data/image-set';
import { EngineError, type Engine, type Network } from '../engine/engine';
import { createReferenceEngine } from '../engine/reference/reference';
import { initialise } from '../model/initialise';
import { parseNetwork } from '../model/validate';
import { createRandom } from '../model/random';
import { createSession } from './create';
import type { SessionOptions } from './core/options';

/** 8 x 8 images of three classes: a row, a column, a diagonal, each shifted and with grey noise. */
export function shapes(count: number, seed: number): ImageSet {
  const random = createRandom(seed);
  const images = new Uint8Array(count * 64);
  const labels = new Uint8Array(count);
  for (let n = 0; n < count; n++) {
    const label = n % 3;
    const offset = 2 + random.below(4);
    labels[n] = label;
    for (let i = 0; i < 8; i++) {
      const pixel = label === 0 ? offset * 8 + i : label === 1 ? i * 8 + offset : i * 9;
      images[n * 64 + pixel] = 155 + random.below(100);
    }
  }
  return { width: 8, height: 8, count, images, labels, classes: 3 };
}

export const SPEC = parseNetwork({ input: { width: 8, height: 8 }, layers: [12, 3] });

export function smallNetwork(seed = 1): Network {
  return { spec: SPEC, weights: initialise(SPEC, seed, 8) };
}

/** What a session takes from outside; its clock stands still. */
export function testOptions(): SessionOptions {
  return {
    choice: 'cpu',
    startEngine: () => Promise.resolve({ engine: createReferenceEngine(), reason: 'for a test' }),
    loadMnist: (role) => Promise.resolve(role === 'train' ? shapes(96, 1) : shapes(30, 2)),
    loadShipped: () => Promise.resolve(smallNetwork()),
    listShipped: () => Promise.resolve([]),
    now: () => 0,
  };
}

/** The reference engine, which takes no further network from when it is told so. */
export function stubbornEngine() {
  const inner = createReferenceEngine();
  let stubborn = false;
  const engine: Engine = {
    ...inner,
    setNetwork: (network) =>
      stubborn
        ? Promise.reject(new EngineError('This network is too large for the engine.'))
        : inner.setNetwork(network),
  };
  return {
    startEngine: () => Promise.resolve({ engine, reason: 'for a test' }),
    refuse: (on = true): void => void (stubborn = on),
  };
}

/** A session whose clock stands still unless `now` is given. */
export function testSession(overrides: Partial<SessionOptions> = {}) {
  return createSession({ ...testOptions(), ...overrides });
}

/** Resolves when `check` holds, looking after every turn of the event loop. */
export async function until(check: () => boolean, turns = 2000): Promise<void> {
  for (let i = 0; i < turns; i++) {
    if (check()) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('What was waited for did not happen.');
}

/** A set as the IDX files that a person might choose. */
export function idxFiles({ width, height, count, images, labels }: ImageSet) {
  return {
    trainImages: new File([imageFile(count, height, width, images)], 'mine-images'),
    trainLabels: new File([labelFile(labels)], 'mine-labels'),
  };
}
