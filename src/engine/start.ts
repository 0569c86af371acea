/** Starts the executor that a page works with. */
import { orAgain } from './again';
import { chooseEngine, findGpu, type EngineRequest, type GpuOffer } from './choose';
import { EngineError, type Engine } from './engine';
import { compareEngines, readComparison, type Clocks, type Comparison } from './measure';
import type { GpuEntry } from './gpu/device/adapter';
import { createWorkerEngine } from './worker/client';
import { spawnEngineWorker } from './worker/spawn';

export interface StartedEngine {
  engine: Engine;
  /** One sentence for people: why this executor. */
  reason: string;
  /** Two executors might be the faster here, and nobody has measured yet. */
  unmeasured?: boolean;
}

/** Where comparisons outlast the page. */
export interface ComparisonMemory {
  get(key: string): unknown;
  set(key: string, comparison: Comparison): void;
}

export interface Starter {
  /**
   * @throws EngineError where WebGPU is asked for and there is none. Where WebGPU was chosen freely and does not start after all, the
   * CPU engine takes over and `reason` says so.
   */
  start(this: void, request: EngineRequest): Promise<StartedEngine>;
  /** Measures both executors, about a second in all, and keeps what it found. @throws EngineError where there is one only */
  measure(this: void): Promise<Comparison>;
}

/** What a starter takes from outside; tests bring their own. */
interface Surroundings extends Clocks {
  findGpu(): Promise<GpuOffer>;
  open(this: void, kind: 'cpu' | 'webgpu'): Promise<Engine>;
  cores: number;
}

/** Counted up when an executor has become so much faster that what was measured is no longer true. */
const EDITION = 1;

/** @param cores of the processor */
export function comparisonKey(gpu: string, cores: number): string {
  return JSON.stringify([EDITION, gpu, cores]);
}

export function createStarter(
  memory: ComparisonMemory,
  surroundings: Surroundings = browser(),
): Starter {
  const { open, cores } = surroundings;
  const recall = (gpu: GpuOffer): Comparison | undefined =>
    'name' in gpu ? readComparison(memory.get(comparisonKey(gpu.name, cores))) : undefined;
  return {
    async start(request) {
      const gpu: GpuOffer =
        request === 'cpu' ? { state: 'unsupported' } : await surroundings.findGpu();
      const comparison = recall(gpu);
      const { kind, reason } = chooseEngine(request, gpu, comparison);
      // A software adapter is known to be slower: nobody has to wait for that to be measured.
      const unmeasured = request === 'auto' && gpu.state === 'hardware' && !comparison;
      try {
        return { engine: await open(kind), reason, unmeasured };
      } catch (error) {
        if (kind === 'cpu' || request === 'webgpu') throw error;
        const why = error instanceof Error ? error.message : String(error);
        return {
          engine: await open('cpu'),
          reason: `WebGPU did not start (${why}), so the CPU engine is at work.`,
          unmeasured: false,
        };
      }
    },
    async measure() {
      const gpu = await surroundings.findGpu();
      if (!('name' in gpu))
        throw new EngineError(
          'There is nothing to compare: this browser offers no WebGPU, so the CPU engine is the only one.',
        );
      const comparison = await compareEngines(open, surroundings);
      memory.set(comparisonKey(gpu.name, cores), comparison);
      return comparison;
    },
  };
}

/** Milliseconds after which a CPU engine that has not answered is started once more. WebGPU, which has a stand-in, is given up. */
const LONG = 6000;

/** @param spawn starts an engine's worker @param gpu `navigator.gpu` */
export const browser = (
  spawn = spawnEngineWorker,
  gpu: GpuEntry | undefined = (navigator as { gpu?: GPU }).gpu,
): Surroundings => ({
  findGpu: () => findGpu(gpu),
  open: (kind) =>
    kind === 'cpu'
      ? orAgain(
          () => createWorkerEngine(kind, { spawn }),
          () => new Promise((resolve) => setTimeout(resolve, LONG)),
          (late) => void late.dispose(),
        )
      : createWorkerEngine(kind, { spawn }),
  cores: navigator.hardwareConcurrency,
  now: () => performance.now(),
  today: () => Date.now(),
});
