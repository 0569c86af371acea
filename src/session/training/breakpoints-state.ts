/** At which moments training stops by itself, and which has stopped it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NO_BREAKPOINTS, type Breakpoints, type Hit } from './breakpoints';

export interface BreakpointsState {
  breakpoints: Breakpoints;
  /** What has stopped the last run; null where it was stopped otherwise. */
  hit: Hit | null;
}

export type BreakpointsStore = StoreApi<BreakpointsState>;

export function createBreakpointsStore(): BreakpointsStore {
  return createStore<BreakpointsState>(() => ({ breakpoints: NO_BREAKPOINTS, hit: null }));
}
