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
  /** The network as it is, for the caller: what was copied at this step is not read back again, and what is read back is kept. */
  snapshot(machine: Machine, network: NetworkBuffers): Promise<Snapshot>;
}

/** @param read tests count its calls */
export function createKeeper(
  now: () => number = () => performance.now(),
  read: typeof takeSnapshot = takeSnapshot,
): Keeper {
  let kept: Network | Snapshot | undefined;
  /** The copy read back last, and of which buffers it is. */
  let copy: { of: NetworkBuffers; snapshot: Snapshot } | undefined;
  let taken = now();
  let taking = false;

  async function take(machine: Machine, network: NetworkBuffers): Promise<Snapshot> {
    const snapshot = await read(machine.device, network);
    taken = now();
    // From weights that are no longer finite nothing could go on.
    const sound = snapshot.weights.every((layer) => layer.every(Number.isFinite));
    if (sound && machine.network === network) {
      kept = snapshot;
      copy = { of: network, snapshot };
    }
    return snapshot;
  }

  const isNow = ({ of, snapshot }: NonNullable<typeof copy>, network: NetworkBuffers): boolean =>
    of === network &&
    snapshot.step === network.step &&
    (snapshot.average !== undefined) === network.averaging;

  return {
    get kept() {
      return kept;
    },
    keep(network) {
      // The caller may write into its own arrays afterwards.
      kept = structuredClone(network);
      copy = undefined;
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
    async settle(machine, network) {
      await take(machine, network);
    },
    async snapshot(machine, network) {
      const snapshot = copy && isNow(copy, network) ? copy.snapshot : await take(machine, network);
      // What is kept stays here, whatever becomes of the caller's.
      return structuredClone(snapshot);
    },
  };
}
