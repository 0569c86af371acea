/**
 * Which synapses of the circuit are drawn. Of a small network all but the weakest; of a large one those that carry what the neuron
 * in focus fires of, back through the layers, and the strongest others.
 */
import { layerPlans, patchElement, patchNeuron, positionOf, weightRow } from '../../model/layers';
import { layerCount, type NetworkSpec } from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import { largestOf } from '../neuron/field-values';
import type { Weights } from '../scene/scene';
import { strongest } from './strongest';

export interface Synapse {
  /** The postsynaptic one. */
  layer: number;
  pre: number;
  post: number;
  weight: number;
  /** |weight| as a share of the largest of its layer. */
  strength: number;
}

export interface DrawnSynapses {
  list: Synapse[];
  /** Synapses of the network. */
  all: number;
  /** Of a small network: weaker ones are left out; null: those of the focus and the strongest others are drawn. */
  from: number | null;
}

export interface SynapseRequest {
  /** Whether a neuron is on the screen. */
  shown: (ref: NeuronRef) => boolean;
  focus: NeuronRef | null;
  /** [layers before the focus] signed contributions of every neuron to it; empty where nothing is known. */
  parts: readonly ArrayLike<number>[];
}

/** Up to so many synapses all are drawn. */
const SMALL = 1600;
/** Of a small network: weights below this share of the largest are left out. */
const WEAK = 0.04;
/** Of a large one: synapses into the focus, a layer further back, out of it, and others. */
const MOST = { focus: 160, back: 240, out: 40, others: 200 };

export function synapseCount(spec: NetworkSpec): number {
  return layerPlans(spec).reduce((sum, plan) => sum + plan.neurons * plan.inputs, 0);
}

export function drawnSynapses(
  spec: NetworkSpec,
  weights: Weights,
  request: SynapseRequest,
): DrawnSynapses {
  const all = synapseCount(spec);
  const largest = weights.map(largestOf);
  return all <= SMALL
    ? allSynapses(spec, weights, largest, request, all)
    : focusSynapses(spec, weights, largest, request, all);
}

function allSynapses(
  spec: NetworkSpec,
  weights: Weights,
  largest: number[],
  { shown }: SynapseRequest,
  all: number,
): DrawnSynapses {
  const from = WEAK * Math.max(...largest);
  const list: Synapse[] = [];
  for (const plan of layerPlans(spec)) {
    const { layer, neurons, inputs } = plan;
    const w = weights[layer - 1]!;
    for (let post = 0; post < neurons; post++) {
      if (!shown({ layer, neuron: post })) continue;
      const row = weightRow(plan, post);
      const position = positionOf(plan, post);
      for (let element = 0; element < inputs; element++) {
        const weight = w[row + element]!;
        if (weight === 0 || Math.abs(weight) < from) continue;
        const pre = patchNeuron(plan, position, element);
        if (!shown({ layer: layer - 1, neuron: pre })) continue;
        const strength = Math.abs(weight) / largest[layer - 1]!;
        list.push({ layer, pre, post, weight, strength });
      }
    }
  }
  return { list, all, from };
}

function focusSynapses(
  spec: NetworkSpec,
  weights: Weights,
  largest: number[],
  request: SynapseRequest,
  all: number,
): DrawnSynapses {
  const { shown, focus, parts } = request;
  const plans = layerPlans(spec);
  const found = new Map<string, Synapse>();
  const add = (layer: number, pre: number, post: number): void => {
    const plan = plans[layer - 1]!;
    const element = patchElement(plan, positionOf(plan, post), pre);
    if (element < 0) return;
    const weight = weights[layer - 1]![weightRow(plan, post) + element]!;
    if (weight === 0) return;
    if (!shown({ layer, neuron: post }) || !shown({ layer: layer - 1, neuron: pre })) return;
    const strength = Math.abs(weight) / largest[layer - 1]!;
    found.set(`${layer} ${pre} ${post}`, { layer, pre, post, weight, strength });
  };

  if (focus) {
    // Into the focus, then into those that contribute to it, by what of it comes along each synapse.
    for (let layer = focus.layer; layer >= 1; layer--) {
      const plan = plans[layer - 1]!;
      const w = weights[layer - 1]!;
      const from = parts[layer - 1];
      const posts =
        layer === focus.layer
          ? [focus.neuron]
          : [...Array(plan.neurons).keys()].filter((j) => (parts[layer]?.[j] ?? 0) !== 0);
      const candidates: { pre: number; post: number; score: number }[] = [];
      for (const post of posts) {
        const row = weightRow(plan, post);
        const position = positionOf(plan, post);
        const own = layer === focus.layer ? 1 : Math.abs(parts[layer]![post]!);
        for (let element = 0; element < plan.inputs; element++) {
          const pre = patchNeuron(plan, position, element);
          // What brings nothing comes after all that brings something.
          const brings = from && from[pre] !== 0 ? 1 : 1e-6;
          candidates.push({ pre, post, score: own * Math.abs(w[row + element]!) * brings });
        }
      }
      const most = layer === focus.layer ? MOST.focus : MOST.back;
      for (const { pre, post } of strongest(candidates, most, ({ score }) => score)) {
        add(layer, pre, post);
      }
    }
    if (focus.layer < layerCount(spec)) {
      const plan = plans[focus.layer]!;
      const w = weights[focus.layer]!;
      const candidates: { post: number; score: number }[] = [];
      for (let post = 0; post < plan.neurons; post++) {
        const element = patchElement(plan, positionOf(plan, post), focus.neuron);
        if (element < 0) continue;
        candidates.push({ post, score: Math.abs(w[weightRow(plan, post) + element]!) });
      }
      for (const { post } of strongest(candidates, MOST.out, ({ score }) => score)) {
        add(focus.layer + 1, focus.neuron, post);
      }
    }
  }
  // Each dense layer has its share: weights of different layers are of different sizes.
  const dense = plans.filter((plan) => !plan.patch);
  for (const { layer, inputs } of dense) {
    const w = weights[layer - 1]!;
    const places = strongestPlaces(w, Math.ceil(MOST.others / dense.length));
    for (const place of places) add(layer, place % inputs, Math.floor(place / inputs));
  }
  return { list: [...found.values()], all, from: null };
}

/** Where the `most` largest magnitudes are. */
function strongestPlaces(values: ArrayLike<number>, most: number): number[] {
  const places: number[] = [];
  const cut = cutFor(values, most);
  for (let n = 0; n < values.length; n++) if (Math.abs(values[n]!) >= cut) places.push(n);
  return strongest(places, most, (n) => Math.abs(values[n]!));
}

const BINS = 4096;

/** A magnitude that at least `most` values reach, and few more: found by counting, since there may be a million. */
function cutFor(values: ArrayLike<number>, most: number): number {
  const largest = largestOf(values);
  if (largest === 0) return 0;
  const bins = new Uint32Array(BINS + 1);
  for (let n = 0; n < values.length; n++) {
    bins[Math.floor((Math.abs(values[n]!) / largest) * BINS)]!++;
  }
  let count = 0;
  for (let bin = BINS; bin >= 0; bin--) {
    count += bins[bin]!;
    if (count >= most) return (bin / BINS) * largest * (1 - 1e-6);
  }
  return 0;
}
