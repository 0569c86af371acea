/** What the views work out from a session's stores, once a change and not once a view. */
import type { SampleRun } from '../../engine/engine';
import { explainNeuron, type Explanation } from '../../model/explain';
import { contributionsAcross } from '../../model/explain-across';
import { spikeErrors, type SpikeErrors } from '../../model/explain-errors';
import { classCount, layerDeadline, layerSizes, type NetworkSpec } from '../../model/network';
import { membranePotential } from '../../model/propagate';
import { layerSettings } from '../../model/step';
import type { TrainingSettings } from '../../model/training';
import type { Volley } from '../../model/volley';
import type { NeuronRef } from '../../session/playback';
import type { Session } from '../../session/session';
import { axisEnd } from '../../session/spikes';
import { volleyFrom } from '../../session/weights';
import { targetClass } from './error-target';
import { exists } from './names';
import { cursorTime, spikeTimes } from './navigation';
import { steadyEnd } from './time-axis';
import { spikesView } from './view';

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

export type Weights = Float32Array<ArrayBuffer>[];

/** What every earlier spike contributes to one neuron. */
export interface Causes {
  /** [layers before the neuron's] signed contributions of every neuron. */
  parts: Float64Array[];
  /** [same] the largest magnitude. */
  largest: number[];
}

/** Whether a run belongs to a description: both change one after the other. */
export function fitsRun(spec: NetworkSpec, run: SampleRun): boolean {
  const sizes = layerSizes(spec);
  return (
    run.layers.length === sizes.length &&
    sizes.every((size, l) => run.layers[l]!.times.length === size)
  );
}

function fitsWeights(spec: NetworkSpec, weights: Weights): boolean {
  const sizes = layerSizes(spec);
  return (
    weights.length === spec.layers.length &&
    weights.every((w, l) => w.length === sizes[l]! * sizes[l + 1]!)
  );
}

function explain(
  spec: NetworkSpec,
  weights: Weights,
  volleys: Volley[],
  { layer, neuron }: NeuronRef,
): Explanation {
  const presynaptic = volleys[layer - 1]!;
  const row = neuron * presynaptic.times.length;
  return explainNeuron(presynaptic, weights[layer - 1]!, row, layerSettings(spec, layer));
}

function findCauses(
  spec: NetworkSpec,
  weights: Weights,
  volleys: Volley[],
  { layer, neuron }: NeuronRef,
  at: number,
): Causes {
  const parts = contributionsAcross(spec, weights, volleys, layer, neuron, at);
  const largest = parts.map((part) =>
    part.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  );
  return { parts, largest };
}

/** [classes] membrane potential of every output at t as a share of the threshold; 1 once it has fired. */
export function outputShares(
  spec: NetworkSpec,
  weights: Weights,
  volleys: Volley[],
  t: number,
): Float64Array {
  const depth = spec.layers.length;
  const presynaptic = volleys[depth - 1]!;
  const inputs = presynaptic.times.length;
  const w = weights[depth - 1]!;
  return volleys[depth]!.times.map((time, c) =>
    time <= t
      ? 1
      : membranePotential(presynaptic, w, c * inputs, spec.response, t) / spec.threshold,
  );
}

function createDerived(session: Session) {
  let end: { run: SampleRun; deadline: number; value: number } | null = null;
  const volleys = memoLast((run: SampleRun) => run.layers.map(volleyFrom));
  const times = memoLast(spikeTimes);
  const explanation = memoLast(
    (spec: NetworkSpec, weights: Weights, run: SampleRun, layer: number, neuron: number) =>
      explain(spec, weights, volleys(run), { layer, neuron }),
  );
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
  const causes = memoLast(
    (spec: NetworkSpec, weights: Weights, run: SampleRun, layer: number, neuron: number) => {
      const { at } = explanation(spec, weights, run, layer, neuron);
      return findCauses(spec, weights, volleys(run), { layer, neuron }, at);
    },
  );

  const derived = {
    /** The run on show, null until there is one that belongs to the network. */
    run(): SampleRun | null {
      const { run } = session.spikes.store.getState();
      return run && fitsRun(session.network.store.getState().spec, run) ? run : null;
    },
    weights(): Weights | null {
      const { spec, weights } = session.network.store.getState();
      return weights && fitsWeights(spec, weights) ? weights : null;
    },
    volleys(): Volley[] | null {
      const run = derived.run();
      return run && volleys(run);
    },
    /** The run to draw behind the one on show, as the view asks; null where there is none like it. */
    ghost(): SampleRun | null {
      const { ghost } = session.spikes.store.getState();
      const mode = spikesView(session).getState().ghost;
      const run = derived.run();
      if (mode === 'off' || !run || !ghost || !likeness(run, ghost).layers) return null;
      return mode === 'any' || likeness(run, ghost).input ? ghost : null;
    },
    /** All spike times of all layers, ascending. */
    times(): number[] {
      const run = derived.run();
      return run ? times(run) : [];
    },
    /** The end of the full time axis. */
    end(): number {
      const { spec } = session.network.store.getState();
      const run = derived.run();
      const deadline = layerDeadline(spec, spec.layers.length);
      if (!run) return end?.deadline === deadline ? end.value : axisEnd(null, deadline);
      if (end?.run !== run || end.deadline !== deadline) {
        const before = end?.deadline === deadline ? end.value : null;
        end = { run, deadline, value: steadyEnd(before, axisEnd(run, deadline)) };
      }
      return end.value;
    },
    /** Where the shared time cursor stands. */
    cursor(): number {
      const { answer } = session.spikes.store.getState();
      const { t } = session.playback.store.getState();
      return cursorTime(t, answer?.decisionTime ?? null, derived.end());
    },
    /** The selected neuron, null where there is none or the network no longer has it. */
    selected(): NeuronRef | null {
      const { selected } = session.playback.store.getState();
      return selected && exists(session.network.store.getState().spec, selected) ? selected : null;
    },
    /** See outputShares; null without a run or weights. */
    outputShares(t: number): Float64Array | null {
      const run = derived.run();
      const weights = derived.weights();
      const { spec } = session.network.store.getState();
      return run && weights && outputShares(spec, weights, volleys(run), t);
    },
    /** Why a neuron fired; null for an input, and where nothing is known yet. */
    explanation(ref: NeuronRef | null): Explanation | null {
      const { spec } = session.network.store.getState();
      const run = derived.run();
      const weights = derived.weights();
      if (!run || !weights || !ref || ref.layer === 0 || !exists(spec, ref)) return null;
      return explanation(spec, weights, run, ref.layer, ref.neuron);
    },
    /** The class that the temporal errors point to; null where none are shown. */
    errorClass(): number | null {
      const { spec } = session.network.store.getState();
      const { sample } = session.stimulus.store.getState();
      return targetClass(spikesView(session).getState().errors, sample, classCount(spec));
    },
    /** Temporal errors of all spikes; null where none are shown. */
    errors(): SpikeErrors | null {
      const { spec } = session.network.store.getState();
      const run = derived.run();
      const weights = derived.weights();
      const target = derived.errorClass();
      if (!run || !weights || target === null) return null;
      return errors(spec, weights, run, target, session.training.store.getState().settings);
    },
    /** What every earlier spike contributes to it, through all layers; null as above. */
    causes(ref: NeuronRef | null): Causes | null {
      const { spec } = session.network.store.getState();
      const run = derived.run();
      const weights = derived.weights();
      if (!run || !weights || !ref || ref.layer === 0 || !exists(spec, ref)) return null;
      return causes(spec, weights, run, ref.layer, ref.neuron);
    },
  };
  return derived;
}

export type Derived = ReturnType<typeof createDerived>;

const known = new WeakMap<Session, Derived>();

/** The one set of derived values of a session. */
export function derivedOf(session: Session): Derived {
  let derived = known.get(session);
  if (!derived) {
    derived = createDerived(session);
    known.set(session, derived);
  }
  return derived;
}
