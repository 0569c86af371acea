/** The fastest kernels that run here: WebAssembly on threads, on one thread, or plain TypeScript. */
import { plainWorkshop } from './plain';
import { createSimdWorkshop, type Crew } from './simd';
import simdBytes from './wasm/kernels.wasm';
import threadBytes from './wasm/kernels.threads.wasm';
import { MOST_THREADS } from './wasm/layout';
import type { Workshop } from './workbench';

/** Starts threads for a module compiled for shared memory. */
export type SpawnCrew = (module: WebAssembly.Module, helpers: number) => Promise<Crew>;

export interface WorkshopOptions {
  /** Threads to work on, this one included. */
  threads?: number;
  /** How threads are started here; without it there is one. */
  spawnCrew?: SpawnCrew;
}

export async function openWorkshop({ threads = 1, spawnCrew }: WorkshopOptions): Promise<Workshop> {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(simdBytes)) return plainWorkshop;
  if (threads > 1 && spawnCrew && canShareMemory()) {
    const module = await WebAssembly.compile(threadBytes);
    return createSimdWorkshop(module, await spawnCrew(module, Math.min(threads, MOST_THREADS) - 1));
  }
  return createSimdWorkshop(await WebAssembly.compile(simdBytes));
}

/** A page shares memory between threads only if it is cross-origin isolated; Node always does. */
function canShareMemory(): boolean {
  const isolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? true;
  return isolated && typeof SharedArrayBuffer !== 'undefined';
}

/** Threads that make sense on a machine: all its cores up to two, else all but one, at most four. */
export function defaultThreads(cores: number | undefined): number {
  if (!cores) return 1;
  return cores <= 2 ? cores : Math.min(4, cores - 1);
}
