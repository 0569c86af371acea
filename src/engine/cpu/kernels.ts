/** What carries out a step's stages on a NetworkMemory. */
import type { LossSettings } from '../../model/loss';
import type { UpdateSettings } from './update';

export interface Kernels {
  /**
   * The first `samples` of the memory's images to the input spikes of the next batch.
   * @param meanwhile what else this thread has to do, while other threads work without it; it may read this batch's spikes
   */
  encode(samples: number, meanwhile?: () => void): void;
  /**
   * Spike times of every layer for samples 0 to n - 1, whose input spikes are in the memory.
   * @param average with the weights' running average, where one is kept
   * @param only the one layer (0-based) to work on, from the spikes that lie in the memory before it
   */
  forward(samples: number, average?: boolean, only?: number): void;
  /**
   * The same, with loss and errors of the samples, from their labels.
   * @param meanwhile what else this thread has to do, while other threads work without it; it may fill the memory of the next batch
   * @param begun whether the last `update` got this batch as its `next`, and nothing has been asked of the kernels since
   */
  forwardBackward(
    samples: number,
    settings: LossSettings,
    meanwhile: () => void,
    begun?: boolean,
  ): void;
  /**
   * Learns from the errors; returns whether every weight is still a finite number.
   * @param meanwhile as above; it may read everything of the step but the weights
   * @param next samples of the next batch, where it is in the memory and follows at once: its first layer may be worked out on the way
   */
  update(samples: number, settings: UpdateSettings, meanwhile: () => void, next?: number): boolean;
}
