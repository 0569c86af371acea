/** What is worked out from the session's stores and the choices of the view: once after a change, however many panels show it. */
import { nounOf } from '../../data/noun';
import type { StoreApi } from 'zustand/vanilla';
import type { SampleRun } from '../../engine/engine';
import type { Explanation } from '../../model/explain';
import { spikeErrors, type SpikeErrors } from '../../model/explain-errors';
import { forcedAnswer, type ForcedAnswer } from '../../model/explain-forced';
import { isMoved, runEdited, type Edit } from '../../model/explain-what-if';
import { classCount, layerDeadline, type NetworkSpec, layerCount } from '../../model/network';
import type { Readout } from '../../model/readout';
import type { TrainingSettings } from '../../model/training';
import type { Volley } from '../../model/volley';
import { epochName } from '../../session/training/epochs';
import type { NeuronRef } from '../../session/stimulus/playback';
import type { Session } from '../../session/session';
import { axisEnd } from '../../session/stimulus/spikes';
import { volleyFrom } from '../../engine/shared/layer-spikes';
import { counterpartOf, runImage, runVolley } from './compare';
import { stepsName } from './comparison';
import { stepperStore, type Stepper } from './stepper';
import { targetClass } from './error-target';
import { explain, findCauses, outputShares, type Causes } from './explain-scene';
import { exists } from '../words/names';
import { cursorTime, spikeTimes } from '../time/navigation';
import {
  editScene,
  fitsRun,
  fitsWeights,
  sceneOf,
  type EditedScene,
  type Scene,
  type Weights,
} from './scene';
import { steadyEnd } from '../time/time-axis';
import type { ViewState } from '../view-state';

/** Remembers the last result: the arguments are immutable and compared by identity. */
export function memoLast<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => R {
  let last: { args: A; result: R } | null = null;
  return (...args) => {
    if (last && last.args.every((arg, i) => arg === args[i])) return last.result;
    const result = work(...args);
    last = { args, result };
    return result;
  };
}

/** @param view how the spikes are looked at */
export function createDerived(session: Session, view: StoreApi<ViewState>) {
  let end: { run: SampleRun; deadline: number; value: number } | null = null;
  const volleys = memoLast((run: SampleRun) => run.layers.map(volleyFrom));
  const baseVolleys = memoLast((run: SampleRun) => run.layers.map(volleyFrom));
  const courseBefore = memoLast((spec: NetworkSpec, weights: Weights, run: SampleRun) =>
    runEdited(spec, weights, baseVolleys(run)[0]!, []),
  );
  const edited = memoLast(editScene);
  const times = memoLast(spikeTimes);
  const forced = memoLast((spec: NetworkSpec, weights: Weights, run: SampleRun, t: number) =>
    forcedAnswer(spec, weights, volleys(run), t),
  );
  const explanation = memoLast(
    (spec: NetworkSpec, weights: Weights, run: SampleRun, layer: number, neuron: number) =>
      explain(spec, weights, volleys(run), { layer, neuron }),
  );
  const causes = memoLast(
    (spec: NetworkSpec, weights: Weights, run: SampleRun, layer: number, neuron: number) => {
      const { at } = explanation(spec, weights, run, layer, neuron);
      // The run is another after every what-if, so that the last result is never one of other what-ifs.
      return findCauses(spec, weights, volleys(run), { layer, neuron }, at, derived.moved());
    },
  );
  const movedBy = memoLast(
    (edits: readonly Edit[]) => (layer: number, neuron: number) => isMoved(edits, layer, neuron),
  );
  const atEpoch = memoLast((spec: NetworkSpec, weights: Weights, run: SampleRun) =>
    runVolley(spec, weights, baseVolleys(run)[0]!),
  );
  const onClock = memoLast(
    (step: Stepper | null, spec: NetworkSpec, weights: Weights, run: SampleRun, dt: number) =>
      step && step(spec, weights, baseVolleys(run)[0]!, dt),
  );
  const ofImage = memoLast(runImage);
  const counterpart = memoLast(counterpartOf);
  const likeness = memoLast((run: SampleRun, ghost: SampleRun) => ({
    layers:
      run.layers.length === ghost.layers.length &&
      run.layers.every(({ times: t }, l) => t.length === ghost.layers[l]!.times.length),
    input: run.layers[0]!.times.every((t, i) => t === ghost.layers[0]!.times[i]),
  }));
  const errors = memoLast(
    (
      spec: NetworkSpec,
      weights: Weights,
      run: SampleRun,
      target: number,
      settings: TrainingSettings,
    ) => spikeErrors(spec, weights, volleys(run)[0]!, target, settings),
  );

  const toldOf = memoLast(sceneOf);

  /** Run and weights on show with the neuron, where all are there and the neuron has a potential. */
  function known(ref: NeuronRef | null) {
    const { spec, run, weights } = derived.pair();
    if (!run || !weights || !ref || ref.layer === 0 || !exists(spec, ref)) return null;
    return [spec, weights, run, ref.layer, ref.neuron] as const;
  }

  const derived = {
    /** What happened, without what-ifs: the newest in the stores, as far as it belongs together. */
    base(): Scene {
      const { spec, weights } = session.network.store.getState();
      const { run, answer, blank } = session.spikes.store.getState();
      return {
        spec,
        weights: weights && fitsWeights(spec, weights) ? weights : null,
        run: run && fitsRun(spec, run) ? run : null,
        answer,
        blank,
      };
    },
    /** The what-ifs' outcome; null without any. */
    whatIf(): EditedScene | null {
      const { edits } = view.getState();
      const { spec, weights, run } = derived.basePair();
      return edits.length > 0 && weights && run
        ? edited(courseBefore(spec, weights, run), edits)
        : null;
    },
    /** What is on show. */
    scene(): Scene {
      return derived.whatIf() ?? derived.base();
    },
    /** Whether a what-if moved a neuron's spike, which hence has no causes; the same function until the what-ifs change. */
    moved(): (layer: number, neuron: number) => boolean {
      return movedBy(view.getState().edits);
    },
    /** The answer that is told; while a spike is held that of before, so that a panel keeps to its neuron whoever answers meanwhile. */
    steadyAnswer(now: Readout | null = derived.told().answer): Readout | null {
      const { hand } = view.getState();
      return hand?.held ? hand.answer : now;
    },
    /** Run and weights that go with each other: while it trains, a little older than the spikes on show. */
    pair(): Pick<Scene, 'spec' | 'weights' | 'run'> {
      return derived.whatIf() ?? derived.basePair();
    },
    /** The same without what-ifs. */
    basePair(): Pick<Scene, 'spec' | 'weights' | 'run'> {
      const { spec, weights } = derived.base();
      const { explained } = session.spikes.store.getState();
      return { spec, weights, run: explained && fitsRun(spec, explained) ? explained : null };
    },
    /**
     * What is said in words and figures. While it trains it is a little older than the spikes drawn: all who say it, whenever they
     * render, speak of one presentation.
     */
    told(): Scene {
      const what = derived.whatIf();
      if (what) return what;
      const base = derived.base();
      const { run } = derived.basePair();
      return run === null || run === base.run ? base : toldOf(base.spec, base.weights, run);
    },
    run(): SampleRun | null {
      return derived.scene().run;
    },
    /** The pair's run. */
    volleys(): Volley[] | null {
      const { run } = derived.pair();
      return run && volleys(run);
    },
    /** The run to draw behind the one on show, as the view asks; null where there is none like it. */
    ghost(): SampleRun | null {
      const mode = view.getState().ghost;
      const run = derived.run();
      if (!run || (mode === 'off' && !view.getState().compare)) return null;
      // Under a what-if the ghost is the run without it.
      if (derived.whatIf()) return derived.base().run;
      const compared = derived.compared();
      if (compared) return compared.run;
      const { ghost } = session.spikes.store.getState();
      if (!ghost || !likeness(run, ghost).layers) return null;
      return mode === 'any' || likeness(run, ghost).input ? ghost : null;
    },
    /**
     * The comparison chosen in place of a ghost of the last change, by name; its run is null where there is none to compare
     * with. null: no comparison is chosen.
     */
    compared(): { name: string; run: SampleRun | null } | null {
      const { compare } = view.getState();
      const { spec, weights, run } = derived.base();
      if (!compare || !weights || !run) return null;
      switch (compare.kind) {
        case 'epoch': {
          const { list } = session.training.epochs.getState();
          const epoch = list.find((e) => e.step === compare.step);
          if (!epoch || !fitsWeights(spec, epoch.weights)) return { name: 'that epoch', run: null };
          return { name: epochName(epoch), run: atEpoch(spec, epoch.weights, run) };
        }
        case 'pinned':
          return {
            name: compare.name,
            run: compare.image && ofImage(spec, weights, compare.image),
          };
        case 'stepped':
          return {
            name: stepsName(compare.dt),
            run: onClock(stepperStore.getState().step, spec, weights, run, compare.dt),
          };
        case 'counterpart': {
          const { sample } = session.stimulus.store.getState();
          const index = sample?.role === 'test' ? sample.index : null;
          const { evaluation } = session.network.store.getState();
          const other = counterpart(spec, session.testSet(), evaluation, index);
          if (!other)
            return { name: `a test ${nounOf(spec.input).one} of the other fate`, run: null };
          return { name: other.name, run: ofImage(spec, weights, other.image) };
        }
      }
    },
    /** All spike times of all layers, ascending. */
    times(): number[] {
      const run = derived.run();
      return run ? times(run) : [];
    },
    /** The end of the full time axis. */
    end(): number {
      const { spec, run } = derived.scene();
      const deadline = layerDeadline(spec, layerCount(spec));
      // Under a spike that is held the axis keeps still.
      if (view.getState().hand?.held && end?.deadline === deadline) return end.value;
      if (!run) return end?.deadline === deadline ? end.value : axisEnd(null, deadline);
      if (end?.run !== run || end.deadline !== deadline) {
        const before = end?.deadline === deadline ? end.value : null;
        end = { run, deadline, value: steadyEnd(before, axisEnd(run, deadline)) };
      }
      return end.value;
    },
    /** Where the shared time cursor stands. */
    cursor(): number {
      const { t } = session.playback.store.getState();
      return cursorTime(t, derived.scene().answer?.decisionTime ?? null, derived.end());
    },
    /** The time up to which all is told: the cursor's while it performs, else Infinity. */
    veil(): number {
      return session.playback.store.getState().performing ? derived.cursor() : Infinity;
    },
    /** Whether the answer may be told: not before it is given, where the cursor performs. */
    isDecided(): boolean {
      return (derived.scene().answer?.decisionTime ?? derived.end()) <= derived.veil();
    },
    /** The selected neuron, null where there is none or the network no longer has it. */
    selected(): NeuronRef | null {
      const { selected } = session.playback.store.getState();
      return selected && exists(session.network.store.getState().spec, selected) ? selected : null;
    },
    /** See outputShares; null without a run or weights. */
    outputShares(t: number): Float64Array | null {
      const { spec, run, weights } = derived.pair();
      return run && weights && outputShares(spec, weights, volleys(run), t);
    },
    /** What would be answered if it had to be at t; null without a run or weights. */
    forced(t: number): ForcedAnswer | null {
      const { spec, run, weights } = derived.pair();
      return run && weights && forced(spec, weights, run, t);
    },
    /** Why a neuron fired; null for an input, and where nothing is known yet. */
    explanation(ref: NeuronRef | null): Explanation | null {
      const args = known(ref);
      return args && explanation(...args);
    },
    /** What every earlier spike contributes to it, through all layers; null as above. */
    causes(ref: NeuronRef | null): Causes | null {
      const args = known(ref);
      return args && causes(...args);
    },
    /** The class that the temporal errors point to; null where none are shown. */
    errorClass(): number | null {
      const { spec } = derived.scene();
      const { sample } = session.stimulus.store.getState();
      return targetClass(view.getState().errors, sample, classCount(spec));
    },
    /** Temporal errors of all spikes; null where none are shown. */
    errors(): SpikeErrors | null {
      const { spec, run, weights } = derived.pair();
      const target = derived.errorClass();
      if (!run || !weights || target === null) return null;
      return errors(spec, weights, run, target, session.training.store.getState().settings);
    },
  };
  return derived;
}

export type Derived = ReturnType<typeof createDerived>;
