/** One training step on one sample, taken apart: what each phase computes, kept for looking at. */
import type { LossSettings } from './loss';
import { layerPlans, patchNeuron, type LayerPlan } from './layers';
import { classCount, layerCount, type NetworkSpec } from './network';
import { cosineRate, update, type OptimizerName } from './optimizer';
import { backward, forward, type Backward, type Forward } from './step';

export type Phase =
  | { kind: 'encode'; layer: 0 }
  /** `layer` is 1-based: the layer that fires, that the error reaches. */
  | { kind: 'propagate' | 'error'; layer: number }
  | { kind: 'decide' | 'loss' | 'change' | 'after'; layer: number };

/** The phases in order: forward through the layers, then the error back through the hidden ones. */
export function phasesOf(spec: NetworkSpec): Phase[] {
  const depth = layerCount(spec);
  const up = Array.from({ length: depth }, (_, l) => l + 1);
  return [
    { kind: 'encode', layer: 0 },
    ...up.map((layer): Phase => ({ kind: 'propagate', layer })),
    { kind: 'decide', layer: depth },
    { kind: 'loss', layer: depth },
    ...up
      .slice(0, -1)
      .toReversed()
      .map((layer): Phase => ({ kind: 'error', layer })),
    { kind: 'change', layer: 1 },
    { kind: 'after', layer: depth },
  ];
}

/** Weights and the optimiser's state, [postsynaptic, presynaptic] a layer. */
export interface StepState {
  spec: NetworkSpec;
  weights: ArrayLike<number>[];
  first: ArrayLike<number>[];
  second: ArrayLike<number>[];
  /** Steps made so far. */
  step: number;
}

export interface SlowSettings extends LossSettings {
  optimizer: OptimizerName;
  learningRate: number;
}

export interface LayerChange {
  /** Euclidean norm of dE/dw. */
  norm: number;
  /** Weights with a gradient that is not 0. */
  moved: number;
  /**
   * Where |dE/dw| is largest; null where the layer has no gradient. Of a weight that positions share: its synapse at the position
   * whose neuron has the largest error.
   */
  largest: {
    post: number;
    pre: number;
    gradient: number;
    weight: number;
    /** The weight had the step been made on this sample alone. */
    alone: number;
  } | null;
}

export interface SlowStep {
  spec: NetworkSpec;
  target: number;
  pass: Forward;
  /** Loss and dE/dt of every spike, the input layer first. */
  back: Backward;
  /** [layers] dE/dw of this sample, [postsynaptic, presynaptic]. */
  gradients: Float64Array[];
  changes: LayerChange[];
  /** Learning rate of this step. */
  rate: number;
}

/**
 * Takes a step on one sample apart. The engines' step is the mean over a batch; `changes[].largest.alone` is what the
 * optimiser would make of this sample's gradient by itself.
 * @param image [height, width] bytes
 * @param target the true class
 * @param planned steps of the planned run, for the learning rate's cosine
 */
export function slowStep(
  state: StepState,
  image: Uint8Array,
  target: number,
  settings: SlowSettings,
  planned: number,
): SlowStep {
  const { spec, weights, step } = state;
  if (!(target >= 0 && target < classCount(spec))) {
    throw new RangeError(`The network has no class ${target}.`);
  }
  const pass = forward(spec, weights, image);
  const gradients = weights.map((w) => new Float64Array(w.length));
  const back = backward(spec, weights, pass, target, settings, gradients);
  const rate =
    planned > 0 ? cosineRate(settings.learningRate, step, planned) : settings.learningRate;
  const plans = layerPlans(spec);
  const changes = gradients.map((gradient, l) =>
    changeOf(state, plans[l]!, gradient, back.deltas[l + 1]!, settings, rate),
  );
  return { spec, target, pass, back, gradients, changes, rate };
}

function changeOf(
  { weights, first, second, step }: StepState,
  plan: LayerPlan,
  gradient: Float64Array,
  error: Float64Array,
  { optimizer }: SlowSettings,
  rate: number,
): LayerChange {
  const l = plan.layer - 1;
  let sum = 0;
  let moved = 0;
  let best = -1;
  for (let i = 0; i < gradient.length; i++) {
    const g = gradient[i]!;
    if (g === 0) continue;
    sum += g * g;
    moved++;
    if (best < 0 || Math.abs(g) > Math.abs(gradient[best]!)) best = i;
  }
  if (best < 0) return { norm: 0, moved: 0, largest: null };
  const row = Math.floor(best / plan.inputs);
  const position = blamed(plan, row, error);
  // The optimiser treats each weight by itself: one is enough.
  const alone = Float64Array.of(weights[l]![best]!);
  const moments = {
    first: Float64Array.of(first[l]?.[best] ?? 0),
    second: Float64Array.of(second[l]?.[best] ?? 0),
  };
  update(optimizer, alone, [gradient[best]!], moments, rate, step);
  return {
    norm: Math.sqrt(sum),
    moved,
    largest: {
      post: position * plan.rows + row,
      pre: patchNeuron(plan, position, best % plan.inputs),
      gradient: gradient[best]!,
      weight: weights[l]![best]!,
      alone: alone[0]!,
    },
  };
}

/** The position whose neuron of this row has the largest error. */
function blamed({ rows, positions }: LayerPlan, row: number, error: Float64Array): number {
  let most = 0;
  for (let p = 1; p < positions; p++) {
    if (Math.abs(error[p * rows + row]!) > Math.abs(error[most * rows + row]!)) most = p;
  }
  return most;
}
