/** Starts the executor that a page works with. */
import { chooseEngine, findGpu, type EngineRequest } from './choose';
import type { Engine } from './engine';
import { createWorkerEngine } from './worker/client';

export interface StartedEngine {
  engine: Engine;
  /** One sentence for people: why this executor. */
  reason: string;
}

/**
 * @throws EngineError where WebGPU is asked for and there is none. Where WebGPU was chosen freely and does not start after all, the
 * CPU engine takes over and `reason` says so.
 */
export async function startEngine(request: EngineRequest): Promise<StartedEngine> {
  const gpu = (navigator as { gpu?: GPU }).gpu;
  const { kind, reason } = chooseEngine(
    request,
    request === 'cpu' ? { state: 'unsupported' } : await findGpu(gpu),
  );
  try {
    return { engine: await createWorkerEngine(kind), reason };
  } catch (error) {
    if (kind === 'cpu' || request === 'webgpu') throw error;
    const why = error instanceof Error ? error.message : String(error);
    return {
      engine: await createWorkerEngine('cpu'),
      reason: `WebGPU did not start (${why}), so the CPU engine is at work.`,
    };
  }
}
