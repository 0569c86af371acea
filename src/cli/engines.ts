/** Which engine is made for which name; each is loaded only when asked for. */
import { availableParallelism } from 'node:os';
import type { Engine, EngineKind } from '../engine/engine';

export interface EngineOptions {
  engine: EngineKind;
  /** Of the cpu engine; as many as make sense on the machine without it. */
  threads?: number | undefined;
}

/** @throws EngineError where the machine lacks what it needs */
export async function createEngine({ engine, threads }: EngineOptions): Promise<Engine> {
  switch (engine) {
    case 'reference':
      return (await import('../engine/reference/reference')).createReferenceEngine();
    case 'cpu': {
      const { createCpuEngine } = await import('../engine/cpu/engine');
      const { defaultThreads } = await import('../engine/cpu/choose-kernels');
      const { spawnNodeThreads } = await import('../engine/cpu/thread-pool.node');
      return createCpuEngine({
        threads: threads ?? defaultThreads(availableParallelism()),
        spawnThreads: spawnNodeThreads,
      });
    }
    case 'webgpu':
      return (await import('../engine/gpu/engine.node')).createNodeGpuEngine();
  }
}
