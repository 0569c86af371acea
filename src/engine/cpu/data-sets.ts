/** The engine's data sets, and their spikes in the coding of the network at work. */
import type { Arrival } from '../../data/arrival';
import type { ImageSet } from '../../data/image-set';
import type { NetworkSpec } from '../../model/network';
import type { DataRole } from '../engine';
import { requireData } from '../shared/checks';
import { createEncodedSet, type EncodedSet } from './encoded-set';
import type { NetworkKernels } from './network-kernels';

export interface DataSets {
  /** @param arrival its images are still coming */
  set(this: void, role: DataRole, set: ImageSet, arrival?: Arrival): void;
  /** How its images come; undefined: all of them are there. */
  arrival(this: void, role: DataRole): Arrival | undefined;
  /** @throws EngineError where there is none, or its images are not of the network's size */
  require(this: void, role: DataRole, spec: NetworkSpec): ImageSet;
  /** The spikes of the set, which is there: those kept before, unless the coding has changed since. */
  encoded(this: void, role: DataRole, spec: NetworkSpec): EncodedSet;
  clear(this: void): void;
}

interface Entry {
  set: ImageSet;
  arrival?: Arrival | undefined;
  /** The set in the coding of `spec`, once that is needed. */
  encoded?: EncodedSet;
  spec?: NetworkSpec;
}

const codingOf = ({ input, coding }: NetworkSpec): string => JSON.stringify([input, coding]);

/** @param network the one at work, whose kernels encode */
export function createDataSets(network: () => NetworkKernels): DataSets {
  const data: Partial<Record<DataRole, Entry>> = {};
  return {
    set(role, set, arrival) {
      data[role] = { set, arrival };
    },
    arrival(role) {
      const arrival = data[role]?.arrival;
      return arrival?.complete ? undefined : arrival;
    },
    require: (role, spec) => requireData(data[role]?.set, role, spec),
    encoded(role, spec) {
      const entry = data[role]!;
      // Asked for at every step, mostly by the same network.
      const known = entry.spec === spec || (entry.spec && codingOf(entry.spec) === codingOf(spec));
      if (!entry.encoded || !known) entry.encoded = createEncodedSet(entry.set, network);
      entry.spec = spec;
      return entry.encoded;
    },
    clear() {
      data.train = data.test = undefined;
    },
  };
}
