import { describe, expect, it } from 'vitest';
import { SLOPE_FLOOR } from './backpropagate';
import { explainIn } from './explain';
import { contributionsAcross } from './explain-across';
import {
  canonicalEdit,
  causalSet,
  predictShift,
  runEdited,
  type Course,
  type Edit,
} from './explain-what-if';
import { layerPlans, patchElement, patchNeurons, positionOf, weightRow } from './layers';
import type { Response } from './network';
import { createRandom } from './random';
import { phasesOf, slowStep } from './slow-step';
import { forwardVolley, layerSettings } from './step';
import { DEFAULT_TRAINING } from './training';
import { parseNetwork } from './validate';
import { volleyOf } from './volley';

/** 7 x 7 pixels, two convolutions (3 x 3 x 4 and 2 x 2 x 3) and a dense layer. */
function situation(seed: number, response: Response = 'average-delay') {
  const random = createRandom(seed, 81);
  const spec = parseNetwork({
    input: { width: 7, height: 7 },
    response,
    convolutions: [
      { channels: 4, kernel: 3, stride: 2 },
      { channels: 3, kernel: 2, stride: 1 },
    ],
    layers: [5, 3],
  });
  const plans = layerPlans(spec);
  const weights = plans.map((plan) =>
    Float64Array.from({ length: plan.weights }, () => 3 / plan.inputs + 0.1 * random.normal()),
  );
  const input = volleyOf(
    Float64Array.from({ length: 49 }, () => (random.uniform() < 0.3 ? Infinity : random.uniform())),
  );
  return { spec, plans, weights, input, random };
}

const volleysOf = ({ input, layers }: Pick<Course, 'input' | 'layers'>) => [
  input,
  ...layers.map((trace) => trace.volley),
];

/** Some neurons that fire, of every layer. */
function firing(course: Course): [layer: number, neuron: number][] {
  return course.layers.flatMap(({ volley }, l) =>
    [...volley.order].filter((_, k) => k % 4 === 0).map((j): [number, number] => [l + 1, j]),
  );
}

describe.each<Response>(['average-delay', 'exponential'])(
  'a convolution explained (%s)',
  (response) => {
    it('splits the threshold among the patch, and among every layer before', () => {
      const { spec, plans, weights, input } = situation(1, response);
      const course = runEdited(spec, weights, input, []);
      const volleys = volleysOf(course);
      const cases = firing(course);
      expect(new Set(cases.map(([layer]) => layer))).toEqual(new Set([1, 2, 3, 4]));
      for (const [layer, neuron] of cases) {
        const plan = plans[layer - 1]!;
        const settings = layerSettings(spec, layer);
        const told = explainIn(plan, volleys[layer - 1]!, weights[layer - 1]!, neuron, settings);
        expect(told.time).toBe(volleys[layer]!.times[neuron]);
        expect(told.contributions.reduce((sum, c) => sum + c.adds, 0)).toBeCloseTo(1, 9);
        const patch = patchNeurons(plan, positionOf(plan, neuron));
        for (const c of told.contributions) {
          expect(patch).toContain(c.presynaptic);
          expect(c.time).toBe(volleys[layer - 1]!.times[c.presynaptic]);
        }
        const causes = told.contributions.filter((c) => c.causal).map((c) => c.presynaptic);
        expect(causalSet(course, layer, neuron)).toEqual(new Set(causes));
        for (const part of contributionsAcross(spec, weights, volleys, layer, neuron, told.at)) {
          expect(part.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
        }
      }
    });

    it('predicts what a small change of a shared weight does, at every position', () => {
      let compared = 0;
      for (let seed = 0; seed < 12; seed++) {
        const { spec, weights, input } = situation(seed, response);
        const before = runEdited(spec, weights, input, []);
        const output = before.layers[3]!.volley.order[0];
        // The backward pass floors small slopes: where none is, the prediction is the derivative.
        const floored = before.layers.some(({ volley, slope }) =>
          volley.times.some((t, j) => t < Infinity && slope[j]! < SLOPE_FLOOR),
        );
        if (output === undefined || floored) continue;
        for (const layer of [1, 2]) {
          const cause = volleysOf(before)[layer - 1]!.order[0]!;
          const plan = layerPlans(spec)[layer - 1]!;
          const j = Array.from({ length: plan.neurons }, (_, n) => n).find(
            (n) => patchElement(plan, positionOf(plan, n), cause) >= 0,
          )!;
          const at = weightRow(plan, j) + patchElement(plan, positionOf(plan, j), cause);
          const step = 1e-6;
          const value = weights[layer - 1]![at]! + step;
          const edit: Edit = { kind: 'weight', layer, postsynaptic: j, presynaptic: cause, value };
          const after = runEdited(spec, weights, input, [edit]);
          const shift =
            after.layers[3]!.volley.times[output]! - before.layers[3]!.volley.times[output]!;
          expect(shift / step).toBeCloseTo(predictShift(before, [edit], 4, output)! / step, 3);
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(6);
    });
  },
);

describe('what-ifs of a convolution', () => {
  it('change a shared weight for every position, whichever synapse it is named by', () => {
    const { spec, plans, weights, input } = situation(3);
    const plan = plans[0]!;
    const [row, element] = [2, 4];
    const edits = [0, 5, 8].map((p): Edit => ({
      kind: 'weight',
      layer: 1,
      postsynaptic: p * plan.rows + row,
      presynaptic: patchNeurons(plan, p)[element]!,
      value: 0.7,
    }));
    expect(new Set(edits.map((e) => JSON.stringify(canonicalEdit(spec, e)))).size).toBe(1);
    const changed = weights.map((w) => Float64Array.from(w));
    changed[0]![row * plan.inputs + element] = 0.7;
    const pass = forwardVolley(spec, changed, input);
    for (const edit of edits) {
      const course = runEdited(spec, weights, input, [edit]);
      expect(course.layers).toEqual(pass.layers);
      expect(course.weights[0]).toEqual(changed[0]);
    }
    // The later of two names wins, also in the prediction.
    const twice = [edits[0]!, { ...edits[1]!, value: 0.2 } as Edit];
    const [alone] = twice.slice(1);
    expect(runEdited(spec, weights, input, twice)).toEqual(
      runEdited(spec, weights, input, [alone!]),
    );
  });

  it('silence one neuron at one place, and predict its loss to first order', () => {
    const { spec, plans, weights, input } = situation(4);
    const before = runEdited(spec, weights, input, []);
    const fires = before.layers[0]!.volley.order[0]!;
    const edit: Edit = { kind: 'silence', layer: 1, neuron: fires };
    const course = runEdited(spec, weights, input, [edit]);
    expect(course.layers[0]!.volley.times[fires]).toBe(Infinity);
    expect(course.layers[0]!.volley.order.length).toBe(before.layers[0]!.volley.order.length - 1);
    // The gradient of a silenced spike's weights, added up over the places that it reaches.
    const reached = Array.from({ length: plans[1]!.neurons }, (_, j) => j).find(
      (j) => causalSet(before, 2, j).has(fires) && before.layers[1]!.volley.times[j]! < Infinity,
    )!;
    expect(predictShift(before, [edit], 2, reached)).not.toBe(0);
  });
});

describe('slow motion of a convolution', () => {
  it('has a phase a layer, and names the synapse of the neuron with the largest error', () => {
    const { spec, plans, weights } = situation(5);
    const image = new Uint8Array(49).map((_, i) => (i % 3 === 0 ? 40 + 4 * i : 0));
    expect(phasesOf(spec).filter(({ kind }) => kind === 'propagate')).toHaveLength(4);
    const zeros = weights.map((w) => new Float64Array(w.length));
    const state = { spec, weights, first: zeros, second: zeros, step: 0 };
    const settings = { ...DEFAULT_TRAINING, loss: 'cross-entropy' as const };
    const step = slowStep(state, image, 1, settings, 0);
    step.changes.forEach(({ largest }, l) => {
      expect(largest).not.toBeNull();
      const plan = plans[l]!;
      const { post, pre, gradient, weight } = largest!;
      const at = weightRow(plan, post) + patchElement(plan, positionOf(plan, post), pre);
      expect(step.gradients[l]![at]).toBe(gradient);
      expect(weights[l]![at]).toBe(weight);
      const rivals = Array.from({ length: plan.positions }, (_, p) =>
        Math.abs(step.back.deltas[l + 1]![p * plan.rows + (post % plan.rows)]!),
      );
      expect(Math.abs(step.back.deltas[l + 1]![post]!)).toBe(Math.max(...rivals));
    });
  });
});
