/** Weights of this run at the ends of its epochs, to compare the network with what it was: a capped list. */
import { createStore } from 'zustand/vanilla';
import type { Snapshot } from '../../engine/engine';
import type { NetworkSpec } from '../../model/network';

export interface EpochWeights {
  /** Training steps made. */
  step: number;
  /** Epochs made; a whole number where the weights are those of an epoch's end. */
  epoch: number;
  spec: NetworkSpec;
  /** [postsynaptic * presynaptic] a layer. */
  weights: Float32Array<ArrayBuffer>[];
}

/** How many are kept, and how many weights they have together (32 MB). */
const MOST = 12;
const MOST_WEIGHTS = 8e6;

/** The list with one more; the first stays, of the others the oldest gives way. */
export function keepEpoch(list: readonly EpochWeights[], next: EpochWeights): EpochWeights[] {
  const size = next.weights.reduce((sum, w) => sum + w.length, 0);
  const most = Math.max(2, Math.min(MOST, Math.floor(MOST_WEIGHTS / Math.max(1, size))));
  const all = [...list.filter((e) => e.step < next.step), next];
  return all.length > most ? [all[0]!, ...all.slice(all.length - most + 1)] : all;
}

/** "epoch 2", "the initial weights", "step 120". */
export function epochName({ step, epoch }: Pick<EpochWeights, 'step' | 'epoch'>): string {
  if (step === 0) return 'the initial weights';
  return Number.isInteger(epoch) ? `epoch ${epoch}` : `step ${step}`;
}

export function createEpochs() {
  const store = createStore<{ list: readonly EpochWeights[] }>(() => ({ list: [] }));
  return {
    store,
    /** Keeps the weights of a snapshot where an epoch has ended since the last one kept, or nothing is kept yet. */
    offer({ step, spec, weights }: Snapshot, epochSteps: number): void {
      if (epochSteps === 0) return;
      const { list } = store.getState();
      const last = list[list.length - 1];
      const epoch = step / epochSteps;
      if (last && last.step <= step && Math.floor(last.epoch) === Math.floor(epoch)) return;
      store.setState({ list: keepEpoch(list, { step, epoch, spec, weights }) });
    },
    forget: (): void => store.setState({ list: [] }),
  };
}
