/** What-ifs on the page: asked, taken back, kept as the network; the rasters and explanations follow at once. */
import {
  canonicalEdit,
  causalSet,
  predictShift,
  standing,
  target,
  type Edit,
} from '../../model/explain-what-if';
import { layerPlans, patchElement, positionOf, weightRow } from '../../model/layers';
import { layerDeadline, type NetworkSpec } from '../../model/network';
import { RANGES } from '../../model/ranges';
import type { NeuronRef } from '../../session/stimulus/playback';
import { plural, formatTime, formatValue } from '../../words/numbers';
import { isConvolution, layerName, neuronName } from '../words/names';
import type { Weights } from '../scene/scene';
import type { View } from '../view';
import { askedOn } from './asked-on';

/** Largest magnitude that a weight may be given: with larger ones potentials lie off every axis. */
const LARGEST_WEIGHT = 100;

/** The latest time at which a neuron of a layer may spike: the end of the input window, or the layer's deadline. */
export function latestSpike(spec: NetworkSpec, layer: number): number {
  return layer === 0 ? 1 : layerDeadline(spec, layer);
}

/** What is wrong with an edit, in a sentence; null where nothing is. */
export function editProblem(spec: NetworkSpec, edit: Edit): string | null {
  switch (edit.kind) {
    case 'time': {
      const latest = latestSpike(spec, edit.layer);
      return edit.time >= 0 && edit.time <= latest
        ? null
        : `${edit.layer === 0 ? 'An input' : layerName(spec, edit.layer)} spikes between 0 and ${latest}, not at ${edit.time}.`;
    }
    case 'weight':
      return Math.abs(edit.value) <= LARGEST_WEIGHT
        ? null
        : `A weight must be a number from −${LARGEST_WEIGHT} to ${LARGEST_WEIGHT}.`;
    case 'threshold': {
      const [low, high] = RANGES.threshold.range;
      return edit.value > low && edit.value <= high
        ? null
        : `The threshold must be above ${low} and at most ${high}.`;
    }
    case 'silence':
      return null;
  }
}

/** Asks "what if"; an edit of the same target replaces the last one where `merge` (a drag under way). */
export function ask(view: View, edit: Edit, merge = false): void {
  const { session } = view;
  const { spec } = session.network.store.getState();
  const problem = editProblem(spec, edit);
  if (problem) {
    session.messages.error(problem, { topic: 'what-if' });
    return;
  }
  session.messages.settle('what-if');
  const asked = canonicalEdit(spec, edit);
  view.store.setState(({ edits }) => {
    const last = edits[edits.length - 1];
    const kept = merge && last && target(last) === target(asked) ? edits.slice(0, -1) : edits;
    return {
      edits: [...kept, asked],
      undone: [],
      ...askedOn(view, asked),
    };
  });
}

export function undoEdit(view: View): void {
  const { session } = view;
  session.messages.settle('what-if');
  view.store.setState(({ edits, undone }) => {
    const last = edits[edits.length - 1];
    return last ? { edits: edits.slice(0, -1), undone: [...undone, last] } : {};
  });
}

export function redoEdit(view: View): void {
  const { session } = view;
  session.messages.settle('what-if');
  view.store.setState(({ edits, undone }) => {
    const last = undone[undone.length - 1];
    return last ? { edits: [...edits, last], undone: undone.slice(0, -1) } : {};
  });
}

/** Back to what happened, with nothing to redo. */
export function revert(view: View): void {
  const { session } = view;
  session.messages.settle('what-if');
  view.store.setState({ edits: [], undone: [] });
}

/** Lets a silenced neuron fire again. */
export function unsilence(view: View, { layer, neuron }: NeuronRef): void {
  view.store.setState(({ edits }) => ({
    edits: edits.filter((e) => !(e.kind === 'silence' && e.layer === layer && e.neuron === neuron)),
    undone: [],
  }));
}

export function isSilenced(edits: readonly Edit[], { layer, neuron }: NeuronRef): boolean {
  return edits.some((e) => e.kind === 'silence' && e.layer === layer && e.neuron === neuron);
}

/** An edit in words: "hidden 37 is silenced". */
export function editWords(spec: NetworkSpec, edit: Edit): string {
  switch (edit.kind) {
    case 'time':
      return `${neuronName(spec, edit)} spikes at ${formatTime(edit.time)}`;
    case 'silence':
      return `${neuronName(spec, edit)} is silenced`;
    case 'weight': {
      if (isConvolution(spec, edit.layer))
        return `${sharedName(spec, edit)} is ${formatValue(edit.value)}`;
      const to = neuronName(spec, { layer: edit.layer, neuron: edit.postsynaptic });
      const from = neuronName(spec, { layer: edit.layer - 1, neuron: edit.presynaptic });
      return `the weight from ${from} to ${to} is ${formatValue(edit.value)}`;
    }
    case 'threshold':
      return `the threshold is ${formatValue(edit.value)}`;
  }
}

/** "the weight of conv 1 channel 3 at dx 1, dy 2 of channel 0, shared by 144 positions". */
export function sharedName(
  spec: NetworkSpec,
  edit: Pick<Extract<Edit, { kind: 'weight' }>, 'layer' | 'postsynaptic' | 'presynaptic'>,
): string {
  const plan = layerPlans(spec)[edit.layer - 1]!;
  const { kernel, before } = plan.patch!;
  const element = patchElement(plan, positionOf(plan, edit.postsynaptic), edit.presynaptic);
  const place = Math.floor(element / before.channels);
  const from = before.channels > 1 ? ` of channel ${element % before.channels}` : '';
  return (
    `the weight of ${layerName(spec, edit.layer)} channel ${edit.postsynaptic % plan.rows} ` +
    `at dx ${place % kernel}, dy ${Math.floor(place / kernel)}${from}, ` +
    `shared by ${plural(plan.positions, 'position')}`
  );
}

/** Whether a what-if can become the network's weights: not a moved spike, nor one neuron of those that share their weights. */
export function canKeep(spec: NetworkSpec, edit: Edit): boolean {
  if (edit.kind === 'time') return false;
  if (edit.kind !== 'silence') return true;
  return !isConvolution(spec, edit.layer === 0 ? 1 : edit.layer);
}

export interface Shift {
  /** What the gradient predicted; null where it has nothing to say. */
  predicted: number | null;
  /** What happened; null where the neuron is silent before or after. */
  actual: number | null;
  before: number;
  after: number;
  /** Presynaptic neurons that joined or left the causal set. */
  joined: number;
  left: number;
}

/** How a neuron's firing time moves under the what-ifs; null without any. @param ref of layer 1 or later */
export function shiftOf(view: View, { layer, neuron }: NeuronRef): Shift | null {
  const scene = view.derived.whatIf();
  if (!scene || layer === 0) return null;
  const { edits } = view.store.getState();
  const before = scene.before.layers[layer - 1]!.volley.times[neuron]!;
  const after = scene.after.layers[layer - 1]!.volley.times[neuron]!;
  const old = causalSet(scene.before, layer, neuron);
  const now = causalSet(scene.after, layer, neuron);
  return {
    before,
    after,
    predicted: predictShift(scene.before, edits, layer, neuron),
    actual: before < Infinity && after < Infinity ? after - before : null,
    joined: [...now].filter((i) => !old.has(i)).length,
    left: [...old].filter((i) => !now.has(i)).length,
  };
}

/**
 * The weights with the what-ifs in them: a silenced neuron loses its incoming weights (an input its outgoing ones), so
 * that it never fires again. What cannot be kept is left out.
 */
export function keptWeights(
  spec: NetworkSpec,
  weights: Weights,
  edits: readonly Edit[],
): Float32Array<ArrayBuffer>[] {
  const kept = weights.map((w) => Float32Array.from(w));
  const plans = layerPlans(spec);
  for (const edit of standing(edits.filter((e) => canKeep(spec, e)))) {
    if (edit.kind === 'weight') {
      const plan = plans[edit.layer - 1]!;
      const { postsynaptic, presynaptic } = edit;
      const element = patchElement(plan, positionOf(plan, postsynaptic), presynaptic);
      kept[edit.layer - 1]![weightRow(plan, postsynaptic) + element] = edit.value;
    } else if (edit.kind === 'silence' && edit.layer > 0) {
      const { inputs } = plans[edit.layer - 1]!;
      kept[edit.layer - 1]!.fill(0, edit.neuron * inputs, (edit.neuron + 1) * inputs);
    } else if (edit.kind === 'silence') {
      const { inputs, rows } = plans[0]!;
      for (let j = 0; j < rows; j++) kept[0]![j * inputs + edit.neuron] = 0;
    }
  }
  return kept;
}

/** Where a network comes from that was made of what-ifs. */
export const KEPT = 'what-if';

/** Makes the what-ifs the network; the network before comes back with its own undo. Where the engine does not take it, they stay. */
export async function keep(view: View): Promise<void> {
  const { session } = view;
  const { edits } = view.store.getState();
  const { spec, weights } = view.derived.base();
  const scene = view.derived.whatIf();
  if (!weights || !scene) return;
  const network = {
    spec: { ...spec, threshold: scene.spec.threshold },
    weights: keptWeights(spec, weights, edits),
  };
  const left = standing(edits).filter((e) => e.kind === 'silence' && !canKeep(spec, e));
  if (!(await session.network.place(network, { kind: 'file', name: KEPT }))) return;
  revert(view);
  if (left.length > 0) {
    session.messages.note(
      `${editWords(spec, left[0]!)}${left.length > 1 ? ` and ${left.length - 1} more` : ''}: this could not be kept, since all positions share their weights.`,
      { topic: 'what-if' },
    );
  }
}
