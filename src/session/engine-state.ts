/** Which executor is at work, and why. */
import { createStore } from 'zustand/vanilla';
import type { EngineKind } from '../engine/engine';

export type EngineChoice = 'auto' | 'cpu' | 'webgpu';

export interface EngineState {
  status: 'starting' | 'ready' | 'failed';
  kind: EngineKind;
  label: string;
  /** One sentence for people: why this executor. */
  reason: string;
  choice: EngineChoice;
}

export function createEngineStore(choice: EngineChoice) {
  return createStore<EngineState>(() => ({
    status: 'starting',
    kind: 'cpu',
    label: '',
    reason: '',
    choice,
  }));
}
