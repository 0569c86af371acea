/** The fastest kernels that run here: WebAssembly on threads, on one thread, or plain TypeScript. */
import { plainKernels } from './plain';
import { createSimdKernels, type ThreadPool } from './simd';
import { MOST_THREADS } from './wasm/layout';
import { loadPart } from '../shared/load-part';
import { canShareMemory } from '../shared/share-memory';
import type { KernelProvider } from './network-kernels';

/** Starts threads for a module compiled for shared memory. */
export type SpawnThreads = (module: WebAssembly.Module, helpers: number) => Promise<ThreadPool>;

export interface KernelOptions {
  /** Threads to work on, this one included. */
  threads?: number;
  /** How threads are started here; without it there is one. */
  spawnThreads?: SpawnThreads;
}

export async function chooseKernels({
  threads = 1,
  spawnThreads,
}: KernelOptions): Promise<KernelProvider> {
  if (typeof WebAssembly === 'undefined') return plainKernels;
  const spawn = threads > 1 && canShareMemory() ? spawnThreads : undefined;
  // Only the module that is needed is loaded: each is a good part of what a page waits for.
  const { default: bytes } = await loadPart(() =>
    spawn ? import('./wasm/kernels.threads.wasm') : import('./wasm/kernels.wasm'),
  );
  if (!WebAssembly.validate(bytes)) return plainKernels;
  const module = await WebAssembly.compile(bytes);
  if (!spawn) return createSimdKernels(module);
  return createSimdKernels(module, await spawn(module, Math.min(threads, MOST_THREADS) - 1));
}

/** Threads that make sense on a machine: all its cores up to two, else all but one, at most four. */
export function defaultThreads(cores: number | undefined): number {
  if (!cores) return 1;
  return cores <= 2 ? cores : Math.min(4, cores - 1);
}
