/** Which executor is at work, and why. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineRequest } from '../../engine/choose';
import type { EngineKind } from '../../engine/engine';
import type { Comparison } from '../../engine/measure';

export interface EngineState {
  status: 'starting' | 'ready' | 'failed';
  kind: EngineKind;
  label: string;
  /** One sentence for people: why this executor. */
  reason: string;
  choice: EngineRequest;
  /** Both executors are being measured. */
  measuring: boolean;
  /** What they were measured at since the page was opened. */
  comparison: Comparison | null;
}

export type EngineStore = StoreApi<EngineState>;

export function createEngineStore(choice: EngineRequest): EngineStore {
  return createStore<EngineState>(() => ({
    status: 'starting',
    kind: 'cpu',
    label: '',
    reason: '',
    choice,
    measuring: false,
    comparison: null,
  }));
}
