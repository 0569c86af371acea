/** A small network with data it can learn, for tests of training and of what surrounds it. */
import type { NetworkSpec } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import type { Network } from '../engine';
import type { Context } from './context';
import { randomNetwork } from './networks';
import { shapeSet } from './samples';

export const SIDE = 9;
export const CLASSES = 4;

/** 203 images, so that no batch size used in tests divides them; some are blank. */
export const TRAIN = shapeSet(SIDE, SIDE, CLASSES, 203, 51, 29);
export const TEST = shapeSet(SIDE, SIDE, CLASSES, 75, 51, 17);

export function learnable(changes: Partial<NetworkSpec> = {}, seed = 1): Network {
  const spec = parseNetwork({
    input: { width: SIDE, height: SIDE },
    layers: [23, CLASSES],
    ...changes,
  });
  return randomNetwork(spec, seed, TRAIN.images);
}

/** Loads a network and both sets into the engine under test. */
export async function load({ engine }: Context, network: Network): Promise<void> {
  await engine.setNetwork(network);
  await engine.setData('train', TRAIN);
  await engine.setData('test', TEST);
}
