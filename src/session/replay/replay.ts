/**
 * Replay: the stimulus on the page decided once more with the weights of earlier moments of the run. The engine keeps the present
 * weights all the while; what is shown goes through the model's own functions.
 */
import { createStore } from 'zustand/vanilla';
import type { Moment } from '../../engine/engine';
import type { Core } from '../core/core';
import type { NetworkActions } from '../network/network-actions';
import type { Presenter } from '../stimulus/present';
import { addMoment, EMPTY_TRACK, isDue, type Track } from './replay-track';
import type { Run } from '../runs/runs';
import type { Training } from '../training/train-loop';
import { isTraining } from '../training/training-state';

export interface ReplayState {
  /** Moments of this run, ascending by step. */
  moments: Moment[];
  /** The moment on show; null: the present. */
  at: Moment | null;
  /** The kept run that the moments are of; null: the run on the page. */
  of: Pick<Run, 'name' | 'curve' | 'tests'> | null;
}

interface Parts {
  training: Pick<Training, 'evaluate' | 'pause'>;
  network: Pick<NetworkActions, 'place'>;
  presenter: Pick<Presenter, 'holdGhost' | 'present' | 'releaseGhost'>;
}

type Shared = Pick<Core, 'network' | 'snapshots' | 'training' | 'weightsShown'>;

export function createReplay(core: Shared, { training, network, presenter }: Parts) {
  const store = createStore<ReplayState>(() => ({ moments: [], at: null, of: null }));
  let track: Track = EMPTY_TRACK;

  function keep({ step, weights }: Moment): void {
    // These two alone: the optimiser's state must not stay for a moment's sake.
    track = addMoment(track, { step, weights });
    store.setState({ moments: track.moments, of: null });
  }

  function forget(): void {
    track = EMPTY_TRACK;
    store.setState({ moments: [], of: null });
  }

  /** Back to the present, without showing it yet. */
  function end(): void {
    core.weightsShown = null;
    store.setState({ at: null });
  }

  core.training.subscribe((state, before) => {
    if (before.curve.length > 0 && state.curve.length === 0) forget();
    const busy = isTraining(state.status);
    if (busy && core.weightsShown) end();
    if (state.status === 'running' && before.status !== 'running') {
      // Where this stretch begins.
      const snapshot = core.snapshots.last();
      if (snapshot && isDue(track, snapshot.step)) keep(snapshot);
    }
  });

  core.snapshots.subscribe((moment) => {
    if (core.training.getState().status === 'running' && isDue(track, moment.step)) keep(moment);
  });

  /** The end of a stretch is always there, however near the moment before. */
  async function keepEnd(): Promise<void> {
    const { origin } = core.network.getState();
    const moment = await core.snapshots.weights();
    // Another network may have taken its place meanwhile.
    if (core.network.getState().origin !== origin) return;
    const newest = track.moments[track.moments.length - 1];
    if (moment.step !== newest?.step) keep(moment);
  }

  core.training.subscribe(({ status, step }, before) => {
    const stopped = status === 'paused' || status === 'finished';
    if (!stopped || status === before.status || step === 0) return;
    // Where it fails a moment is missing; what is wrong with the engine is said elsewhere.
    keepEnd().catch(() => undefined);
  });

  // Other weights, from a file or new ones: the run is another, and so is its past.
  core.network.subscribe((state, before) => {
    if (state.origin === before.origin) return;
    end();
    forget();
  });

  async function leave(): Promise<void> {
    if (!core.weightsShown) return;
    end();
    presenter.releaseGhost();
    await presenter.present('training');
  }

  async function show(step: number): Promise<void> {
    if (!core.weightsShown) {
      await training.pause();
      presenter.holdGhost('present');
    }
    const { moments } = store.getState();
    const near = moments.toSorted((a, b) => Math.abs(a.step - step) - Math.abs(b.step - step))[0];
    if (!near) return;
    core.weightsShown = near.weights;
    store.setState({ at: near });
    await presenter.present('training');
  }

  return {
    store,
    /** Shows the moment nearest to `step`; training pauses. Resolves when the spikes are those of that moment. */
    show,
    /** The moments of a kept run whose weights are on the page, ascending; they go when it is trained on. */
    recall(run: Run, moments: Moment[]): void {
      track = { ...EMPTY_TRACK, moments };
      store.setState({ moments, of: run });
    },
    /** The present weights are back in every view. */
    leave,
    /** Makes the weights on show the network; undo brings the present ones back. */
    async adopt(): Promise<void> {
      const { at } = store.getState();
      if (!at) return;
      const { spec } = core.network.getState();
      await leave();
      const origin = { kind: 'file' as const, name: `step ${at.step}` };
      if (await network.place({ spec, weights: at.weights }, origin)) await training.evaluate();
      else await show(at.step);
    },
  };
}

export type Replay = ReturnType<typeof createReplay>;
