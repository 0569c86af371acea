/** All that the circuit shows, worked out once a change: where everything is, which synapses are drawn, how the race ends. */
import { layerSizes, type NetworkSpec } from '../../model/network';
import { readout, type Readout } from '../../model/readout';
import type { Volley } from '../../model/volley';
import type { NeuronRef } from '../../session/stimulus/playback';
import { shownNeuron } from '../neuron/shown';
import { memoLast, type Derived } from '../scene/derive';
import type { Weights } from '../scene/scene';
import { causalTree, type CausalTree } from './causal-tree';
import { curveBetween, type Curve, type Direction } from './geometry';
import { anchorOf, layoutCircuit, tileOf, type CircuitLayout } from './layout';
import { potentialShares } from './potentials';
import { strongest } from './strongest';
import { drawnSynapses, type DrawnSynapses } from './synapses';

export interface Circuit {
  spec: NetworkSpec;
  weights: Weights;
  volleys: Volley[];
  answer: Readout;
  /** The selected neuron, else the output that answers or would be guessed. */
  focus: NeuronRef | null;
  layout: CircuitLayout;
  synapses: DrawnSynapses;
  /** [synapses] */
  curves: Curve[];
  /** V / theta of a neuron at a time. */
  shareAt: (ref: NeuronRef, t: number) => number;
  /** When the first output fires, which ends the race; +Infinity where none does. */
  end: number;
  /** Stays lit at the end: what made the focus fire, or where it did not fire the output that answers. */
  tree: CausalTree | null;
}

export interface CircuitSize {
  width: number;
  height: number;
  direction: Direction;
}

type Parts = readonly ArrayLike<number>[];

/**
 * The neurons of a layer that matter most to the focus, ascending: by what they contribute to it, or, behind it, by their weights
 * from it.
 */
function chosenNeurons(
  spec: NetworkSpec,
  weights: Weights,
  focus: NeuronRef | null,
  parts: Parts,
): (layer: number, most: number) => number[] {
  const sizes = layerSizes(spec);
  return (layer, most) => {
    const w = weights[layer - 1]!;
    const neurons = sizes[layer]!;
    const inputs = sizes[layer - 1]!;
    const score = (neuron: number): number => {
      if (focus?.layer === layer && focus.neuron === neuron) return Infinity;
      const part = parts[layer]?.[neuron];
      if (part !== undefined) return Math.abs(part);
      if (focus && focus.layer === layer - 1) return Math.abs(w[neuron * inputs + focus.neuron]!);
      return 0;
    };
    return strongest([...Array(neurons).keys()], most, score);
  };
}

/** The circuit of what is on show, at a size; null until there are spikes and weights. */
export function createCircuit(derived: Derived): (size: CircuitSize) => Circuit | null {
  const layoutOf = memoLast(
    (
      spec: NetworkSpec,
      weights: Weights,
      focus: NeuronRef | null,
      parts: Parts,
      width: number,
      height: number,
      direction: Direction,
    ) =>
      layoutCircuit(spec, {
        width,
        height,
        direction,
        choose: chosenNeurons(spec, weights, focus, parts),
      }),
  );
  const synapsesOf = memoLast(
    (
      spec: NetworkSpec,
      weights: Weights,
      focus: NeuronRef | null,
      parts: Parts,
      layout: CircuitLayout,
    ) => {
      const shown = (ref: NeuronRef) => tileOf(layout, ref) !== null;
      const synapses = drawnSynapses(spec, weights, { shown, focus, parts });
      const curves = synapses.list.map(({ layer, pre, post }) =>
        curveBetween(
          anchorOf(layout, { layer: layer - 1, neuron: pre }, 'leaves')!,
          anchorOf(layout, { layer, neuron: post }, 'arrives')!,
          layout.direction,
        ),
      );
      return { synapses, curves };
    },
  );
  const treeOf = memoLast(causalTree);
  const sharesOf = memoLast(potentialShares);
  const answerOf = memoLast((output: Float64Array, potential: Float32Array, blank: boolean) =>
    readout(output, potential, blank),
  );
  const rootOf = memoLast((layer: number, neuron: number): NeuronRef => ({ layer, neuron }));
  const focusOf = memoLast((layer: number, neuron: number): NeuronRef => ({ layer, neuron }));
  const partsOf = memoLast(
    (causes: { parts: Float64Array[] } | null): Parts => causes?.parts ?? [],
  );
  const assemble = memoLast((...all: CircuitParts): Circuit => {
    const [spec, weights, volleys, answer, focus, layout, drawn, shareAt, tree] = all;
    const end = answer.decisionTime ?? Infinity;
    return { spec, weights, volleys, answer, focus, layout, ...drawn, shareAt, end, tree };
  });

  return ({ width, height, direction }) => {
    const { spec, weights, run } = derived.pair();
    const volleys = derived.volleys();
    if (!weights || !run || !volleys) return null;
    const depth = volleys.length - 1;
    const blank = volleys[0]!.order.length === 0;
    const answer = answerOf(volleys[depth]!.times, run.potential, blank);
    const shown = shownNeuron(spec, derived.selected(), derived.steadyAnswer(answer));
    const focus = shown && focusOf(shown.ref.layer, shown.ref.neuron);
    const parts = partsOf(focus && focus.layer > 0 ? derived.causes(focus) : null);
    const layout = layoutOf(spec, weights, focus, parts, width, height, direction);
    const drawn = synapsesOf(spec, weights, focus, parts, layout);
    const fired = focus && focus.layer > 0 && volleys[focus.layer]!.times[focus.neuron]! < Infinity;
    const root = fired
      ? rootOf(focus.layer, focus.neuron)
      : answer.class === null
        ? null
        : rootOf(depth, answer.class);
    const tree = root && treeOf(spec, weights, volleys, root, derived.moved());
    const shareAt = sharesOf(spec, weights, volleys);
    return assemble(spec, weights, volleys, answer, focus, layout, drawn, shareAt, tree);
  };
}

type CircuitParts = [
  NetworkSpec,
  Weights,
  Volley[],
  Readout,
  NeuronRef | null,
  CircuitLayout,
  { synapses: DrawnSynapses; curves: Curve[] },
  Circuit['shareAt'],
  CausalTree | null,
];
