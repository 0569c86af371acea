/** The two properties that every implementation must show (model.md, section 2). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neuron } from './arbitrary';
import { timeDerivative } from './backpropagate';
import { encode } from './encode';
import { firing } from './propagate';
import { forwardVolley } from './step';
import { smallImage, smallSpec, smallWeights, testRandom } from './testing';
import { volleyOf, type Volley } from './volley';

function later({ times, multiplicity }: Volley, c: number): Volley {
  return { ...volleyOf(times.map((t) => t + c)), multiplicity };
}

describe.each(['average-delay', 'exponential'] as const)('%s', (response) => {
  test.each([[[3]], [[7, 3]], [[7, 6, 3]], [[7, 6, 5, 3]]])(
    'adding c to all input times adds c to every spike time (layers %o)',
    (layers) => {
      // A deadline far away: the property holds short of deadlines.
      const spec = smallSpec({ layers, response, deadline: 90, coding: { kernel: 2, stride: 1 } });
      let fired = 0;
      fc.assert(
        fc.property(fc.nat(), fc.double({ min: 0, max: 5, noNaN: true }), (seed, c) => {
          const random = testRandom(seed);
          const weights = smallWeights(spec, random);
          const input = encode(spec, smallImage(spec, random, 255));
          const before = forwardVolley(spec, weights, input);
          const after = forwardVolley(spec, weights, later(input, c));
          before.layers.forEach(({ volley }, l) => {
            volley.times.forEach((t, j) => {
              // Near the far deadline a spike is a small difference of large sums.
              if (t > 20) return;
              fired++;
              const shifted = after.layers[l]!.volley.times[j]!;
              expect(Math.abs(shifted - (t + c))).toBeLessThan(1e-6);
            });
          });
        }),
        { seed: 5, numRuns: 150 },
      );
      expect(fired).toBeGreaterThan(150);
    },
  );

  test('sum_i dt_j/dt_i = 1 over the causal set', () => {
    // For exponential synapses too: sum w m z_i / (z_j D) = 1, since z_j = sum w m z_i / D. It is the shift above, differentiated.
    fc.assert(
      fc.property(neuron, ({ presynaptic, weights }) => {
        const settings = { response, threshold: 1, deadline: 20 };
        const fired = firing(presynaptic, weights, 0, settings);
        fc.pre(fired !== undefined && fired.slope > 1e-3);
        const { times, multiplicity, order } = presynaptic;
        let sum = 0;
        for (const i of order.subarray(0, fired!.causal)) {
          sum += timeDerivative(
            response,
            weights[i]!,
            multiplicity[i]!,
            times[i]!,
            fired!.time,
            fired!.slope,
          );
        }
        expect(sum).toBeCloseTo(1, 7);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
