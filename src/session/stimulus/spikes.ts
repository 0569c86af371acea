/** The current stimulus's way through the network, and the one before the last change (the ghost). */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SampleRun } from '../../engine/engine';
import type { Readout } from '../../model/readout';

export interface SpikesState {
  run: SampleRun | null;
  /**
   * The run made with the very weights on the page: explanations are worked out from the two together. At rest it is the newest
   * run. While training, runs come more often than weights are read back, so it may be an older one.
   */
  explained: SampleRun | null;
  answer: Readout | null;
  /** Whether no input neuron spikes: nothing drawn, or nothing above the cut. */
  blank: boolean;
  /** An earlier run to compare with: before the last training step, edit or sample; while a replay is shown, the present weights'. */
  ghost: SampleRun | null;
  ghostOf: 'before' | 'present';
  /** Goes up with every new run. */
  version: number;
  /**
   * The version that words and tables show. At rest it is the newest; while training it follows only a few times a second: nobody
   * reads faster, and laying out text costs more than drawing all the marks.
   */
  wordsVersion: number;
}

export type SpikesStore = StoreApi<SpikesState>;

export function createSpikesStore(): SpikesStore {
  return createStore<SpikesState>(() => ({
    run: null,
    explained: null,
    answer: null,
    blank: true,
    ghost: null,
    ghostOf: 'before',
    version: 0,
    wordsVersion: 0,
  }));
}

/** The end of the time axis: past the last output spike (or the last spike of all), at most the output's deadline. */
export function axisEnd(run: SampleRun | null, outputDeadline: number): number {
  if (!run) return Math.min(outputDeadline, 3);
  let end = 1;
  for (const { times } of run.layers) for (const t of times) if (t < Infinity && t > end) end = t;
  const rounded = Math.ceil((end * 1.04) / 0.2) * 0.2;
  return Math.min(Math.max(rounded, 1.2), Math.max(outputDeadline, 1));
}
