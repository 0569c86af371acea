import { describe, expect, it } from 'vitest';
import { causalSet, runEdited } from '../../model/explain-what-if';
import { initialise } from '../../model/initialise';
import { layerPlans, positionOf, receive, weightRow } from '../../model/layers';
import { layerCount, layerSizes } from '../../model/network';
import { membranePotential } from '../../model/propagate';
import { createRandom } from '../../model/random';
import { parseNetwork } from '../../model/validate';
import { volleyOf } from '../../model/volley';
import { carries, causalTree, inTree } from './causal-tree';
import { potentialShares } from './potentials';

const NETWORKS = {
  'two hidden layers': parseNetwork({ input: { width: 6, height: 5 }, layers: [12, 9, 4] }),
  exponential: parseNetwork({
    input: { width: 6, height: 5 },
    layers: [14, 4],
    response: 'exponential',
  }),
  convolution: parseNetwork({
    input: { width: 8, height: 8 },
    convolutions: [{ channels: 3, kernel: 3, stride: 2 }],
    layers: [10, 3],
  }),
};

/** A network with random weights and its way through a random volley with equal times and silent inputs in it. */
function course(name: keyof typeof NETWORKS, seed: number) {
  const spec = NETWORKS[name];
  const random = createRandom(seed);
  const [inputs] = layerSizes(spec);
  const times = Float64Array.from({ length: inputs! }, () =>
    random.uniform() < 0.3 ? Infinity : Math.round(random.uniform() * 20) / 20,
  );
  // Strong enough for most neurons to fire within the input window.
  const weights = initialise(spec, seed, inputs! / 8);
  const run = runEdited(spec, weights, volleyOf(times), []);
  return { run, volleys: [run.input, ...run.layers.map((trace) => trace.volley)] };
}

describe.each(Object.keys(NETWORKS) as (keyof typeof NETWORKS)[])('%s', (name) => {
  it('the causal tree of a decision is what the causal sets of the model say, through all layers', () => {
    let neurons = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { run, volleys } = course(name, seed);
      const winner = run.answer.class ?? 0;
      const root = { layer: layerCount(run.spec), neuron: winner };
      const tree = causalTree(run.spec, run.weights, volleys, root);
      let wanted = new Set([winner]);
      for (let layer = root.layer; layer >= 1; layer--) {
        expect(new Set(tree.layers[layer]!.keys())).toEqual(wanted);
        const causes = new Set<number>();
        for (const post of wanted) {
          const set = causalSet(run, layer, post);
          expect(new Set(tree.layers[layer]!.get(post))).toEqual(set);
          for (const pre of set) {
            causes.add(pre);
            expect(carries(tree, { layer, pre, post })).toBe(true);
            expect(inTree(tree, { layer: layer - 1, neuron: pre })).toBe(true);
          }
        }
        wanted = causes;
      }
      expect(new Set(tree.layers[0]!.keys())).toEqual(wanted);
      neurons += tree.layers.reduce((sum, layer) => sum + layer.size, 0);
    }
    expect(neurons).toBeGreaterThan(100);
  });

  it('a spike that a what-if moved has no causes in it', () => {
    let moved = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { run, volleys } = course(name, seed);
      const root = { layer: layerCount(run.spec), neuron: run.answer.class ?? 0 };
      const layer = root.layer - 1;
      const [neuron, causes] =
        [...causalTree(run.spec, run.weights, volleys, root).layers[layer]!][0] ?? [];
      if (neuron === undefined || layer === 0 || causes!.length === 0) continue;
      moved++;
      const time = volleys[layer]!.times[neuron]!;
      const edited = runEdited(run.spec, run.weights, run.input, [
        { kind: 'time', layer, neuron, time },
      ]);
      const after = [edited.input, ...edited.layers.map((trace) => trace.volley)];
      const tree = causalTree(
        run.spec,
        run.weights,
        after,
        root,
        (l, n) => l === layer && n === neuron,
      );
      expect([...tree.layers[layer]!.get(neuron)!]).toEqual([]);
      expect(causalSet(edited, layer, neuron).size).toBe(0);
    }
    expect(moved).toBeGreaterThan(3);
  });

  it('a neuron is as full as its membrane potential in the model says, at every moment', () => {
    const { run, volleys } = course(name, 5);
    const { spec, weights } = run;
    const shareAt = potentialShares(spec, weights, volleys);
    const plans = layerPlans(spec);
    let fired = 0;
    for (const plan of plans) {
      const { layer } = plan;
      for (let neuron = 0; neuron < plan.neurons; neuron++) {
        for (const t of [0, 0.1, 0.33, 0.7, 1, 1.6, 2.5]) {
          const share = shareAt({ layer, neuron }, t);
          const has = volleys[layer]!.times[neuron]! <= t;
          if (has) fired++;
          const potential = membranePotential(
            receive(plan, volleys[layer - 1]!, positionOf(plan, neuron)),
            weights[layer - 1]!,
            weightRow(plan, neuron),
            spec.response,
            t,
          );
          expect(share).toBeCloseTo(has ? 1 : potential / spec.threshold, 9);
        }
      }
    }
    expect(fired).toBeGreaterThan(10);
  });
});
