/**
 * A training's steps on one network. While the kernels are at work on a step's batch, the next one is got ready beside it, in `memory.next`:
 * what has become of it, and what may be done with it next, is known here alone (`NextBatch`).
 */
import type { ImageSet } from '../../data/image-set';
import { averageDecay } from '../../model/optimizer';
import type { TrainingSettings } from '../../model/training';
import { assembleBatch, type Batch, type BatchSource } from '../shared/batch';
import type { StepMeans } from '../shared/reports';
import type { EncodedSet } from './encoded-set';
import { swapBatches } from './memory';
import type { NetworkKernels } from './network-kernels';
import { createStepReport } from './step-report';

/** What a training takes its batches from. */
export interface TrainingData {
  set: ImageSet;
  batches: BatchSource;
  /** The set's spikes, in the coding of the network. */
  encoded(this: void): EncodedSet;
}

export interface StepOrder {
  /** Steps made before this one. */
  step: number;
  settings: TrainingSettings;
  rate: number;
  /** The running average starts with this step, as a copy of the weights. */
  newAverage: boolean;
  /** Whether another step by these settings is to follow. */
  goesOn: boolean;
}

export interface StepResult {
  /** Images of the batch. */
  images: number;
  means: StepMeans;
  /** Whether every weight is still a finite number. */
  finite: boolean;
}

export interface StepPipeline {
  /** Makes a step, and gets the batch of the next one ready meanwhile. */
  step(this: void, data: TrainingData, order: StepOrder): StepResult;
  /** Forgets the batch that is ready: the data, or what is in the memory, may be another one now. */
  clear(this: void): void;
  /** To be called where something else is asked of the kernels between two steps: what they worked out ahead is lost. */
  interrupted(this: void): void;
}

/**
 * The batch in `memory.next`. Its labels are there from the start. Its spikes are there too, or its images lie in `memory.images` and are
 * encoded once (`toEncode`), after which new spikes are kept once (`keepIn`). Last, the update of the step before works out its first layer
 * (`begun`). It becomes the batch at work when all that is done, and may not be begun any more.
 */
interface NextBatch extends Batch {
  step: number;
  /** The settings that it was assembled by. */
  settings: TrainingSettings;
  toEncode: boolean;
  keepIn?: EncodedSet | undefined;
  begun: boolean;
}

export function createStepPipeline({ memory, kernels }: NetworkKernels): StepPipeline {
  let next: NextBatch | undefined;

  /** Copies the spikes of the batch into the memory where they are known; else its images, distorted as the settings ask. */
  const load = (data: TrainingData, step: number, settings: TrainingSettings): NextBatch => {
    if (next && next.step === step && next.settings === settings) return next;
    const { set } = data;
    const batch = data.batches(settings, step, set.count);
    const { indices } = batch;
    const { input, labels } = memory.next;
    const encoded = settings.distort === 'none' ? data.encoded() : undefined;
    next = { ...batch, step, settings, toEncode: false, begun: false };
    if (encoded?.has(indices)) {
      encoded.fetch(indices);
      for (let s = 0; s < indices.length; s++) {
        encoded.copy(indices[s]!, input, s);
        labels[s] = set.labels[indices[s]!]!;
      }
    } else {
      assembleBatch(set, batch, settings, memory.images, labels);
      next.toEncode = true;
      next.keepIn = encoded;
    }
    return next;
  };

  const encode = (batch: NextBatch): void => {
    if (batch.toEncode) kernels.encode(batch.indices.length);
    batch.toEncode = false;
  };

  const keepSpikes = (batch: NextBatch): void => {
    batch.keepIn?.keep(batch.indices, memory.next.input);
    batch.keepIn = undefined;
  };

  /** The batch of a step becomes the one at work, and the memory of the next one is free. */
  const take = (data: TrainingData, step: number, settings: TrainingSettings): NextBatch => {
    const batch = load(data, step, settings);
    encode(batch);
    keepSpikes(batch);
    swapBatches(memory);
    next = undefined;
    return batch;
  };

  return {
    step(data, { step, settings, rate, newAverage, goesOn }) {
      const { indices, begun } = take(data, step, settings);
      const images = indices.length;
      const loadNext = (): void => {
        if (goesOn) load(data, step + 1, settings);
      };
      kernels.forwardBackward(images, settings, loadNext, begun);
      const following = next;
      if (following) encode(following);
      const report = createStepReport(memory, images);
      let means: StepMeans | undefined;
      const tell = (): void => {
        means = report();
        if (following) keepSpikes(following);
      };
      const { optimizer } = settings;
      const decay = newAverage ? 0 : averageDecay(settings.ema, step);
      const update = { optimizer, rate, step, decay };
      const finite = kernels.update(images, update, tell, following?.indices.length);
      if (following) following.begun = true;
      return { images, means: means!, finite };
    },
    clear() {
      next = undefined;
    },
    interrupted() {
      if (next) next.begun = false;
    },
  };
}
