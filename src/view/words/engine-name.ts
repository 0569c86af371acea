import type { EngineState } from '../../session/engine/engine-state';

/** What the engine at work is called, or that there is none. */
export function engineName({ status, label, kind }: EngineState): string {
  if (status === 'starting') return 'starting';
  if (status === 'failed') return 'no engine';
  return label || (kind === 'webgpu' ? 'WebGPU' : 'CPU');
}
