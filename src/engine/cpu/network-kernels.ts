/** A network's memory with the kernels that work on it, and what provides them. */
import type { NetworkSpec } from '../../model/network';
import type { Kernels } from './kernels';
import type { NetworkMemory } from './memory';

export interface NetworkKernels {
  memory: NetworkMemory;
  kernels: Kernels;
  /** Sets threads free that serve this memory. */
  release(): void;
}

export interface KernelProvider {
  /** For people: how it computes; on fewer threads where some do not serve. */
  readonly how: string;
  /** `listener` is called where a thread ends at work: what it shared is of no use any more, and the message is for people. */
  whenLost?(listener: (message: string) => void): void;
  /** @param average whether a running average of the weights is kept */
  open(spec: NetworkSpec, batch: number, average: boolean): Promise<NetworkKernels>;
  dispose(): void;
}
