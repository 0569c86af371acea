/** Training: submits of many steps, several of them under way, their sums coming back through a ring of staging buffers. */
import type { Arrival } from '../../../data/arrival';
import type { ImageSet } from '../../../data/image-set';
import { inputCount } from '../../../model/network';
import { averageDecay } from '../../../model/optimizer';
import type { TrainingSettings } from '../../../model/training';
import { createBatchSource } from '../../shared/batch';
import { learningRateAt, plannedSteps } from '../../shared/plan';
import type { StepMeans } from '../../shared/reports';
import { createStagingRing, type Came, type StagingRing } from '../device/buffers';
import { quadsOf } from '../device/layout';
import { TOTALS } from './record';
import type { Machine, Workspace } from '../machine';
import { updateRule } from '../stages/update';
import { createPace } from './pace';
import { onePass, type Recorder } from '../device/recorder';
import { createSources } from './sources';
import { stepBytes, type StepPlan } from './steps';

/** Submits under way at once: one runs, one waits, one is being read. */
const DEPTH = 3;
/** Bytes of input volleys a submit may hold. */
const INPUT_BYTES = 48 * 2 ** 20;
const MOST_STEPS = 128;
/** Milliseconds of a submit, and steps at most. On a software adapter the processor that submits is the one that computes, so submits are fewer. */
const PACE = { hardware: { time: 10, steps: MOST_STEPS }, software: { time: 30, steps: 8 } };

/** What came back of one step. */
export interface StepResult {
  /** Steps made, this one included. */
  step: number;
  samples: number;
  rate: number;
  means: StepMeans;
  /** A weight or the loss is no longer a finite number. */
  broken: boolean;
}

/** Serves one training after the other on a machine, as long as network and set are the same: what it needs is made once. */
export interface Trainer {
  /** A training begins: that weights were not finite in one before is forgotten. */
  begin(): void;
  /** Submits under way. */
  readonly pending: number;
  /** Whether another may be submitted now. */
  readonly free: boolean;
  /** Whether the images of the next step are there: they may still be coming. */
  has(settings: TrainingSettings): boolean;
  /** Compiles what the settings need and is not there yet; to be awaited before submit(). */
  prepare(settings: TrainingSettings): Promise<void> | undefined;
  /** Submits the next steps, as many as suit the pace and have their images, and at most `most`. Advances the network's step. */
  submit(settings: TrainingSettings, most: number): void;
  /** Waits for the oldest submit. */
  next(): Promise<StepResult[]>;
  destroy(): void;
}

interface Pending {
  plans: StepPlan[];
  submitted: number;
  totals: Promise<Came>;
}

export interface TrainerOptions {
  /** How a submit's dispatches are written down; a profile puts each stage into a pass of its own. */
  record?: (encoder: GPUCommandEncoder) => Recorder;
  /** Milliseconds, to see how many steps suit a submit. */
  now?: () => number;
  /** The set's images may still be coming. */
  arrival?: Arrival | undefined;
}

/** @param set the training set, which fits the machine's network */
export function createTrainer(
  machine: Machine,
  set: ImageSet,
  {
    record = (encoder) => onePass(encoder, 'Trainer.steps'),
    now = () => performance.now(),
    arrival,
  }: TrainerOptions = {},
): Trainer {
  const { device, software } = machine;
  const network = machine.network!;
  const batches = createBatchSource();
  const sources = createSources(machine, set, arrival);
  const { time, steps: mostSteps } = PACE[software ? 'software' : 'hardware'];
  const pace = createPace(mostSteps, time);
  const pending: Pending[] = [];
  let ring: StagingRing | undefined;
  let finished = now();
  /** The workspace whose `health` has been set back for this training. */
  let sound: Workspace | undefined;

  function fitted(batch: number): Workspace {
    const bytes = 64 * quadsOf(inputCount(network.spec));
    const most = Math.min(Math.floor(INPUT_BYTES / bytes), 65535 * 16);
    const steps = Math.max(1, Math.min(mostSteps, Math.floor(most / batch)));
    return machine.workspace('train', { batch, slots: batch * steps, steps });
  }

  return {
    begin() {
      sound = undefined;
    },
    get pending() {
      return pending.length;
    },
    get free() {
      return pending.length < DEPTH;
    },

    has: (settings) =>
      sources.has(settings, () => batches(settings, network.step, set.count).indices),

    prepare: (settings) => machine.prepare(updateRule(settings)) ?? sources.prepare(settings),

    submit(settings, most) {
      sources.resident();
      const space = fitted(settings.batch);
      if (space !== sound) device.queue.writeBuffer(space.health, 0, new Uint32Array(1));
      sound = space;
      const source = sources.of(settings, space);
      const wanted = Math.min(pace.steps, most, space.size.steps);
      const picks = new Uint32Array(space.size.slots * 2);
      const plans: StepPlan[] = [];
      let slots = 0;
      for (let n = 0; n < wanted; n++) {
        const step = network.step;
        const batch = batches(settings, step, set.count);
        const samples = batch.indices.length;
        if (slots + samples > space.size.slots) break;
        if (!sources.has(settings, () => batch.indices)) break;
        for (let s = 0; s < samples; s++) {
          const index = batch.indices[s]!;
          const slot = slots + s;
          picks[slot * 2] = source.place(slot, index, settings.seed, batch.epoch);
          picks[slot * 2 + 1] = set.labels[index]!;
        }
        plans.push({
          first: slots,
          samples,
          step,
          rate: learningRateAt(settings, step, set.count),
          ...decayOf(settings, network.averaging, step),
        });
        slots += samples;
        network.step++;
        network.averaging = settings.ema > 0;
      }
      source.send(slots);
      device.queue.writeBuffer(space.picks, 0, picks, 0, slots * 2);
      device.queue.writeBuffer(space.stepBuffer, 0, stepBytes(settings, plans));

      const rule = updateRule(settings);
      const encoder = device.createCommandEncoder({ label: 'Trainer.steps' });
      const pass = record(encoder);
      source.record(pass, slots);
      const { passes } = space;
      passes.encode(pass, source.images, slots);
      plans.forEach(({ samples }, n) => {
        passes.forward(pass, n + 1, samples);
        passes.backward(pass, n + 1, samples, rule);
      });
      passes.reduce(pass, plans.length);
      pass.end();
      ring ??= createStagingRing(device, 'Trainer', DEPTH, MOST_STEPS * TOTALS.words * 4, now);
      const totals = ring.copy(encoder, space.totals, plans.length * TOTALS.words * 4);
      device.queue.submit([encoder.finish()]);
      pending.push({ plans, submitted: now(), totals: settled(totals()) });
    },

    async next() {
      const { plans, submitted, totals } = pending.shift()!;
      const { bytes, at } = await totals;
      pace.measured(plans.length, at - Math.max(finished, submitted));
      finished = at;
      return resultsOf(plans, bytes, network.layers.length);
    },

    destroy() {
      ring?.destroy();
      sources.destroy();
    },
  };
}

/** Keeps a rejection from being reported as unhandled before next() awaits the promise. */
function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function decayOf({ ema }: TrainingSettings, averaging: boolean, step: number): { decay?: number } {
  if (ema === 0) return {};
  return { decay: averaging ? averageDecay(ema, step) : 0 };
}

function resultsOf(plans: StepPlan[], bytes: ArrayBuffer, layers: number): StepResult[] {
  const floats = new Float32Array(bytes);
  const words = new Uint32Array(bytes);
  return plans.map(({ step, samples, rate }, n) => {
    const at = n * TOTALS.words;
    const decided = words[at + TOTALS.at.decided]!;
    const loss = floats[at + TOTALS.at.loss]! / samples;
    return {
      step: step + 1,
      samples,
      rate,
      means: {
        loss,
        accuracy: words[at + TOTALS.at.correct]! / samples,
        spikes: Array.from(
          { length: layers + 1 },
          (_, l) => words[at + TOTALS.at.spikes + l]! / samples,
        ),
        decisionTime: decided === 0 ? NaN : floats[at + TOTALS.at.decision]! / decided,
      },
      broken: words[at + TOTALS.at.broken] === 1 || !Number.isFinite(loss),
    };
  });
}

/** Steps that are left to make, and whether the plan or the request ends them. */
export function stepsLeft(
  settings: TrainingSettings,
  step: number,
  last: number,
  images: number,
): number {
  return Math.min(last, plannedSteps(settings, images)) - step;
}
