/** The one interface of all executors; callers cannot tell which of them is behind it. Results belong to the caller. */
import type { Imprecision } from '../model/imprecise';
import type { NetworkSpec } from '../model/network';
import type { TrainingSettings } from '../model/training';
import type { Arrival } from '../data/arrival';
import type { Images, ImageSet, SetHead } from '../data/image-set';

export type EngineKind = 'reference' | 'cpu' | 'webgpu';

export type DataRole = 'train' | 'test';

/** A description and its weights: a Float32Array [postsynaptic * presynaptic] a layer, row-major. */
export interface Network {
  spec: NetworkSpec;
  weights: Float32Array<ArrayBuffer>[];
}

/** The weights at one moment of training. */
export interface Moment {
  /** Training steps made by then. */
  step: number;
  /** [postsynaptic * presynaptic] a layer. */
  weights: Float32Array<ArrayBuffer>[];
}

/** Everything a run needs to go on where it stopped, bit for bit on the same engine. */
export interface Snapshot extends Network, Moment {
  /** Optimiser state, shaped like the weights: Adam's moments, or SGD's velocity in `first`. */
  first: Float32Array<ArrayBuffer>[];
  second: Float32Array<ArrayBuffer>[];
  /** Running average of the weights, where the settings ask for one. */
  average?: Float32Array<ArrayBuffer>[];
}

/** The spikes of one layer for one sample. */
export interface LayerSpikes {
  /** [neurons] spike time (input: a train's average delay); +Infinity silent. */
  times: Float32Array<ArrayBuffer>;
  /** [neurons] multiplicity; 0 when silent. */
  multiplicity: Float32Array<ArrayBuffer>;
}

/** One sample's way through the network. */
export interface SampleRun {
  /** The input layer first. */
  layers: LayerSpikes[];
  /** [classes] membrane potential of the output neurons at the deadline had they not fired. */
  potential: Float32Array<ArrayBuffer>;
}

/** When every neuron spikes for each of a list of inputs. */
export interface SpikeMaps {
  /** Inputs. */
  count: number;
  /**
   * [layers, input first] of [neurons, count] spike times, one neuron's after another's (input: a train's average delay); +Infinity silent.
   * All of them lie in one buffer.
   */
  layers: Float32Array<ArrayBuffer>[];
}

export interface MapsOptions {
  /** Weights in place of the network's own, shaped like them: the network stays as it is. */
  weights?: Float32Array<ArrayBuffer>[];
  /** The buffer of earlier maps, given back: used again where it is large enough, and no longer the caller's. */
  room?: ArrayBuffer;
}

/** Means over the images of the reported steps. */
export interface StepReport {
  /** Steps made, the reported one included. */
  step: number;
  /** Steps this report is the mean of (1 or more). */
  steps: number;
  loss: number;
  /** Share answered correctly, [0, 1]; the guess counts where no output fires. */
  accuracy: number;
  /** [layers, input first] neurons that spike, an image. */
  spikes: number[];
  /** Mean time of the first output spike over images that have one; NaN when none has. */
  decisionTime: number;
  learningRate: number;
  /** Measured over the reported steps. */
  imagesPerSecond: number;
}

export interface TrainEnd {
  step: number;
  /**
   * `steps`: as many as asked were made; `plan`: the planned epochs are over; `not-finite`: a weight or the loss broke; `no-images`: those of the
   * next step have not come and will not.
   */
  reason: 'steps' | 'plan' | 'stopped' | 'not-finite' | 'no-images';
}

/** An evaluation of a whole set (formats.md, `evaluate`). */
export interface Evaluation {
  images: number;
  /** Share of correct answers, [0, 1]; the guess counts where no output fires. */
  accuracy: number;
  /** Images for which no output neuron fired. */
  noOutputSpike: number;
  /** [classes * classes] row-major: a row a true class, a column an answer (or guess); a blank image is in no column. */
  confusion: number[];
  /** `input` counts every spike of a train. */
  spikesPerImage: { input: number; hidden: number[]; output: number };
  /**
   * Synaptic operations an image: a presynaptic spike (or train) reaching a postsynaptic neuron that has not fired yet,
   * up to the decision.
   */
  synapticOperations: number;
  /** Mean time of the first output spike over the images that have one; null when none has. */
  decisionTime: number | null;
  /** Mean loss with the current settings. */
  loss: number;
  /** [images] the answer or guess; 255 for a blank image. */
  answers: Uint8Array<ArrayBuffer>;
  /** [images] time of the first output spike; +Infinity when none fires. */
  decisionTimes: Float32Array<ArrayBuffer>;
  /** [images] how long the first output spike comes before the second; +Infinity where there is no second, 0 of a tie and where none fires. */
  leads: Float32Array<ArrayBuffer>;
}

/** Accuracy if every answer of a set is forced at given times (model/explain-forced.ts). */
export interface ForcedEvaluation {
  /** [times] share of correct answers, [0, 1]; before an output fires the highest potential at that time answers. */
  accuracy: number[];
  /** [times] share of images for which an output has fired by then. */
  answered: number[];
}

export interface FetchListeners {
  /** The engine can train from now on, with the images that are there. */
  begun(this: void, head: SetHead): void;
  /** @param share of the bytes that have come, [0, 1]; 0 where the server does not say */
  progress(this: void, share: number): void;
}

export interface Engine {
  readonly kind: EngineKind;
  /** For people: "CPU", "WebGPU - SwiftShader". */
  readonly label: string;

  /** Loads a network; optimiser state and step restart unless a Snapshot brings them. Keeps the data sets. */
  setNetwork(network: Network | Snapshot): Promise<void>;
  /**
   * Loads a data set. Its image size must be the network's when it is used.
   * @param arrival its images are still coming. An engine that can trains meanwhile, each step as soon as its images are there, with the same
   *   result as if all were; any other resolves when they are.
   */
  setData(role: DataRole, data: ImageSet, arrival?: Arrival): Promise<void>;
  /**
   * Fetches MNIST's training half where the engine works: its images need no other way to it. Engines in workers can.
   * @param base the page's address
   * @returns the set, all of it; the engine has it
   * @throws DataError as `loadMnistArriving`
   */
  fetchTraining?(base: string, on: FetchListeners): Promise<ImageSet>;
  /** Takes effect at the next step, also while training. */
  configure(settings: TrainingSettings): Promise<void>;

  /**
   * Runs samples forward; also between the steps of a training that is under way. Rejects where they are not of the network's size:
   * a network may have been loaded since they were made.
   */
  run(images: Images): Promise<SampleRun[]>;
  /**
   * Spike times of every neuron for a list of inputs, in one call; all inputs meet the same weights. Otherwise as `run`. It holds training up
   * for as long as it takes, so thousands of inputs are for small networks.
   */
  maps(images: Images, options?: MapsOptions): Promise<SpikeMaps>;
  /**
   * Trains until `steps` more steps are made, the plan ends, or `stop`. Reports arrive in batches, about 12 a second at most.
   * Rejects when there is no network or no training data, or when training is already under way.
   */
  train(steps: number, onReports: (reports: StepReport[]) => void): Promise<TrainEnd>;
  /** Ends training after the step under way; resolves when it has. */
  stop(): Promise<void>;
  /** Evaluates the first `limit` images of a set (all without) with the weights or their running average. Not while training. */
  evaluate(role: DataRole, options?: { average?: boolean; limit?: number }): Promise<Evaluation>;
  /** Ends `evaluate` early where it is under way: it rejects. Samples are run between its images meanwhile. */
  interrupt(): Promise<void>;

  /** Forces an answer for every image of a set at each of `times` (ascending, from 0 up), in one pass. Not while training. */
  evaluateForced(role: DataRole, times: Float32Array): Promise<ForcedEvaluation>;

  /**
   * Evaluates the first `limit` images of a set (all without) on imprecise hardware (model/imprecise.ts). The network itself stays
   * as it is. Not while training.
   */
  evaluateImprecise(
    role: DataRole,
    imprecision: Imprecision,
    options?: { limit?: number },
  ): Promise<Evaluation>;

  /** The weights of the layers asked for (0-based; all without an argument), also while training; each array has a buffer of its own. */
  readWeights(layers?: number[]): Promise<Moment>;
  snapshot(): Promise<Snapshot>;
  dispose(): Promise<void>;

  /** Called when the engine stops working for good (a device lost); the message is for people. */
  onLost?: (message: string) => void;
}

/** An engine cannot do what was asked. The message is meant to be shown as it is. */
export class EngineError extends Error {
  override name = 'EngineError';
}

/** The engine is over, lost or closed. Who owns it is told by `onLost`, or has closed it; nobody else needs to be told. */
export class EngineGoneError extends EngineError {}
