/** The network on a clock (model/stepped.ts): few ask for it, so its file is not one of the page's first, and says here that it has come. */
import { createStore } from 'zustand/vanilla';
import type { SampleRun } from '../../engine/engine';
import type { NetworkSpec } from '../../model/network';
import type { Volley } from '../../model/volley';
import type { Weights } from './scene';

/** An input's way with time steps of `dt`. */
export type Stepper = (spec: NetworkSpec, weights: Weights, input: Volley, dt: number) => SampleRun;

export const stepperStore = createStore<{ step: Stepper | null }>(() => ({ step: null }));
