/** Keeps a copy of the network on the processor, to start from when the device is lost: made now and then, and training never waits for it. */
import type { Network, Snapshot } from '../engine';
import type { Machine } from './machine';
import { takeSnapshot, type NetworkBuffers } from './device/network-buffers';

/** Milliseconds between two copies while training. */
const INTERVAL = 2000;

export interface Keeper {
  /** What a new machine starts from. */
  readonly kept: Network | Snapshot | undefined;
  /** A network was loaded. */
  keep(network: Network | Snapshot): void;
  /** Between two submits: takes a copy if the last is old. */
  offer(machine: Machine, network: NetworkBuffers): void;
  /** Training is over: takes a copy. */
  settle(machine: Machine, network: NetworkBuffers): Promise<void>;
}

export function createKeeper(now: () => number = () => performance.now()): Keeper {
  let kept: Network | Snapshot | undefined;
  let taken = now();
  let taking = false;
  const take = async (machine: Machine, network: NetworkBuffers): Promise<void> => {
    const snapshot = await takeSnapshot(machine.device, network);
    // From weights that are no longer finite nothing could go on.
    if (!snapshot.weights.every((layer) => layer.every(Number.isFinite))) return;
    if (machine.network === network) kept = snapshot;
  };
  return {
    get kept() {
      return kept;
    },
    keep(network) {
      // The caller may write into its own arrays afterwards.
      kept = structuredClone(network);
      taken = now();
    },
    offer(machine, network) {
      if (taking || now() - taken < INTERVAL) return;
      taking = true;
      void take(machine, network)
        .catch(() => undefined)
        .finally(() => {
          taking = false;
          taken = now();
        });
    },
    settle: take,
  };
}
