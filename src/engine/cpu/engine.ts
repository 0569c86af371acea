/** The engine for every machine: it walks only the spikes that exist, in time order, and stops at a neuron's spike. */
import type { ImageSet } from '../../data/image-set';
import type { NetworkSpec } from '../../model/network';
import { averageDecay } from '../../model/optimizer';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import type { DataRole, Engine, Network, SampleRun, Snapshot, TrainEnd } from '../engine';
import { assembleBatch, createBatchSource, type Batch, type BatchSource } from '../shared/batch';
import { yieldToEventLoop } from '../shared/yield-to-event-loop';
import {
  checkImprecision,
  checkSettings,
  checkWeights,
  requireData,
  requireImages,
  requireNetwork,
} from '../shared/checks';
import { createEvaluation } from '../shared/evaluation';
import { checkTimes, columnsFirst, createForcedSum } from '../shared/forced';
import { createTrainingLock } from '../shared/training-lock';
import { createInterruption } from '../shared/interruption';
import { endReason, learningRateAt, plannedSteps } from '../shared/plan';
import { createReporter, type Reporter, type StepMeans } from '../shared/reports';
import { createEncoder, encodeImages, type Encoder } from './encode';
import { createEncodedSet, type EncodedSet } from './encoded-set';
import { createImpreciseHardware } from './imprecise';
import { transposeOut, turnBatch } from './memory';
import { lastVolley, outcomeOfSample, sampleRun } from './results';
import { loadNetwork, readWeights, takeSnapshot } from './state';
import { createStepReport } from './step-report';
import type { NetworkKernels, KernelProvider } from './network-kernels';
import { chooseKernels, type KernelOptions } from './choose-kernels';

/** Milliseconds of work after which waiting calls get their turn, */
const SLICE = 8;
/** and where the engine is told of them (`isCalled`), for whatever else waits on the event loop. */
const LONG_SLICE = 50;
/** Samples an evaluation takes at a time at least, however small the training's batch. */
const LEAST_BATCH = 64;

interface Loaded extends NetworkKernels {
  encode: Encoder;
  /** Training steps made. */
  step: number;
  /** The batch whose input spikes and labels are in the memory of the next one. */
  ready?: ReadyBatch | undefined;
  /** Images of the batch that was loaded last which are to be encoded. */
  encodes: number;
  /** Keeps the spikes of that batch, where they are new. */
  keep?: (() => void) | undefined;
  /** The batch that the last update was told of, while nothing else was asked of the kernels. */
  begun?: ReadyBatch | undefined;
}

interface ReadyBatch extends Batch {
  step: number;
  /** The settings that it was assembled by. */
  settings: TrainingSettings;
}

export interface CpuEngineOptions extends KernelOptions {
  /** The kernels to work with; the fastest that run here without. */
  provider?: KernelProvider;
  /** Whether a call waits for its turn; looked at after every step. */
  isCalled?: () => boolean;
}

/** What a training keeps from one slice of time to the next. */
interface Training {
  set: ImageSet;
  /** The step at which it ends. */
  last: number;
  batches: BatchSource;
  reporter: Reporter;
}

interface WalkOptions {
  /** What surrounds a batch's work. */
  within?: (work: () => void) => void;
  /** Called between two batches; throws where there are to be no more. */
  mayGoOn?: () => void;
}

interface LoadedData {
  set: ImageSet;
  /** The set in the coding of `spec`, once that is needed. */
  encoded?: EncodedSet;
  spec?: NetworkSpec;
}

const codingOf = ({ input, coding }: NetworkSpec): string => JSON.stringify([input, coding]);

export async function createCpuEngine(options: CpuEngineOptions = {}): Promise<Engine> {
  const provider = options.provider ?? (await chooseKernels(options));
  const { isCalled } = options;
  const slice = isCalled ? LONG_SLICE : SLICE;
  /** Whether it is time to let calls have their turn, after work since `start` (performance.now). */
  const isOver = (start: number): boolean =>
    (isCalled?.() ?? false) || performance.now() - start >= slice;
  const trainingLock = createTrainingLock();
  const interruption = createInterruption();
  const data: Partial<Record<DataRole, LoadedData>> = {};
  let loaded: Loaded | undefined;
  let settings: TrainingSettings = DEFAULT_TRAINING;

  /** Replaces the network at work; the old one goes first, so that both need not fit into memory. */
  const load = async (network: Network | Snapshot, average: boolean): Promise<Loaded> => {
    const batch = Math.max(settings.batch, LEAST_BATCH);
    const spec = structuredClone(network.spec);
    const bench = await provider.open(spec, batch, average);
    loadNetwork(bench.memory, network);
    loaded?.release();
    loaded = {
      ...bench,
      encode: createEncoder(spec),
      encodes: 0,
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

  const encodedData = (role: DataRole, spec: NetworkSpec): EncodedSet => {
    const entry = data[role]!;
    // Asked for at every step, mostly by the same network.
    const known = entry.spec === spec || (entry.spec && codingOf(entry.spec) === codingOf(spec));
    if (!entry.encoded || !known)
      entry.encoded = createEncodedSet(entry.set, () => requireNetwork(loaded));
    entry.spec = spec;
    return entry.encoded;
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

  /** Encodes the batch that was loaded last, where it was loaded as images. */
  const encodeBatch = (state: Loaded): void => {
    if (state.encodes > 0) state.kernels.encode(state.encodes);
    state.encodes = 0;
  };

  const keepSpikes = (state: Loaded): void => {
    state.keep?.();
    state.keep = undefined;
  };

  /**
   * @param load loads the next step's batch, if there is one
   * @returns the step's means, and whether every weight is still a finite number
   */
  const trainStep = (
    state: Loaded,
    batch: ReadyBatch,
    rate: number,
    newAverage: boolean,
    load: () => ReadyBatch | undefined,
  ): [StepMeans, boolean] => {
    const { memory, kernels, step } = state;
    const samples = batch.indices.length;
    const begun = state.begun === batch;
    let next: ReadyBatch | undefined;
    kernels.forwardBackward(samples, settings, () => (next = load()), begun);
    encodeBatch(state);
    const report = createStepReport(memory, samples);
    const update = {
      optimizer: settings.optimizer,
      rate,
      step,
      // A new average starts as a copy of the weights.
      decay: newAverage ? 0 : averageDecay(settings.ema, step),
    };
    state.begun = next;
    let means: StepMeans | undefined;
    const tell = (): void => {
      means = report();
      keepSpikes(state);
    };
    const finite = kernels.update(samples, update, tell, next?.indices.length);
    return [means!, finite];
  };

  /** Puts the input spikes and labels of a step's batch into the memory of the next one, where they are not yet. */
  const loadBatch = (
    state: Loaded,
    step: number,
    batches: BatchSource,
    set: ImageSet,
  ): ReadyBatch => {
    const { memory, ready } = state;
    if (ready && ready.step === step && ready.settings === settings) return ready;
    const { input, labels } = memory.next;
    const batch = batches(settings, step, set.count);
    const { indices } = batch;
    const samples = indices.length;
    const encoded = settings.distort === 'none' ? encodedData('train', memory.spec) : undefined;
    if (encoded?.has(indices)) {
      encoded.fetch(indices);
      for (let s = 0; s < samples; s++) {
        encoded.copy(indices[s]!, input, s);
        labels[s] = set.labels[indices[s]!]!;
      }
    } else {
      assembleBatch(set, batch, settings, memory.images, labels);
      state.encodes = samples;
      if (encoded) state.keep = () => encoded.keep(indices, input);
    }
    return (state.ready = { ...batch, step, settings });
  };

  /**
   * Steps for a slice of time, or until new settings come; returns why training ends, if it does. Called many times a second, it is soon
   * compiled, once: a loop that awaits something was thrown away and compiled anew with every training, which takes a core for 40 ms.
   */
  const trainSlice = (
    state: Loaded,
    { set, last, batches, reporter }: Training,
    newAverage: boolean,
  ): TrainEnd | undefined => {
    const asked = settings;
    const start = performance.now();
    const planned = plannedSteps(asked, set.count);
    for (let fresh = newAverage; settings === asked; fresh = false) {
      const { step } = state;
      const reason = endReason(step, last, planned, trainingLock.stopping);
      if (reason) return { step, reason };
      const batch = loadBatch(state, step, batches, set);
      encodeBatch(state);
      keepSpikes(state);
      turnBatch(state.memory);
      const rate = learningRateAt(asked, step, set.count);
      const load = (): ReadyBatch | undefined =>
        step + 1 < Math.min(last, planned) ? loadBatch(state, step + 1, batches, set) : undefined;
      const [means, finite] = trainStep(state, batch, rate, fresh, load);
      state.step++;
      reporter.add(step + 1, batch.indices.length, means, rate);
      if (!finite || !Number.isFinite(means.loss)) return { step: step + 1, reason: 'not-finite' };
      if (isOver(start)) break;
    }
    return undefined;
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

    async setData(role, set) {
      if (role === 'train') trainingLock.requireIdle('load training data');
      data[role] = { set };
    },

    async configure(next) {
      checkSettings(next);
      settings = { ...next };
    },

    async run(images) {
      const state = requireNetwork(loaded);
      const { memory, kernels, encode } = state;
      const bytes = requireImages(memory.spec, images);
      const size = memory.spec.input.width * memory.spec.input.height;
      const runs: SampleRun[] = [];
      state.begun = undefined;
      for (let n = 0; n < images.count; n += memory.batch) {
        const samples = Math.min(memory.batch, images.count - n);
        encodeImages(encode, bytes.subarray(n * size), size, memory.input, samples);
        kernels.forward(samples);
        for (let s = 0; s < samples; s++) runs.push(sampleRun(memory, s));
      }
      return runs;
    },

    async train(steps, onReports) {
      const before = requireNetwork(loaded);
      const { memory, step: start } = before;
      const set = requireData(data.train?.set, 'train', memory.spec);
      trainingLock.enter();
      try {
        const last = start + steps;
        // The data or the memory may have changed since the last training.
        before.ready = undefined;
        const reporter = createReporter(onReports);
        const training = { set, last, batches: createBatchSource(), reporter };
        for (;;) {
          const { state, newAverage } = await fitted();
          const end = trainSlice(state, training, newAverage);
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
      const { memory, kernels } = requireNetwork(loaded);
      const set = requireData(data[role]?.set, role, memory.spec);
      const encoded = encodedData(role, memory.spec);
      const images = Math.min(limit, set.count);
      const sum = createEvaluation(memory.spec, images);
      const asked = settings;
      const forward = (first: number, samples: number): void => {
        encoded.ensure(first + samples);
        for (let s = 0; s < samples; s++) encoded.copy(first + s, memory.input, s);
        kernels.forward(samples, average);
      };
      const each = (s: number, n: number): void => {
        const label = set.labels[n]!;
        sum.add(label, outcomeOfSample(memory, s, label, asked, average));
      };
      await walk(images, forward, each, { mayGoOn: interruption.guard() });
      return sum.result();
    },

    async evaluateImprecise(role, imprecision, { limit = Infinity } = {}) {
      trainingLock.requireIdle('evaluate');
      checkImprecision(imprecision);
      const { memory, kernels, encode } = requireNetwork(loaded);
      const set = requireData(data[role]?.set, role, memory.spec);
      const images = Math.min(limit, set.count);
      const source = { set, encode, encoded: encodedData(role, memory.spec) };
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
      checkTimes(times);
      const { memory, kernels } = requireNetwork(loaded);
      const set = requireData(data[role]?.set, role, memory.spec);
      const encoded = encodedData(role, memory.spec);
      const output = memory.layers[memory.layers.length - 1]!;
      const weights = columnsFirst(transposeOut(output, output.weights), output.neurons);
      const sum = createForcedSum(memory.spec, weights, output.neurons, times);
      const forward = (first: number, samples: number): void => {
        encoded.ensure(first + samples);
        for (let s = 0; s < samples; s++) encoded.copy(first + s, memory.input, s);
        kernels.forward(samples);
      };
      await walk(set.count, forward, (s, n) => {
        const { last, outputs, blank } = lastVolley(memory, s);
        sum.add(set.labels[n]!, last, outputs, blank);
      });
      return sum.result();
    },

    async readWeights(layers) {
      return readWeights(requireNetwork(loaded).memory, layers);
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
      data.train = data.test = undefined;
    },
  };
  provider.whenLost?.((message) => engine.onLost?.(message));
  return engine;
}
