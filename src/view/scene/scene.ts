/** What is on show: the network's way through the stimulus, or the way it would have taken under the what-ifs. */
import type { SampleRun } from '../../engine/engine';
import { runEdited, type Course, type Edit } from '../../model/explain-what-if';
import { layerPlans } from '../../model/layers';
import { layerSizes, type NetworkSpec } from '../../model/network';
import { readout, type Readout } from '../../model/readout';
import { runFrom, spikeCount } from '../../engine/shared/layer-spikes';

export type Weights = (Float32Array | Float64Array)[];

export interface Scene {
  spec: NetworkSpec;
  /** null until they are there. */
  weights: Weights | null;
  /** null until there is one that belongs to the network. */
  run: SampleRun | null;
  answer: Readout | null;
  blank: boolean;
}

/** The scene of a run. */
export function sceneOf(spec: NetworkSpec, weights: Weights | null, run: SampleRun): Scene {
  const blank = spikeCount(run.layers[0]!) === 0;
  const { times } = run.layers[run.layers.length - 1]!;
  return { spec, weights, run, answer: readout(times, run.potential, blank), blank };
}

/** A scene under what-ifs, with both courses for comparison. */
export interface EditedScene extends Scene {
  weights: Weights;
  run: SampleRun;
  answer: Readout;
  /** What happened, in float64. */
  before: Course;
  after: Course;
}

/** Whether a run can be of this network: the stores change one after the other, so that for a moment they may not agree. */
export function fitsRun(spec: NetworkSpec, run: SampleRun): boolean {
  const sizes = layerSizes(spec);
  return (
    run.layers.length === sizes.length &&
    sizes.every((size, l) => run.layers[l]!.times.length === size)
  );
}

export function fitsWeights(spec: NetworkSpec, weights: Weights): boolean {
  const plans = layerPlans(spec);
  return weights.length === plans.length && weights.every((w, l) => w.length === plans[l]!.weights);
}

/** @param before the stimulus's course as it is */
export function editScene(before: Course, edits: readonly Edit[]): EditedScene {
  const after = runEdited(before.spec, before.weights, before.input, edits);
  const run = runFrom(after);
  const blank = after.input.order.length === 0;
  return {
    spec: after.spec,
    weights: after.weights,
    run,
    // From the same float32 times as the marks, so that the winner's mark lies on the decision.
    answer: readout(run.layers[run.layers.length - 1]!.times, run.potential, blank),
    blank,
    before,
    after,
  };
}
