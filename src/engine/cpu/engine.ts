/** The engine for every machine: it walks only the spikes that exist, in time order, and stops at a neuron's spike. */
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import type { Arrival } from '../../data/arrival';
import type { Engine, Network, SampleRun, Snapshot, TrainEnd } from '../engine';
import { awaitImages, letIn } from '../shared/arriving';
import { createBatchSource } from '../shared/batch';
import { yieldToEventLoop } from '../shared/yield-to-event-loop';
import {
  checkImprecision,
  checkSettings,
  checkWeights,
  requireImages,
  requireNetwork,
} from '../shared/checks';
import { createEvaluation } from '../shared/evaluation';
import { checkTimes, columnsFirst, createForcedSum } from '../shared/forced';
import { createTrainingLock } from '../shared/training-lock';
import { createInterruption } from '../shared/interruption';
import { createMaps } from '../shared/maps';
import { endReason, learningRateAt, plannedSteps } from '../shared/plan';
import { createReporter, type Reporter } from '../shared/reports';
import { createDataSets } from './data-sets';
import { createEncoder, encodeImages, type Encoder } from './encode';
import type { EncodedSet } from './encoded-set';
import { createImpreciseHardware } from './imprecise';
import { addSamples } from './maps';
import { transposeOut } from './memory';
import { lastVolley, outcomeOfSample, sampleRun } from './results';
import { loadNetwork, readWeights, takeSnapshot, withWeights } from './state';
import { createStepPipeline, type StepPipeline, type TrainingData } from './step-pipeline';
import type { NetworkKernels, KernelProvider } from './network-kernels';
import { chooseKernels, type KernelOptions } from './choose-kernels';

/** Milliseconds of work after which the event loop runs, so that calls that wait are answered; */
const SLICE = 8;
/** and where `isCalled` says at once that a call waits, so that timers and the like run. Less while something is fetched, which comes turn by turn. */
const LONG_SLICE = 50;
/** Samples an evaluation takes at a time at least, however small the training's batch. */
const LEAST_BATCH = 64;

interface Loaded extends NetworkKernels {
  encode: Encoder;
  pipeline: StepPipeline;
  /** Training steps made. */
  step: number;
}

export interface CpuEngineOptions extends KernelOptions {
  /** What provides the kernels; without it, those that are the fastest here. */
  provider?: KernelProvider;
  /** Whether a call waits for its turn; looked at after every step. */
  isCalled?: () => boolean;
  /** Whether something is being fetched beside the engine's work. */
  isFetching?: () => boolean;
}

/** What a training keeps from one slice of time to the next. */
interface Training {
  data: TrainingData;
  /** How the images come; undefined: all are there. */
  arrival: Arrival | undefined;
  /** The step at which it ends. */
  last: number;
  reporter: Reporter;
}

/** Whether all images of a step have come. */
const isThere = (
  { set, batches }: TrainingData,
  arrival: Arrival | undefined,
  settings: TrainingSettings,
  step: number,
): boolean => !arrival || arrival.has(batches(settings, step, set.count).indices);

interface WalkOptions {
  /** What surrounds a batch's work. */
  within?: (work: () => void) => void;
  /** Called between two batches; throws where there are to be no more. */
  mayGoOn?: () => void;
}

/** Runs images `first` to `first + samples - 1` of a set forward. */
const forwardFrom =
  (encoded: EncodedSet, { memory, kernels }: NetworkKernels, average = false) =>
  (first: number, samples: number): void => {
    encoded.ensure(first + samples);
    for (let s = 0; s < samples; s++) encoded.copy(first + s, memory.input, s);
    kernels.forward(samples, average);
  };

export async function createCpuEngine(options: CpuEngineOptions = {}): Promise<Engine> {
  const provider = options.provider ?? (await chooseKernels(options));
  const { isCalled, isFetching } = options;
  const slice = (): number => (isCalled && !isFetching?.() ? LONG_SLICE : SLICE);
  /** Whether it is time to yield to the event loop, after work since `start` (performance.now). */
  const isOver = (start: number): boolean =>
    (isCalled?.() ?? false) || performance.now() - start >= slice();
  const trainingLock = createTrainingLock();
  const interruption = createInterruption();
  let loaded: Loaded | undefined;
  const data = createDataSets(() => requireNetwork(loaded));
  let settings: TrainingSettings = DEFAULT_TRAINING;

  /** Replaces the network at work; the old one goes first, so that both need not fit into memory. */
  const load = async (network: Network | Snapshot, average: boolean): Promise<Loaded> => {
    const batch = Math.max(settings.batch, LEAST_BATCH);
    const spec = structuredClone(network.spec);
    const kernels = await provider.open(spec, batch, average);
    loadNetwork(kernels.memory, network);
    loaded?.release();
    loaded = {
      ...kernels,
      encode: createEncoder(spec),
      pipeline: createStepPipeline(kernels),
      step: 'step' in network ? network.step : 0,
    };
    return loaded;
  };

  /** The network, in a memory that has room for what the settings ask. */
  const fitted = async (): Promise<{ state: Loaded; newAverage: boolean }> => {
    const state = requireNetwork(loaded);
    const keeps = state.memory.layers[0]!.average !== undefined;
    const wanted = settings.ema > 0;
    if (keeps === wanted && state.memory.batch >= settings.batch)
      return { state, newAverage: false };
    const snapshot = takeSnapshot(state.memory, state.step);
    return { state: await load(snapshot, wanted), newAverage: wanted && !keeps };
  };

  const slicer = (): (() => Promise<void>) => {
    let last = performance.now();
    return async () => {
      if (!isOver(last)) return;
      await yieldToEventLoop();
      last = performance.now();
    };
  };

  /**
   * Runs the first `images` of a set forward, a batch at a time, and lets `each` look at every sample while it is in the memory.
   */
  const walk = async (
    images: number,
    forward: (first: number, samples: number) => void,
    each: (sample: number, image: number) => void,
    { within = (work) => work(), mayGoOn = () => undefined }: WalkOptions = {},
  ): Promise<void> => {
    const mayYield = slicer();
    for (let n = 0; n < images; n += LEAST_BATCH) {
      const samples = Math.min(LEAST_BATCH, images - n);
      within(() => {
        forward(n, samples);
        for (let s = 0; s < samples; s++) each(s, n + s);
      });
      await mayYield();
      mayGoOn();
    }
  };

  /**
   * Steps for a slice of time, or until new settings come; returns why training ends, if it does. Called many times a second, it is soon
   * compiled, once: a loop that awaits something was thrown away and compiled anew with every training, which takes a core for 40 ms.
   */
  const trainSlice = (
    state: Loaded,
    { data: from, arrival, last, reporter }: Training,
    newAverage: boolean,
  ): TrainEnd | undefined => {
    const asked = settings;
    const start = performance.now();
    const { count } = from.set;
    const planned = plannedSteps(asked, count);
    for (let fresh = newAverage; settings === asked; fresh = false) {
      const { step } = state;
      const reason = endReason(step, last, planned, trainingLock.stopping);
      if (reason) return { step, reason };
      if (!isThere(from, arrival, asked, step)) break;
      const rate = learningRateAt(asked, step, count);
      const goesOn = step + 1 < Math.min(last, planned) && isThere(from, arrival, asked, step + 1);
      const order = { step, settings: asked, rate, newAverage: fresh, goesOn };
      const { images, means, finite } = state.pipeline.step(from, order);
      state.step++;
      reporter.add(step + 1, images, means, rate);
      if (!finite || !Number.isFinite(means.loss)) return { step: step + 1, reason: 'not-finite' };
      if (isOver(start)) break;
    }
    return undefined;
  };

  /** Resolves when the images of the next step are there; to the end of the training where they do not come. */
  const awaitStep = async (
    from: TrainingData,
    arrival: Arrival,
    reporter: Reporter,
  ): Promise<TrainEnd | undefined> => {
    await letIn(arrival);
    for (;;) {
      const { step } = requireNetwork(loaded);
      if (trainingLock.stopping || isThere(from, arrival, settings, step)) return undefined;
      if (arrival.failure) return { step, reason: 'no-images' };
      reporter.flush();
      await awaitImages(arrival, trainingLock);
    }
  };

  const engine: Engine = {
    kind: 'cpu',
    get label() {
      return `CPU (${provider.how})`;
    },

    async setNetwork(network) {
      trainingLock.requireIdle('load a network');
      checkWeights(network);
      await load(network, 'average' in network && network.average !== undefined);
    },

    async setData(role, set, arrival) {
      if (role === 'train') trainingLock.requireIdle('load training data');
      data.set(role, set, arrival);
    },

    async configure(next) {
      checkSettings(next);
      settings = { ...next };
    },

    async run(images) {
      const { memory, kernels, encode, pipeline } = requireNetwork(loaded);
      const bytes = requireImages(memory.spec, images);
      const size = memory.spec.input.width * memory.spec.input.height;
      const runs: SampleRun[] = [];
      pipeline.interrupted();
      for (let n = 0; n < images.count; n += memory.batch) {
        const samples = Math.min(memory.batch, images.count - n);
        encodeImages(encode, bytes.subarray(n * size), size, memory.input, samples);
        kernels.forward(samples);
        for (let s = 0; s < samples; s++) runs.push(sampleRun(memory, s));
      }
      return runs;
    },

    async maps(images, { weights, room } = {}) {
      const { memory, kernels, encode, pipeline } = requireNetwork(loaded);
      const { spec } = memory;
      const bytes = requireImages(spec, images);
      if (weights) checkWeights({ spec, weights });
      const size = spec.input.width * spec.input.height;
      const maps = createMaps(spec, images.count, room);
      pipeline.interrupted();
      withWeights(memory, weights, () => {
        for (let n = 0; n < images.count; n += memory.batch) {
          const samples = Math.min(memory.batch, images.count - n);
          encodeImages(encode, bytes.subarray(n * size), size, memory.input, samples);
          kernels.forward(samples);
          addSamples(memory, samples, maps, n);
        }
      });
      return maps;
    },

    async train(steps, onReports) {
      const before = requireNetwork(loaded);
      const { memory, step: start } = before;
      const { spec } = memory;
      const set = data.require('train', spec);
      trainingLock.enter();
      try {
        const last = start + steps;
        // The data or the memory may have changed since the last training.
        before.pipeline.clear();
        const from: TrainingData = {
          set,
          batches: createBatchSource(),
          encoded: () => data.encoded('train', spec),
        };
        const reporter = createReporter(onReports);
        for (;;) {
          const arrival = data.arrival('train');
          const lacking = arrival && (await awaitStep(from, arrival, reporter));
          const { state, newAverage } = await fitted();
          const training = { data: from, arrival, last, reporter };
          const end = lacking ?? trainSlice(state, training, newAverage);
          if (end) {
            reporter.flush();
            return end;
          }
          await yieldToEventLoop();
        }
      } finally {
        trainingLock.leave();
      }
    },

    stop: () => trainingLock.stop(),
    interrupt: interruption.interrupt,

    async evaluate(role, { average = false, limit = Infinity } = {}) {
      trainingLock.requireIdle('evaluate');
      // What is asked after this call may end it, also while it waits for images.
      const mayGoOn = interruption.guard();
      await data.arrival(role)?.whole;
      const network = requireNetwork(loaded);
      const { memory } = network;
      const set = data.require(role, memory.spec);
      const encoded = data.encoded(role, memory.spec);
      const images = Math.min(limit, set.count);
      const sum = createEvaluation(memory.spec, images);
      const asked = settings;
      const forward = forwardFrom(encoded, network, average);
      const each = (s: number, n: number): void => {
        const label = set.labels[n]!;
        sum.add(label, outcomeOfSample(memory, s, label, asked, average));
      };
      await walk(images, forward, each, { mayGoOn });
      return sum.result();
    },

    async evaluateImprecise(role, imprecision, { limit = Infinity } = {}) {
      trainingLock.requireIdle('evaluate');
      await data.arrival(role)?.whole;
      checkImprecision(imprecision);
      const { memory, kernels, encode } = requireNetwork(loaded);
      const set = data.require(role, memory.spec);
      const images = Math.min(limit, set.count);
      const source = { set, encode, encoded: data.encoded(role, memory.spec) };
      const hardware = createImpreciseHardware(memory, kernels, source, imprecision);
      const sum = createEvaluation(memory.spec, images);
      const asked = settings;
      const look = (s: number, n: number): void => {
        const label = set.labels[n]!;
        sum.add(label, outcomeOfSample(memory, s, label, asked, false));
      };
      await walk(images, hardware.forward, look, { within: hardware.within });
      return sum.result();
    },

    async evaluateForced(role, times) {
      trainingLock.requireIdle('evaluate');
      await data.arrival(role)?.whole;
      checkTimes(times);
      const network = requireNetwork(loaded);
      const { memory } = network;
      const set = data.require(role, memory.spec);
      const encoded = data.encoded(role, memory.spec);
      const output = memory.layers[memory.layers.length - 1]!;
      const weights = columnsFirst(transposeOut(output, output.weights), output.neurons);
      const sum = createForcedSum(memory.spec, weights, output.neurons, times);
      const forward = forwardFrom(encoded, network);
      await walk(set.count, forward, (s, n) => {
        const { last, outputs, blank } = lastVolley(memory, s);
        sum.add(set.labels[n]!, last, outputs, blank);
      });
      return sum.result();
    },

    async readWeights(layers) {
      const { memory, step } = requireNetwork(loaded);
      return { step, weights: readWeights(memory, layers) };
    },

    async snapshot() {
      const { memory, step } = requireNetwork(loaded);
      return takeSnapshot(memory, step);
    },

    async dispose() {
      await trainingLock.stop();
      loaded?.release();
      loaded = undefined;
      provider.dispose();
      data.clear();
    },
  };
  provider.whenLost?.((message) => engine.onLost?.(message));
  return engine;
}
