/** Slow motion: the next training step on the image on the page, phase by phase; then the engine makes the step. */
import { createStore } from 'zustand/vanilla';
import { imageAt, sameSize } from '../../data/image-set';
import { createBatchSource } from '../../engine/shared/batch';
import { outputError } from '../../model/loss';
import { classCount, layerCount, layerDeadline, weightCount } from '../../model/network';
import { phasesOf, slowStep, type Phase, type SlowStep } from '../../model/slow-step';
import { forward, type Forward } from '../../model/step';
import type { Core } from '../core/core';
import type { Training } from './train-loop';
import { isTraining } from './training-state';

/** What the engine's step has made of this image. */
export interface SlowAfter {
  /** The image's way through the new weights. */
  pass: Forward;
  loss: number;
  /** [layers][postsynaptic * presynaptic] new weights minus old. */
  change: Float32Array[];
  /** Mean loss and accuracy of the batch the step was made on, before the step. */
  batch: { images: number; loss: number; accuracy: number };
}

export interface SlowState {
  /** null: slow motion is off. */
  phases: Phase[] | null;
  /** Which phase is shown; the last one, `after`, only once the step is made. */
  at: number;
  /** This image's numbers; null while a drawing has no class yet. */
  step: SlowStep | null;
  /** Steps made before this one. */
  made: number;
  /** The class that is to win: a sample's label, or what a drawing is meant to be. */
  target: number | null;
  /** Whether the image is among those of the engine's next step. */
  inBatch: boolean;
  after: SlowAfter | null;
  /** Numbers are on their way. */
  busy: boolean;
}

/** Weights times images that a look through the batch may cost. */
const EFFORT = 1e7;

const OFF: SlowState = {
  phases: null,
  at: 0,
  step: null,
  made: 0,
  target: null,
  inBatch: false,
  after: null,
  busy: false,
};

type Shared = Pick<
  Core,
  | 'data'
  | 'engine'
  | 'guarded'
  | 'moved'
  | 'network'
  | 'snapshots'
  | 'spikes'
  | 'stimulus'
  | 'training'
>;

export function createSlowMotion(
  core: Shared,
  training: Pick<Training, 'lastReport' | 'pause' | 'step'>,
  show: (role: 'train', index: number) => void,
) {
  const store = createStore<SlowState>(() => OFF);
  const batches = createBatchSource();
  /** What the numbers belong to: they are worked out anew when one of these is another. */
  let subject: { image: Uint8Array; version: number; weights: Float32Array[] } | null = null;
  /** Images of a step's batch, and which is shown next. */
  let ranked: {
    step: number;
    weights: Float32Array[] | null;
    indices: number[];
    next: number;
  } | null = null;

  function indices(step: number): Uint32Array {
    const { set } = core.data.getState().train;
    const { settings } = core.training.getState();
    return set ? batches(settings, step, set.count).indices : new Uint32Array(0);
  }

  /** Images of the training set, the largest loss first; of a large network's batch the first few alone are looked at. */
  function byLoss(all: Uint32Array): number[] {
    const { set } = core.data.getState().train;
    const { spec, weights } = core.network.getState();
    if (!set || !weights || !sameSize(set, spec.input)) return [...all];
    const { settings } = core.training.getState();
    const deadline = layerDeadline(spec, layerCount(spec));
    const most = Math.max(4, Math.floor(EFFORT / weightCount(spec)));
    const looked = [...all.subarray(0, most)].map((index) => {
      const { layers } = forward(spec, weights, imageAt(set, index));
      const { times } = layers[layers.length - 1]!.volley;
      return { index, loss: outputError(times, set.labels[index]!, deadline, settings).loss };
    });
    looked.sort((a, b) => b.loss - a.loss);
    return [...looked.map(({ index }) => index), ...all.subarray(most)];
  }

  /** Works the step out for what is on the page now, from its first phase on. */
  async function begin(meant: number | null): Promise<void> {
    const { engine } = core;
    if (!engine) return;
    store.setState({ busy: true });
    await core.moved();
    const { spec } = core.network.getState();
    const { image, sample } = core.stimulus.getState();
    const { settings, plannedSteps } = core.training.getState();
    const state = await core.snapshots.whole();
    const target = sample?.label ?? meant;
    const known = target !== null && target < classCount(spec);
    const step = known ? slowStep({ ...state, spec }, image, target, settings, plannedSteps) : null;
    subject = { image, version: core.network.getState().version, weights: state.weights };
    store.setState({
      phases: phasesOf(spec),
      at: 0,
      step,
      made: state.step,
      target,
      inBatch: sample?.role === 'train' && indices(state.step).includes(sample.index),
      after: null,
      busy: false,
    });
    // A stroke goes on while the numbers are worked out.
    if (core.stimulus.getState().image !== image) {
      await begin(core.stimulus.getState().kind === 'drawing' ? target : null);
    }
  }

  const open = () => store.getState().phases !== null;
  const start = (meant: number | null) => core.guarded(() => begin(meant), 'slow motion');

  // Another image or other weights: the numbers are no longer of what is seen.
  core.stimulus.subscribe(({ image }) => {
    if (open() && !store.getState().busy && image !== subject?.image) {
      const { kind } = core.stimulus.getState();
      void start(kind === 'drawing' ? store.getState().target : null);
    }
  });
  core.network.subscribe(({ origin, spec }, before) => {
    if (open() && (origin !== before.origin || spec !== before.spec)) store.setState(OFF);
  });
  core.training.subscribe(({ status }) => {
    if (open() && isTraining(status) && !store.getState().busy) store.setState(OFF);
  });

  async function apply(): Promise<void> {
    const { phases, step, busy } = store.getState();
    if (!phases || !step || busy || !subject) return;
    store.setState({ busy: true });
    const { weights, image } = subject;
    await training.step();
    const { status, settings, step: made } = core.training.getState();
    const now = core.network.getState().weights;
    const images = indices(made - 1).length;
    if (status !== 'paused' || !now || made === store.getState().made) {
      store.setState({ busy: false });
      return;
    }
    const pass = forward(step.spec, now, image);
    const output = pass.layers[pass.layers.length - 1]!.volley;
    const deadline = layerDeadline(step.spec, layerCount(step.spec));
    const { loss, accuracy } = training.lastReport()!;
    store.setState({
      busy: false,
      at: phases.length - 1,
      after: {
        pass,
        loss: outputError(output.times, step.target, deadline, settings).loss,
        change: now.map((w, l) => w.map((x, i) => x - weights[l]![i]!)),
        batch: { images, loss, accuracy },
      },
    });
  }

  return {
    store,
    /** Opens slow motion on what is on the page; pauses training first. */
    async open(): Promise<void> {
      await training.pause();
      const { kind } = core.stimulus.getState();
      await start(kind === 'drawing' ? (core.spikes.getState().answer?.class ?? null) : null);
    },
    close: () => store.setState(OFF),
    /** To a phase; the after-picture only once there is one. */
    go(at: number): void {
      const { phases, after, step } = store.getState();
      if (!phases || !step) return;
      const last = phases.length - (after ? 1 : 2);
      store.setState({ at: Math.max(0, Math.min(last, at)) });
    },
    /** What a drawing is meant to be. */
    mean: (target: number) => start(target),
    /** Puts an image of the next batch on the page, another one each time; those first that ask for the largest change. */
    takeFromBatch(): void {
      const { step } = core.training.getState();
      const { weights } = core.network.getState();
      if (!ranked || step !== ranked.step || weights !== ranked.weights) {
        ranked = { step, weights, indices: byLoss(indices(step)), next: 0 };
      }
      const index = ranked.indices[ranked.next++ % ranked.indices.length];
      if (index !== undefined) show('train', index);
    },
    /** The engine makes the step on its batch; then the after-picture is shown. */
    apply: () => core.guarded(apply, 'slow motion'),
    /** The next step, on the same image. */
    again: () => start(store.getState().target),
  };
}

export type SlowMotion = ReturnType<typeof createSlowMotion>;
