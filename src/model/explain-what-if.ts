/** What would have happened: a sample run again with a spike moved, neurons silenced, weights or the threshold changed. */
import { weightDerivative } from './backpropagate';
import { backpropagateLayer, causesOf, propagateLayer } from './layer-step';
import { layerPlans, patchElement, patchNeuron, positionOf, weightRow } from './layers';
import type { NetworkSpec } from './network';
import type { LayerTrace } from './propagate';
import { readout, type Readout } from './readout';
import { layerSettings } from './step';
import { order, volleyOf, type Volley } from './volley';

type Weights = (Float32Array | Float64Array)[];

export type Edit =
  /**
   * A neuron spikes at another time: an input (its train has its average delay) where it spikes at all, a neuron of a later layer
   * at `time` whatever reaches it, as one that is made to spike from outside.
   */
  | { kind: 'time'; layer: number; neuron: number; time: number }
  | { kind: 'silence'; layer: number; neuron: number }
  /** `layer` is the postsynaptic one, 1-based. Of a convolution: the shared weight that this synapse has, at every position. */
  | { kind: 'weight'; layer: number; postsynaptic: number; presynaptic: number; value: number }
  | { kind: 'threshold'; value: number };

/** A network and its way through one sample. */
export interface Course {
  spec: NetworkSpec;
  weights: Weights;
  input: Volley;
  /**
   * A trace a layer after the input; a silenced neuron's time is +Infinity, whatever its trace's slope says, and one whose spike
   * was moved has no causes: `causal` and `slope` are 0.
   */
  layers: LayerTrace[];
  answer: Readout;
}

/** A shared weight has one name, whichever of its synapses was changed: that at the first position. */
export function canonicalEdit(spec: NetworkSpec, edit: Edit): Edit {
  if (edit.kind !== 'weight') return edit;
  const plan = layerPlans(spec)[edit.layer - 1]!;
  const element = patchElement(plan, positionOf(plan, edit.postsynaptic), edit.presynaptic);
  const postsynaptic = edit.postsynaptic % plan.rows;
  return element < 0 ? edit : { ...edit, postsynaptic, presynaptic: patchNeuron(plan, 0, element) };
}

/** Whether an edit says when a neuron spikes, so that nothing that reaches it has a say. */
export function isMoved(edits: readonly Edit[], layer: number, neuron: number): boolean {
  return edits.some((e) => e.kind === 'time' && e.layer === layer && e.neuron === neuron);
}

/** The edits in force, the last of each target. */
export function standing(edits: readonly Edit[]): Edit[] {
  const last = new Map<string, Edit>();
  for (const edit of edits) last.set(target(edit), edit);
  return [...last.values()];
}

/** Edits with the same target replace each other. */
export function target(edit: Edit): string {
  switch (edit.kind) {
    case 'time':
      return `time ${edit.layer} ${edit.neuron}`;
    case 'silence':
      return `silence ${edit.layer} ${edit.neuron}`;
    case 'weight':
      return `weight ${edit.layer} ${edit.postsynaptic} ${edit.presynaptic}`;
    case 'threshold':
      return 'threshold';
  }
}

/** The input volley with the edits in force: spikes moved, neurons silenced; the same object where none speaks of it. */
export function editInput(input: Volley, edits: readonly Edit[]): Volley {
  const here = standing(edits).filter(
    (edit) => (edit.kind === 'time' || edit.kind === 'silence') && edit.layer === 0,
  );
  if (here.length === 0) return input;
  const times = Float64Array.from(input.times);
  const multiplicity = Float64Array.from(input.multiplicity);
  for (const edit of here) {
    if (edit.kind === 'silence') {
      times[edit.neuron] = Infinity;
      multiplicity[edit.neuron] = 0;
    } else if (edit.kind === 'time' && times[edit.neuron]! < Infinity) {
      times[edit.neuron] = edit.time;
    }
  }
  return { times, multiplicity, order: order(times) };
}

/**
 * Runs a sample with the edits in force; without any it is what happened.
 * @param weights a [postsynaptic, presynaptic] array a layer (see `LayerPlan.weights`); they are not changed
 */
export function runEdited(
  spec: NetworkSpec,
  weights: Weights,
  input: Volley,
  edits: readonly Edit[],
): Course {
  const edited = { spec, weights: [...weights], input: editInput(input, edits) };
  const plans = layerPlans(spec);
  const silenced = plans.map(() => new Set<number>());
  const moved = plans.map(() => new Map<number, number>());
  for (const edit of standing(edits.map((e) => canonicalEdit(spec, e)))) {
    switch (edit.kind) {
      case 'time':
        if (edit.layer > 0) moved[edit.layer - 1]!.set(edit.neuron, edit.time);
        break;
      case 'silence':
        if (edit.layer > 0) silenced[edit.layer - 1]!.add(edit.neuron);
        break;
      case 'weight': {
        const l = edit.layer - 1;
        const copy = edited.weights[l] === weights[l] ? weights[l]!.slice() : edited.weights[l]!;
        copy[
          weightRow(plans[l]!, edit.postsynaptic) + patchElement(plans[l]!, 0, edit.presynaptic)
        ] = edit.value;
        edited.weights[l] = copy;
        break;
      }
      case 'threshold':
        edited.spec = { ...edited.spec, threshold: edit.value };
        break;
    }
  }
  const layers: LayerTrace[] = [];
  let volley = edited.input;
  plans.forEach((plan, l) => {
    const settings = layerSettings(edited.spec, l + 1);
    const trace = propagateLayer(plan, volley, edited.weights[l]!, settings);
    if (silenced[l]!.size + moved[l]!.size > 0) {
      const left = trace.volley.times.map((t, j) =>
        silenced[l]!.has(j) ? Infinity : (moved[l]!.get(j) ?? t),
      );
      trace.volley = volleyOf(left);
      for (const j of moved[l]!.keys()) trace.causal[j] = trace.slope[j] = 0;
      for (const j of silenced[l]!) trace.potential[j] = Math.min(0, trace.potential[j]!);
    }
    layers.push(trace);
    volley = trace.volley;
  });
  const output = layers[layers.length - 1]!;
  const blank = edited.input.order.length === 0;
  return {
    ...edited,
    layers,
    answer: readout(output.volley.times, output.potential, blank),
  };
}

/**
 * How far the gradient says that one neuron's firing time moves: first order in every edit. Silencing counts as all
 * outgoing weights going to 0; a spike that was moved no longer hears of what happens before it. null where the neuron does not
 * fire to begin with.
 * @param layer 1-based
 */
export function predictShift(
  before: Course,
  edits: readonly Edit[],
  layer: number,
  neuron: number,
): number | null {
  const { spec, weights, input, layers } = before;
  if (!(layers[layer - 1]!.volley.times[neuron]! < Infinity)) return null;
  const volleys = [input, ...layers.map((trace) => trace.volley)];
  const plans = layerPlans(spec);
  const asked = standing(edits.map((e) => canonicalEdit(spec, e)));
  let shift = 0;
  // deltas[l]: how the neuron's firing time moves with every spike of layer l.
  const deltas: Float64Array[] = [];
  deltas[layer] = new Float64Array(plans[layer - 1]!.neurons);
  deltas[layer][neuron] = 1;
  const move = (l: number) => {
    for (const edit of asked) {
      if (edit.kind !== 'time' || edit.layer !== l) continue;
      const old = volleys[l]!.times[edit.neuron]!;
      if (old < Infinity) shift += deltas[l]![edit.neuron]! * (edit.time - old);
      deltas[l]![edit.neuron] = 0;
    }
  };
  for (let l = layer; l >= 1; l--) {
    move(l);
    deltas[l - 1] = backpropagateLayer(
      plans[l - 1]!,
      volleys[l - 1]!,
      layers[l - 1]!,
      weights[l - 1]!,
      deltas[l]!,
      layerSettings(spec, l),
      false,
    );
  }
  move(0);

  /** dt/dw of one synapse times the weight's change. */
  const byWeight = (l: number, j: number, i: number, change: number): number => {
    const delta = deltas[l]?.[j] ?? 0;
    const presynaptic = volleys[l - 1]!;
    const time = presynaptic.times[i]!;
    const trace = layers[l - 1]!;
    const { volley, slope } = trace;
    const t = volley.times[j]!;
    if (delta === 0 || !(t < Infinity)) return 0;
    const causes = causesOf(plans[l - 1]!, presynaptic, trace, j);
    if (time > presynaptic.times[causes[causes.length - 1]!]!) return 0;
    const m = presynaptic.multiplicity[i]!;
    return delta * change * weightDerivative(spec.response, m, time, t, slope[j]!);
  };

  for (const edit of asked) {
    switch (edit.kind) {
      case 'time':
        break;
      case 'weight': {
        const plan = plans[edit.layer - 1]!;
        const element = patchElement(plan, 0, edit.presynaptic);
        const row = edit.postsynaptic;
        const change = edit.value - weights[edit.layer - 1]![weightRow(plan, row) + element]!;
        for (let p = 0; p < plan.positions; p++) {
          const i = patchNeuron(plan, p, element);
          shift += byWeight(edit.layer, p * plan.rows + row, i, change);
        }
        break;
      }
      case 'silence': {
        const l = edit.layer + 1;
        if (l > layer || !(volleys[edit.layer]!.times[edit.neuron]! < Infinity)) break;
        const plan = plans[l - 1]!;
        for (let j = 0; j < plan.neurons; j++) {
          const element = patchElement(plan, positionOf(plan, j), edit.neuron);
          if (element < 0) continue;
          const weight = weights[l - 1]![weightRow(plan, j) + element]!;
          shift += byWeight(l, j, edit.neuron, -weight);
        }
        break;
      }
      case 'threshold':
        // t = (theta + ...) / A, and t = ln(S / (... - theta)): dt/dtheta = 1 / slope under both responses.
        for (let l = 1; l <= layer; l++) {
          deltas[l]!.forEach((delta, j) => {
            if (delta === 0 || !(volleys[l]!.times[j]! < Infinity)) return;
            shift += (delta * (edit.value - spec.threshold)) / layers[l - 1]!.slope[j]!;
          });
        }
        break;
    }
  }
  return shift;
}

/** The presynaptic neurons that made a neuron fire; empty for a silent one. @param layer 1-based */
export function causalSet(
  { spec, input, layers }: Course,
  layer: number,
  neuron: number,
): Set<number> {
  const trace = layers[layer - 1]!;
  const presynaptic = layer === 1 ? input : layers[layer - 2]!.volley;
  if (!(trace.volley.times[neuron]! < Infinity)) return new Set();
  return new Set(causesOf(layerPlans(spec)[layer - 1]!, presynaptic, trace, neuron));
}
