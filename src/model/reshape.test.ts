import { describe, expect, it } from 'vitest';
import { initialise } from './initialise';
import { layerPlans } from './layers';
import { layerSizes, type NetworkSpec } from './network';
import { createRandom } from './random';
import {
  addLayer,
  addNeuron,
  canAddLayer,
  canRemoveLayer,
  canResize,
  removeLayer,
  removeNeuron,
  type Shaped,
} from './reshape';
import { forwardVolley } from './step';
import { parseNetwork } from './validate';
import { volleyOf } from './volley';

const SPECS: NetworkSpec[] = [
  parseNetwork({ input: { width: 5, height: 1, cut: 0 }, layers: [7, 6, 3] }),
  parseNetwork({ input: { width: 5, height: 1, cut: 0 }, layers: [9, 4], response: 'exponential' }),
  parseNetwork({
    input: { width: 8, height: 8 },
    convolutions: [{ channels: 2, kernel: 3, stride: 2 }],
    layers: [6, 3],
  }),
];

const shaped = (spec: NetworkSpec, seed: number): Shaped => ({
  spec,
  // Strong enough for the outputs to fire.
  weights: initialise(spec, seed, layerSizes(spec)[0]! / (spec.convolutions ? 40 : 4)).map((w) =>
    spec.convolutions ? w.map((x) => Math.abs(x)) : w,
  ),
});

/** Spike times of the outputs for a random input. */
function outputs({ spec, weights }: Shaped, seed: number): Float64Array {
  const random = createRandom(seed);
  const times = Float64Array.from({ length: layerSizes(spec)[0]! }, () => random.uniform());
  return forwardVolley(spec, weights, volleyOf(times)).layers.at(-1)!.volley.times;
}

function expectSound({ spec, weights }: Shaped): void {
  expect(parseNetwork(spec)).toEqual(spec);
  expect(weights.map((w) => w.length)).toEqual(layerPlans(spec).map((plan) => plan.weights));
}

describe.each(SPECS)('$layers, $response', (spec) => {
  const hidden = (spec.convolutions?.length ?? 0) + 1;
  const before = shaped(spec, 3);

  it('a neuron more changes no answer, and keeps every weight of the others', () => {
    const after = addNeuron(spec, before.weights, hidden, 11);
    expectSound(after);
    const size = layerSizes(spec)[hidden]!;
    expect(layerSizes(after.spec)[hidden]).toBe(size + 1);
    for (let seed = 1; seed < 8; seed++)
      expect(outputs(after, seed)).toEqual(outputs(before, seed));
    expect(after.weights[hidden - 1]!.subarray(0, before.weights[hidden - 1]!.length)).toEqual(
      before.weights[hidden - 1],
    );
    // It hears something, and the same seed makes the same neuron.
    expect(after.weights[hidden - 1]!.at(-1)).not.toBe(0);
    expect(addNeuron(spec, before.weights, hidden, 11).weights).toEqual(after.weights);
    // Taken away again, all is as it was.
    expect(removeNeuron(after.spec, after.weights, hidden, size)).toEqual(before);
  });

  it('a neuron less is as if it were silent', () => {
    const { weights } = before;
    const size = layerSizes(spec)[hidden]!;
    const next = layerSizes(spec)[hidden + 1]!;
    for (const neuron of [0, 2, size - 1]) {
      const after = removeNeuron(spec, weights, hidden, neuron);
      expectSound(after);
      const muted = weights.map((w) => w.slice());
      for (let j = 0; j < next; j++) muted[hidden]![j * size + neuron] = 0;
      for (let seed = 1; seed < 8; seed++) {
        expect(outputs(after, seed)).toEqual(outputs({ spec, weights: muted }, seed));
      }
    }
  });

  it('a layer more makes every output later by the same moment, and goes without a trace', () => {
    const after = addLayer(spec, before.weights, hidden);
    expectSound(after);
    let spikes = 0;
    let delay: number | null = null;
    for (let seed = 1; seed < 8; seed++) {
      const late = outputs(after, seed);
      outputs(before, seed).forEach((t, c) => {
        if (t === Infinity) return;
        spikes++;
        delay ??= late[c]! - t;
        expect(late[c]! - t).toBeCloseTo(delay, 5);
      });
    }
    expect(delay).toBeGreaterThan(0.1);
    expect(spikes).toBeGreaterThan(5);
    expect(removeLayer(after.spec, after.weights, hidden + 1)).toEqual(before);
  });

  it('a layer less leaves the weights of the layers around, and drives those behind as much', () => {
    const after = removeLayer(spec, before.weights, hidden);
    expectSound(after);
    const sum = (w: ArrayLike<number>) => Array.from(w).reduce((s, x) => s + Math.abs(x), 0);
    expect(sum(after.weights[hidden - 1]!)).toBeCloseTo(sum(before.weights[hidden]!), 3);
    expect(after.weights.slice(hidden)).toEqual(before.weights.slice(hidden + 1));
  });
});

it('knows what can be changed', () => {
  const [dense, , convolved] = SPECS as [NetworkSpec, NetworkSpec, NetworkSpec];
  expect([0, 1, 2, 3].map((layer) => canResize(dense, layer, 1))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(canResize(parseNetwork({ layers: [1, 10] }), 1, -1)).toBe(false);
  expect(canResize(parseNetwork({ layers: [1024, 10] }), 1, 1)).toBe(false);
  expect([0, 1, 2, 3].map((layer) => canAddLayer(dense, layer))).toEqual([true, true, true, false]);
  expect(canAddLayer(parseNetwork({ layers: [9, 9, 9, 3] }), 1)).toBe(false);
  // 784 relays would be 614,656 weights.
  expect(canAddLayer(parseNetwork({}), 0)).toBe(false);
  expect([1, 2, 3].map((layer) => canRemoveLayer(convolved, layer))).toEqual([false, true, false]);
});
