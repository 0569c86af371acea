/** Which engine is made for which name; each is loaded only when asked for. */
import type { Engine, EngineKind } from '../engine/engine';

export interface EngineOptions {
  engine: EngineKind;
  /** Of the cpu engine; the engine chooses without it. */
  threads?: number | undefined;
}

/** @throws EngineError where the machine lacks what it needs */
export async function createEngine({ engine, threads }: EngineOptions): Promise<Engine> {
  void threads;
  switch (engine) {
    case 'reference':
      return (await import('../engine/reference/reference')).createReferenceEngine();
    case 'cpu':
      return (await import('../engine/cpu/engine')).createCpuEngine();
    case 'webgpu': {
      const { CommandError } = await import('./errors');
      throw new CommandError('There is no WebGPU adapter in Node: use --engine cpu.');
    }
  }
}
