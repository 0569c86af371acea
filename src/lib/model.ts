/** A network that a page works with: it answers, says when its neurons spike, and learns, in a worker of its own. */
import type { StepReport, TrainEnd } from '../engine/engine';
import type { Description } from '../files/describe-weights';
import type { NetworkSpec } from '../model/network';
import type { Readout } from '../model/readout';
import type { Picture } from './ink';
import type { Settings } from './settings';
import type { Labels, TrainingImages } from './training-data';

/**
 * Who answers: `class` is that of the output neuron that fires first, at `decisionTime`, `margin` before the second; all three are null where
 * none fires, and `guess` then names the class of the highest potential. A blank image has neither.
 */
export type Answer = Readout;

/** What a network is; whatever is left out is that of 784-128-10 for MNIST (docs/formats.md has all of it). */
export type NetworkDescription = Partial<Omit<NetworkSpec, 'input' | 'coding'>> & {
  input?: Partial<NetworkSpec['input']>;
  coding?: Partial<NetworkSpec['coding']>;
};

export interface ModelOptions {
  /** `auto` without: WebGPU where there is a real one, else the CPU. */
  engine?: 'auto' | 'cpu' | 'webgpu';
  /** Of a file that does not describe its network, as other programs write them: what it is. Without it such a file is refused. */
  description?: Partial<Description>;
}

/** Means over the steps since the last report; some twelve reports come a second. */
export type Progress = StepReport;
export type TrainingEnd = TrainEnd;

export interface Model {
  /** What it is: image size, coding, response, layers, threshold, deadline. */
  readonly network: NetworkSpec;
  /** For people: which engine is at work, and why; undefined until something was asked of it. */
  readonly engine: string | undefined;
  /**
   * The answer to something drawn, which is scaled and centred as MNIST's digits are.
   * @throws Error with one sentence where the picture cannot be read, or the network is new and has not been trained
   */
  classify(picture: Picture): Promise<Answer>;
  /**
   * When every neuron spikes: a Float32Array [neurons] a layer, the input first; Infinity is a silent neuron. The input's spikes lie in [0, 1].
   * @throws Error as `classify`
   */
  spikeTimes(picture: Picture): Promise<Float32Array<ArrayBuffer>[]>;
  /**
   * Trains on all images for as many epochs as the settings say; a run of its own each time, which goes on from the weights that are there. It may be
   * classified with meanwhile.
   * @returns how it ended: `plan` at the end of all epochs, `stopped`, or `not-finite` where a weight broke
   * @throws Error with one sentence where images, labels or settings are wrong; the weights stay as they were
   */
  train(
    images: TrainingImages,
    labels: Labels,
    settings?: Settings,
    onProgress?: (progress: Progress) => void,
  ): Promise<TrainingEnd>;
  /** Ends the training after the step under way. */
  stop(): Promise<void>;
  /** The model file (.safetensors), as `loadModel`, the playground and its commands read it. */
  save(): Promise<Blob>;
  /** Ends its worker. Whatever is asked of it afterwards is refused. */
  dispose(): Promise<void>;
}
