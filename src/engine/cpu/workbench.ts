/** A network's memory with the kernels that work on it, and who provides them. */
import type { NetworkSpec } from '../../model/network';
import type { Kernels } from './kernels';
import type { NetworkMemory } from './memory';

export interface Workbench {
  memory: NetworkMemory;
  kernels: Kernels;
  /** Sets threads free that serve this memory. */
  release(): void;
}

export interface Workshop {
  /** For people: how it computes. */
  readonly how: string;
  /** @param average whether a running average of the weights is kept */
  open(spec: NetworkSpec, batch: number, average: boolean): Promise<Workbench>;
  dispose(): void;
}
