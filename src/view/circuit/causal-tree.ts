/** The causal tree of a spike: the causes of its neuron, their causes, and so on back to the inputs. */
import { layerPlans, patchNeuron, positionOf, receiver, weightRow } from '../../model/layers';
import type { NetworkSpec } from '../../model/network';
import { firing } from '../../model/propagate';
import { layerSettings } from '../../model/step';
import type { Volley } from '../../model/volley';
import type { NeuronRef } from '../../session/stimulus/playback';
import type { Weights } from '../scene/scene';

export interface CausalTree {
  root: NeuronRef;
  /** [layers up to the root's] causal set of every neuron of the tree, by neuron; empty for inputs, silent neurons and moved spikes. */
  layers: ReadonlyMap<number, Uint32Array>[];
}

/**
 * A neuron is in the tree if it is the root or in the causal set of one that is: the presynaptic spikes with which a neuron first
 * reached its threshold (model.md, section 2).
 * @param volleys the spikes of every layer, the input first
 * @param moved whether a what-if moved a neuron's spike, which then has no causes
 */
export function causalTree(
  spec: NetworkSpec,
  weights: Weights,
  volleys: Volley[],
  root: NeuronRef,
  moved: (layer: number, neuron: number) => boolean = () => false,
): CausalTree {
  const plans = layerPlans(spec);
  const layers: Map<number, Uint32Array>[] = Array.from(
    { length: root.layer + 1 },
    () => new Map<number, Uint32Array>(),
  );
  let wanted: Iterable<number> = [root.neuron];
  for (let layer = root.layer; layer >= 1; layer--) {
    const plan = plans[layer - 1]!;
    const settings = layerSettings(spec, layer);
    const receivedBy = receiver(plan, volleys[layer - 1]!);
    const causes = new Set<number>();
    for (const neuron of wanted) {
      const received = receivedBy(neuron);
      const fired = firing(received, weights[layer - 1]!, weightRow(plan, neuron), settings);
      // Silenced by a what-if: it would fire, and does not.
      const silent = !fired || volleys[layer]!.times[neuron] === Infinity;
      const uncaused = silent || moved(layer, neuron);
      const position = positionOf(plan, neuron);
      const set = uncaused
        ? new Uint32Array()
        : received.order
            .subarray(0, fired.causal)
            .map((element) => patchNeuron(plan, position, element));
      layers[layer]!.set(neuron, set);
      for (const cause of set) causes.add(cause);
    }
    wanted = [...causes].toSorted((a, b) => a - b);
  }
  for (const neuron of wanted) layers[0]!.set(neuron, new Uint32Array());
  return { root, layers };
}

export function inTree(tree: CausalTree, { layer, neuron }: NeuronRef): boolean {
  return tree.layers[layer]?.has(neuron) ?? false;
}

/** Whether a synapse carried a spike that is a cause. @param layer the postsynaptic one */
export function carries(
  tree: CausalTree,
  { layer, pre, post }: { layer: number; pre: number; post: number },
): boolean {
  return tree.layers[layer]?.get(post)?.includes(pre) ?? false;
}
