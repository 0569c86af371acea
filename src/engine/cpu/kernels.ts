/** What carries out a step's stages on a NetworkMemory. */
import type { LossSettings } from '../../model/loss';
import type { UpdateSettings } from './update';

/** What the caller has to do at each step, for the moments when other threads have work without it. */
export interface Meanwhile {
  /** May read everything of the step; the weights are still those it was made with. */
  report(this: void): void;
  /** May write the next step's input spikes and labels: nobody needs this one's any more. */
  load(this: void): void;
}

export interface Kernels {
  /**
   * Spike times of every layer for samples 0 to n - 1, whose input spikes are in the memory.
   * @param average with the weights' running average, where one is kept
   * @param only the one layer (0-based) to work on, from the spikes that lie in the memory before it
   */
  forward(samples: number, average?: boolean, only?: number): void;
  /** The same, with loss and errors of the samples, from their labels. */
  forwardBackward(samples: number, settings: LossSettings): void;
  /** Learns from the errors; returns whether every weight is still a finite number. Calls both of `meanwhile`, in order. */
  update(samples: number, settings: UpdateSettings, meanwhile: Meanwhile): boolean;
}
