import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neuron } from './arbitrary';
import { encode } from './encode';
import { layerPlans, patchNeuron, positionOf, weightRow } from './layers';
import { inputCount, layerDeadline, type NetworkSpec } from './network';
import { propagate } from './propagate';
import { forwardVolley } from './step';
import { forwardStepped, onClock } from './stepped';
import { smallImage, smallSpec, smallWeights, testRandom } from './testing';
import type { Volley } from './volley';

const RESPONSES = ['average-delay', 'exponential'] as const;
const NETWORKS = [
  { layers: [3] },
  { layers: [7, 3] },
  { layers: [7, 6, 3], coding: { kernel: 2, stride: 1 } },
  { layers: [5, 3], convolutions: [{ channels: 3, kernel: 2, stride: 1 }] },
];

/**
 * All layers on one clock, as a simulator has them: at every step each neuron is updated from what arrived before, then hears the spikes
 * of this step. Nothing of src/model/stepped.ts is used.
 * @returns [layers, the input first][neurons] the step of the spike; -1 silent
 */
function simulate(spec: NetworkSpec, weights: ArrayLike<number>[], input: Volley, dt: number) {
  const plans = layerPlans(spec);
  const decay = spec.response === 'exponential' ? dt : 0;
  const fired = [inputCount(spec), ...plans.map((p) => p.neurons)].map((n) =>
    Array.from({ length: n }, () => -1),
  );
  const v = plans.map((p) => new Float64Array(p.neurons));
  const i = plans.map((p) => new Float64Array(p.neurons));
  const end = layerDeadline(spec, plans.length);
  for (let n = 0; (n + 1) * dt <= end + 1e-6 * dt; n++) {
    input.times.forEach((t, k) => {
      if (t * (1 + 1e-7) >= n * dt && t * (1 + 1e-7) < (n + 1) * dt) fired[0]![k] = n;
    });
    plans.forEach((plan, l) => {
      for (let j = 0; j < plan.neurons; j++) {
        v[l]![j]! += dt * i[l]![j]!;
        i[l]![j]! -= decay * i[l]![j]!;
        const due = (n + 1) * dt <= plan.deadline + 1e-6 * dt;
        if (due && fired[l + 1]![j]! < 0 && v[l]![j]! >= spec.threshold * (1 - 1e-9))
          fired[l + 1]![j] = n;
        for (let e = 0; e < plan.inputs; e++) {
          const before = patchNeuron(plan, positionOf(plan, j), e);
          if (fired[l]![before] !== n) continue;
          const m = l === 0 ? input.multiplicity[before]! : 1;
          i[l]![j]! += weights[l]![weightRow(plan, j) + e]! * m;
        }
      }
    });
  }
  return fired;
}

const seeded = (spec: NetworkSpec, seed: number) => {
  const random = testRandom(seed);
  return {
    weights: smallWeights(spec, random),
    input: encode(spec, smallImage(spec, random, 255)),
  };
};

describe.each(RESPONSES)('%s', (response) => {
  test.each(NETWORKS)('is what a simulator of all layers on one clock finds: %o', (network) => {
    const spec = smallSpec({ ...network, response });
    let spikes = 0;
    for (let seed = 0; seed < 16; seed++) {
      const { weights, input } = seeded(spec, seed);
      for (const dt of [0.1, 0.03, 0.01]) {
        const { input: late, layers } = forwardStepped(spec, weights, input, dt);
        const found = [late, ...layers.map((l) => l.volley)].map(({ times }) =>
          Array.from(times, (t) => (t < Infinity ? Math.round(t / dt) - 1 : -1)),
        );
        expect(found).toEqual(simulate(spec, weights, input, dt));
        spikes += layers.reduce((sum, { volley }) => sum + volley.order.length, 0);
      }
    }
    expect(spikes).toBeGreaterThan(100);
  });

  test('comes as near to the exact spikes as its steps are short', () => {
    const spec = smallSpec({ layers: [7, 6, 3], response });
    const off = (dt: number) => {
      const all: number[] = [];
      let other = 0;
      for (let seed = 0; seed < 60; seed++) {
        const { weights, input } = seeded(spec, seed);
        const exact = forwardVolley(spec, weights, input);
        forwardStepped(spec, weights, input, dt).layers.forEach(({ volley }, l) =>
          volley.times.forEach((t, j) => {
            const wanted = exact.layers[l]!.volley.times[j]!;
            if (t < Infinity && wanted < Infinity) all.push(Math.abs(t - wanted));
            else if (t !== wanted) other++;
          }),
        );
      }
      const sorted = all.toSorted((a, b) => a - b);
      return { median: sorted[sorted.length >> 1]!, most: sorted.at(-1)!, other };
    };
    const [coarse, fine, finest] = [0.02, 0.002, 0.0002].map(off);
    expect(fine!.median / coarse!.median).toBeCloseTo(0.1, 1);
    expect(finest!.median / fine!.median).toBeCloseTo(0.1, 1);
    expect(finest!.median).toBeLessThan(0.001);
    expect(finest!.other).toBeLessThanOrEqual(Math.min(2, coarse!.other));
  });
});

test('of ramps it is the exact layer on inputs rounded up to the clock, its spikes rounded up, too', () => {
  let fired = 0;
  fc.assert(
    fc.property(neuron, fc.constantFrom(0.1, 0.05, 0.01), ({ presynaptic, weights }, dt) => {
      const { times } = presynaptic;
      const spec = {
        ...smallSpec({ layers: [2] }),
        input: { width: times.length, height: 1, cut: 0.1 },
      };
      const both = [...weights, ...weights];
      const settings = { response: 'average-delay', threshold: 1, deadline: 3 } as const;
      const exact = propagate(onClock(presynaptic, dt), both, 2, settings).volley.times[0]!;
      const stepped = forwardStepped(spec, [both], presynaptic, dt).layers[0]!.volley.times[0]!;
      if (exact < Infinity) fired++;
      const up = Math.ceil(exact / dt - 1e-6) * dt;
      // A crossing in the last, broken step before the deadline has no step to end.
      if (up > 3 + 1e-9) expect(stepped === Infinity || exact === Infinity).toBe(true);
      else expect(stepped).toBeCloseTo(up, 6);
    }),
    { seed: 3, numRuns: 500 },
  );
  expect(fired).toBeGreaterThan(150);
});

test('without inhibition and leak no spike is early, and in layer l none later than l + 1 steps', () => {
  const spec = smallSpec({ layers: [7, 6, 5, 3], coding: { kernel: 2, stride: 1 } });
  let most = 0;
  for (let seed = 0; seed < 60; seed++) {
    const { weights, input } = seeded(spec, seed);
    const positive = weights.map((w) => w.map(Math.abs));
    const exact = forwardVolley(spec, positive, input);
    for (const dt of [0.1, 0.01, 0.001]) {
      forwardStepped(spec, positive, input, dt).layers.forEach(({ volley }, l) =>
        volley.times.forEach((t, j) => {
          const late = (t - exact.layers[l]!.volley.times[j]!) / dt;
          if (!(t < Infinity)) return;
          expect(late).toBeGreaterThan(-1e-3);
          expect(late).toBeLessThanOrEqual(l + 2 + 1e-3);
          most = Math.max(most, late);
        }),
      );
    }
  }
  // The bound is no idle one: input and two layers late.
  expect(most).toBeGreaterThan(2);
});

test('where no output fires, the guess is the highest potential when the clock ends', () => {
  const spec = { ...smallSpec({ layers: [2] }), deadline: 1 };
  const input = encode(spec, new Uint8Array(12).fill(255));
  const low = Float64Array.from({ length: 24 }, (_, k) => (k < 12 ? 0.01 : 0.02));
  const { layers, answer } = forwardStepped(spec, [low], input, 0.1);
  expect(answer).toMatchObject({ class: null, guess: 1 });
  // Spikes at 0 act from 0.1 on.
  expect(layers[0]!.potential[1]).toBeCloseTo(12 * 0.02 * 0.9, 9);
});
