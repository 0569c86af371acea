/** The model behind the engine's interface: slow, in float64, and what every other engine is measured against. */
import { imageAt, type ImageSet } from '../../data/image-set';
import { classCount } from '../../model/network';
import { handOnImprecisely, impreciseInput, quantise } from '../../model/imprecise';
import { forward, forwardVolley } from '../../model/step';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import type { DataRole, Engine, SampleRun } from '../engine';
import { assembleBatch, createBatchSource } from '../shared/batch';
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
import { addRun, checkTimes, columnsFirst, createForcedSum } from '../shared/forced';
import { createTrainingLock } from '../shared/training-lock';
import { createInterruption } from '../shared/interruption';
import { runFrom } from '../shared/layer-spikes';
import { addToMaps, createMaps } from '../shared/maps';
import { outcomeOf } from '../shared/outcome';
import { endReason, learningRateAt, plannedSteps } from '../shared/plan';
import { createReporter } from '../shared/reports';
import { narrow, snapshotOf, stateOf, type State } from './state';
import { trainStep } from './train-step';

/** Milliseconds of work after which the event loop gets its turn. */
const BREATH = 10;

export function createReferenceEngine(): Engine {
  const trainingLock = createTrainingLock();
  const interruption = createInterruption();
  const data: Partial<Record<DataRole, ImageSet>> = {};
  let state: State | undefined;
  let settings: TrainingSettings = DEFAULT_TRAINING;

  const yielder = (): (() => Promise<void>) => {
    let last = performance.now();
    return async () => {
      if (performance.now() - last < BREATH) return;
      await yieldToEventLoop();
      last = performance.now();
    };
  };

  return {
    kind: 'reference',
    label: 'Reference',

    async setNetwork(network) {
      trainingLock.requireIdle('load a network');
      checkWeights(network);
      state = stateOf(network);
    },

    async setData(role, set, arrival) {
      await arrival?.whole;
      if (role === 'train') trainingLock.requireIdle('load training data');
      data[role] = set;
    },

    async configure(next) {
      checkSettings(next);
      settings = { ...next };
    },

    async run(images) {
      const { spec, weights: current } = requireNetwork(state);
      requireImages(spec, images);
      // All images meet the same weights, also while it trains.
      const weights = current.map((layer) => layer.slice());
      const mayYield = yielder();
      const runs: SampleRun[] = [];
      for (let n = 0; n < images.count; n++) {
        runs.push(runFrom(forward(spec, weights, imageAt(images, n))));
        await mayYield();
      }
      return runs;
    },

    async maps(images, { weights: given, room } = {}) {
      const { spec, weights: current } = requireNetwork(state);
      requireImages(spec, images);
      if (given) checkWeights({ spec, weights: given });
      // All images meet the same weights, also while it trains.
      const weights = (given ?? current).map((layer) => layer.slice());
      const maps = createMaps(spec, images.count, room);
      const mayYield = yielder();
      for (let n = 0; n < images.count; n++) {
        const { input, layers } = forward(spec, weights, imageAt(images, n));
        addToMaps(maps, n, [input.times, ...layers.map(({ volley }) => volley.times)]);
        await mayYield();
      }
      return maps;
    },

    async train(steps, onReports) {
      const training = requireNetwork(state);
      const set = requireData(data.train, 'train', training.spec);
      trainingLock.enter();
      try {
        const last = training.step + steps;
        const reporter = createReporter(onReports);
        const batches = createBatchSource();
        const mayYield = yielder();
        const mayGoOn = async (): Promise<boolean> => {
          await mayYield();
          return !trainingLock.stopping;
        };
        for (;;) {
          const { step } = training;
          const end = endReason(
            step,
            last,
            plannedSteps(settings, set.count),
            trainingLock.stopping,
          );
          if (end) {
            reporter.flush();
            return { step, reason: end };
          }
          const batch = batches(settings, step, set.count);
          const images = new Uint8Array(batch.indices.length * set.width * set.height);
          const labels = new Uint8Array(batch.indices.length);
          assembleBatch(set, batch, settings, images, labels);
          const rate = learningRateAt(settings, step, set.count);
          const means = await trainStep(training, settings, images, labels, rate, mayGoOn);
          // Stopped within the step: it begins anew when training goes on.
          if (!means) continue;
          reporter.add(training.step, labels.length, means, rate);
          if (!Number.isFinite(means.loss) || !isFinite(training)) {
            reporter.flush();
            return { step: training.step, reason: 'not-finite' };
          }
        }
      } finally {
        trainingLock.leave();
      }
    },

    stop: () => trainingLock.stop(),
    interrupt: interruption.interrupt,

    async evaluate(role, { average = false, limit = Infinity } = {}) {
      trainingLock.requireIdle('evaluate');
      const { spec, ...current } = requireNetwork(state);
      const set = requireData(data[role], role, spec);
      const weights = narrow((average ? current.average : undefined) ?? current.weights);
      const images = Math.min(limit, set.count);
      const sum = createEvaluation(spec, images);
      const asked = settings;
      const mayYield = yielder();
      const mayGoOn = interruption.guard();
      for (let n = 0; n < images; n++) {
        const label = set.labels[n]!;
        const sample = runFrom(forward(spec, weights, imageAt(set, n)));
        sum.add(label, outcomeOf(spec, sample, label, asked));
        await mayYield();
        mayGoOn();
      }
      return sum.result();
    },

    async evaluateImprecise(role, imprecision, { limit = Infinity } = {}) {
      trainingLock.requireIdle('evaluate');
      checkImprecision(imprecision);
      const { spec, weights: exact } = requireNetwork(state);
      const set = requireData(data[role], role, spec);
      const weights = narrow(exact).map((layer) => quantise(layer, imprecision.bits));
      const images = Math.min(limit, set.count);
      const sum = createEvaluation(spec, images);
      const asked = settings;
      const mayYield = yielder();
      for (let n = 0; n < images; n++) {
        const label = set.labels[n]!;
        const input = impreciseInput(spec, imprecision, imageAt(set, n), n);
        const pass = forwardVolley(spec, weights, input, handOnImprecisely(spec, imprecision, n));
        sum.add(label, outcomeOf(spec, runFrom(pass), label, asked));
        await mayYield();
      }
      return sum.result();
    },

    async evaluateForced(role, times) {
      trainingLock.requireIdle('evaluate');
      checkTimes(times);
      const { spec, weights: current } = requireNetwork(state);
      const set = requireData(data[role], role, spec);
      const weights = narrow(current);
      const output = weights[weights.length - 1]!;
      const classes = classCount(spec);
      const sum = createForcedSum(spec, columnsFirst(output, classes), classes, times);
      const mayYield = yielder();
      for (let n = 0; n < set.count; n++) {
        addRun(sum, set.labels[n]!, runFrom(forward(spec, weights, imageAt(set, n))));
        await mayYield();
      }
      return sum.result();
    },

    async readWeights(layers) {
      const { step, weights } = requireNetwork(state);
      return { step, weights: narrow(layers ? layers.map((l) => weights[l]!) : weights) };
    },

    snapshot: async () => snapshotOf(requireNetwork(state)),

    async dispose() {
      await trainingLock.stop();
      state = undefined;
      data.train = data.test = undefined;
    },
  };
}

const isFinite = ({ weights }: State): boolean =>
  weights.every((layer) => layer.every(Number.isFinite));
