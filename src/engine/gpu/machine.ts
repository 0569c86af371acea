/** Everything that is on one device, and is lost with it. */
import type { ImageSet } from '../../data/image-set';
import { layerPlans } from '../../model/layers';
import type { Distortion } from '../../model/training';
import type { DataRole, Network, Snapshot } from '../engine';
import { createBatchBuffers, type BatchBuffers, type BatchSize } from './batch/batch-buffers';
import { describe, type Tuning } from './device/adapter';
import { uploadSet } from './device/images';
import { createKernels } from './device/kernels';
import {
  createNetworkBuffers,
  destroyNetworkBuffers,
  type NetworkBuffers,
} from './device/network-buffers';
import { workgroupSizes } from './device/sizes';
import {
  compileDistorter,
  createDistorter,
  type Distorter,
  type DistorterStages,
} from './stages/distorter';
import { compilePasses, type CompiledPasses, type Passes } from './stages/passes';
import type { UpdateRule } from './stages/update';

/** What samples are run and evaluated for. */
export type Purpose = 'train' | 'run' | 'evaluate';

/** The buffers of a batch, and the stages over them. */
export interface Workspace extends BatchBuffers {
  passes: Passes;
}

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
  workspace(purpose: Purpose, size: BatchSize): Workspace;
  destroy(): void;
}

/** @param tuning which kind of adapter the work is laid out for; the device's own kind without it */
export function createMachine(device: GPUDevice, tuning?: Tuning): Machine {
  const software = tuning
    ? tuning === 'software'
    : describe((device.adapterInfo as GPUAdapterInfo | undefined) ?? {}).software;
  const kernels = createKernels(device);
  const sets: Partial<Record<DataRole, { set: ImageSet; buffer: GPUBuffer | undefined }>> = {};
  const sizes = workgroupSizes(software);
  let stages: CompiledPasses | undefined;
  let distorting: DistorterStages | undefined;
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
      const { spec } = network;
      const plans = layerPlans(spec);
      const compiled = await compilePasses({ kernels, spec, plans, sizes });
      const loaded = createNetworkBuffers(device, network);
      dropSpaces();
      if (machine.network) destroyNetworkBuffers(machine.network);
      stages = compiled;
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
    prepare: (rule) => stages!.prepare(rule),
    prepareDistorter() {
      if (distorting) return undefined;
      return (async () => {
        distorting = await compileDistorter(kernels, sizes);
      })();
    },
    distorter: (images, set, kind, slots) =>
      createDistorter(device, distorting!, images, set, kind, slots),
    workspace(purpose, size) {
      let space = spaces[purpose];
      if (
        !space ||
        space.size.batch < size.batch ||
        space.size.slots < size.slots ||
        space.size.steps < size.steps
      ) {
        space?.destroy();
        const buffers = createBatchBuffers(device, kernels, machine.network!, size, sizes);
        space = { ...buffers, passes: stages!.bind(buffers) };
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

  /** Workspaces hold bind groups over a set's image buffer: without it they cannot be used any more. */
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
