/** The fastest kernels that run here: WebAssembly on threads, on one thread, or plain TypeScript. */
import { plainWorkshop } from './plain';
import { createSimdWorkshop, type Crew } from './simd';
import { MOST_THREADS } from './wasm/layout';
import { loadPart } from '../shared/load-part';
import { canShareMemory } from '../shared/share-memory';
import type { Workshop } from './network-kernels';

/** Starts threads for a module compiled for shared memory. */
export type SpawnCrew = (module: WebAssembly.Module, helpers: number) => Promise<Crew>;

export interface WorkshopOptions {
  /** Threads to work on, this one included. */
  threads?: number;
  /** How threads are started here; without it there is one. */
  spawnCrew?: SpawnCrew;
}

export async function openWorkshop({ threads = 1, spawnCrew }: WorkshopOptions): Promise<Workshop> {
  if (typeof WebAssembly === 'undefined') return plainWorkshop;
  const crew = threads > 1 && canShareMemory() ? spawnCrew : undefined;
  // Only the module that is needed is loaded: each is a good part of what a page waits for.
  const { default: bytes } = await loadPart(() =>
    crew ? import('./wasm/kernels.threads.wasm') : import('./wasm/kernels.wasm'),
  );
  if (!WebAssembly.validate(bytes)) return plainWorkshop;
  const module = await WebAssembly.compile(bytes);
  if (!crew) return createSimdWorkshop(module);
  return createSimdWorkshop(module, await crew(module, Math.min(threads, MOST_THREADS) - 1));
}

/** Threads that make sense on a machine: all its cores up to two, else all but one, at most four. */
export function defaultThreads(cores: number | undefined): number {
  if (!cores) return 1;
  return cores <= 2 ? cores : Math.min(4, cores - 1);
}
