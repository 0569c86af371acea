/** Everything that lives on one device and dies with it. */
import type { ImageSet } from '../../data/image-set';
import type { DataRole, Network, Snapshot } from '../engine';
import { uploadSet } from './device/images';
import type { Distortion } from '../../model/training';
import {
  compileDistorter,
  createDistorter,
  type Distorter,
  type DistorterKernels,
} from './stages/distorter';
import { createKernels, type Kernels } from './device/kernels';
import { describe, type Tuning } from './device/adapter';
import {
  createNetworkBuffers,
  destroyNetworkBuffers,
  type NetworkBuffers,
} from './device/network-buffers';
import {
  compileNetwork,
  compileUpdate,
  type NetworkKernels,
  type UpdateRule,
} from './stages/network-kernels';
import { workgroupSizes } from './device/sizes';
import { createWorkspace, type Workspace, type WorkspaceSize } from './batch/workspace';

/** What samples are run and evaluated for. */
export type Purpose = 'train' | 'run' | 'evaluate';

export interface Machine {
  readonly device: GPUDevice;
  readonly software: boolean;
  network?: NetworkBuffers;
  /** Replaces the network. */
  load(network: Network | Snapshot): Promise<void>;
  /**
   * The resident images of a set, uploaded when first asked for; undefined where they do not fit. Ask for them before the workspace: a new
   * set's images end the workspaces that are bound to the old one's.
   */
  images(role: DataRole, set: ImageSet): GPUBuffer | undefined;
  /** Forgets a set. */
  drop(role: DataRole): void;
  /** Compiles what a rule of learning needs; undefined when it is there already. */
  prepare(rule: UpdateRule): Promise<void> | undefined;
  /** Whether training images are distorted on the GPU; a software adapter's work is better done by the processor itself. */
  readonly distorts: boolean;
  /** Compiles what distorting needs; undefined when it is there already. */
  prepareDistorter(): Promise<void> | undefined;
  distorter(images: GPUBuffer, set: ImageSet, kind: Distortion, slots: number): Distorter;
  /** The workspace for a purpose, at least as large as asked. */
  workspace(purpose: Purpose, size: WorkspaceSize): Workspace;
  destroy(): void;
}

/** @param tuning which kind of adapter the work is laid out for; the device's own kind without it */
export function createMachine(device: GPUDevice, tuning?: Tuning): Machine {
  const software = tuning
    ? tuning === 'software'
    : describe((device.adapterInfo as GPUAdapterInfo | undefined) ?? {}).software;
  const library: Kernels = createKernels(device);
  const sets: Partial<Record<DataRole, { set: ImageSet; buffer: GPUBuffer | undefined }>> = {};
  let kernels: NetworkKernels | undefined;
  let distorting: DistorterKernels | undefined;
  let spaces: Partial<Record<Purpose, Workspace>> = {};

  const dropSpaces = (): void => {
    for (const space of Object.values(spaces)) space.destroy();
    spaces = {};
  };

  const machine: Machine = {
    device,
    software,
    distorts: !software,
    async load(network) {
      const compiled = await compileNetwork(library, network.spec, workgroupSizes(software));
      const loaded = createNetworkBuffers(device, network);
      dropSpaces();
      if (machine.network) destroyNetworkBuffers(machine.network);
      kernels = compiled;
      machine.network = loaded;
    },
    images(role, set) {
      let entry = sets[role];
      if (entry?.set !== set) {
        machine.drop(role);
        entry = { set, buffer: uploadSet(device, `Machine.${role}Images`, set) };
        sets[role] = entry;
      }
      return entry.buffer;
    },
    drop(role) {
      dropSpacesOf(role);
      sets[role]?.buffer?.destroy();
      delete sets[role];
    },
    prepare(rule) {
      if (kernels!.update[rule]) return undefined;
      return compileUpdate(
        library,
        kernels!,
        machine.network!.spec,
        rule,
        workgroupSizes(software),
      );
    },
    prepareDistorter() {
      if (distorting) return undefined;
      return (async () => {
        distorting = await compileDistorter(library, workgroupSizes(software));
      })();
    },
    distorter: (images, set, kind, slots) =>
      createDistorter(device, library, distorting!, images, set, kind, slots),
    workspace(purpose, size) {
      let space = spaces[purpose];
      if (
        !space ||
        space.batch < size.batch ||
        space.slots < size.slots ||
        space.steps < size.steps
      ) {
        space?.destroy();
        space = createWorkspace(device, library, kernels!, machine.network!, size);
        spaces[purpose] = space;
      }
      return space;
    },
    destroy() {
      dropSpaces();
      if (machine.network) destroyNetworkBuffers(machine.network);
      for (const role of ['train', 'test'] as const) machine.drop(role);
      device.destroy();
    },
  };

  /** Bind groups remember image buffers. */
  const dropSpacesOf = (role: DataRole): void => {
    for (const purpose of role === 'train'
      ? (['train', 'evaluate'] as const)
      : (['evaluate'] as const)) {
      spaces[purpose]?.destroy();
      delete spaces[purpose];
    }
  };

  return machine;
}
