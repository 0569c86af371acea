/**
 * Finite differences: the first rung of truth. Central differences of the whole network's loss in float64, against `backward`, for every
 * weight and every input time. Floor and push are no derivatives: left out are samples in which an error flows through a neuron with a
 * slope below the floor, the weights of a silent output that is pushed, and steps within which a causal set changes.
 */
import { describe, expect, test } from 'vitest';
import { SLOPE_FLOOR } from './backpropagate';
import { encode } from './encode';
import { outputError, type LossName, type LossSettings } from './loss';
import { causesOf } from './layer-step';
import { layerPlans } from './layers';
import { layerCount, layerDeadline, type NetworkSpec } from './network';
import { backward, forwardVolley, type Backward, type Forward } from './step';
import { smallImage, smallSpec, smallWeights, testRandom } from './testing';
import { order, type Volley } from './volley';

const STEP = 1e-6;
const SAMPLES = 6;

const NETWORKS: { name: string; layers: number[]; convolutions?: NetworkSpec['convolutions'] }[] = [
  { name: 'no hidden layer', layers: [3] },
  { name: '1 hidden layer', layers: [7, 3] },
  { name: '2 hidden layers', layers: [7, 6, 3] },
  { name: '3 hidden layers', layers: [7, 6, 5, 3] },
  { name: 'a convolution', layers: [3], convolutions: [{ channels: 3, kernel: 2, stride: 2 }] },
  {
    name: 'a convolution of overlapping patches and a hidden layer',
    layers: [7, 3],
    convolutions: [{ channels: 4, kernel: 2, stride: 1 }],
  },
  {
    name: 'two convolutions and a hidden layer',
    layers: [6, 3],
    convolutions: [
      { channels: 3, kernel: 2, stride: 1 },
      { channels: 4, kernel: 2, stride: 1 },
    ],
  },
  {
    name: 'two convolutions, the first of stride 2',
    layers: [3],
    convolutions: [
      { channels: 5, kernel: 2, stride: 2 },
      { channels: 3, kernel: 1, stride: 1 },
    ],
  },
];
const CODINGS = [
  { kernel: 1 },
  { kernel: 2, train: 'latency' },
  { kernel: 2, stride: 1, train: 'phase' },
] as const;
const RESPONSES = ['average-delay', 'exponential'] as const;
const LOSSES = ['heuristic', 'cross-entropy'] as const;

interface Tally {
  checked: number;
  leftOut: number;
  silent: number;
  simultaneous: number;
  mismatches: string[];
}

describe.each(RESPONSES)('%s', (response) => {
  describe.each(LOSSES)('%s', (loss) => {
    test.each(NETWORKS)('dE/dw and dE/dt with $name', ({ layers, convolutions = [] }) => {
      const tally: Tally = {
        checked: 0,
        leftOut: 0,
        silent: 0,
        simultaneous: 0,
        mismatches: [],
      };
      CODINGS.forEach((coding, c) => {
        const spec = smallSpec({ layers, convolutions, coding, response });
        for (let n = 0; n < SAMPLES; n++) checkSample(spec, loss, [c, n], tally);
      });
      expect(tally.mismatches.slice(0, 5)).toEqual([]);
      expect(tally.checked).toBeGreaterThan(3 * tally.leftOut);
      expect(tally.silent).toBeGreaterThan(0);
      expect(tally.simultaneous).toBeGreaterThan(0);
    });
  });
});

function checkSample(spec: NetworkSpec, loss: LossName, words: number[], tally: Tally): void {
  // A wide margin and a soft temperature, so that most samples have errors.
  const settings: LossSettings = { loss, margin: 0.7, temperature: 0.3 };
  const random = testRandom(77, layerCount(spec), ...words);
  const weights = smallWeights(spec, random);
  if (words[1] === 1) makeTwins(spec, weights);
  const image = smallImage(spec, random, words[1]! % 2 === 0 ? 4 : 255);
  const input = encode(spec, image);
  const target = random.below(3);
  const pass = forwardVolley(spec, weights, input);
  const gradients = weights.map((layer) => new Float64Array(layer.length));
  const back = backward(spec, weights, pass, target, settings, gradients);
  count(input, pass, tally);
  const parameters = weights.reduce((sum, layer) => sum + layer.length, input.order.length);
  if (hasFloored(pass, back)) {
    tally.leftOut += parameters;
    return;
  }

  const plans = layerPlans(spec);
  const output = pass.layers[pass.layers.length - 1]!;
  const causal = causalSets(spec, input, pass);
  const difference = (set: (value: number) => Volley, value: number): number | undefined => {
    const losses = [value + STEP, value - STEP].map((x) => {
      const shifted = set(x);
      const other = forwardVolley(spec, weights, shifted);
      return causalSets(spec, shifted, other) === causal
        ? lossOf(spec, other, target, settings)
        : NaN;
    });
    set(value);
    return (losses[0]! - losses[1]!) / (2 * STEP);
  };
  const check = (where: string, numeric: number | undefined, analytic: number): void => {
    if (numeric === undefined || Number.isNaN(numeric)) {
      tally.leftOut++;
      return;
    }
    tally.checked++;
    const error = Math.abs(numeric - analytic);
    if (!(error <= 1e-6 + 1e-5 * Math.abs(analytic)))
      tally.mismatches.push(`${words.join('/')} ${where}: ${analytic} but measured ${numeric}`);
  };

  weights.forEach((layer, l) => {
    layer.forEach((w, i) => {
      const j = Math.floor(i / plans[l]!.inputs);
      const isPushed =
        l === weights.length - 1 && output.volley.times[j] === Infinity && back.error[j]! > 0;
      const set = (value: number): Volley => {
        layer[i] = value;
        return input;
      };
      const where = `layer ${l + 1}, neuron ${j}, from ${i % plans[l]!.inputs}`;
      check(where, isPushed ? undefined : difference(set, w), gradients[l]![i]!);
    });
  });
  for (const i of input.order) {
    const set = (value: number): Volley => {
      const times = input.times.slice();
      times[i] = value;
      return { times, multiplicity: input.multiplicity, order: order(times) };
    };
    check(`input time ${i}`, difference(set, input.times[i]!), back.deltas[0]![i]!);
  }
}

/** Two hidden neurons with the same weights spike at the same time. */
function makeTwins(spec: NetworkSpec, weights: Float64Array[]): void {
  const plans = layerPlans(spec);
  weights
    .slice(0, -1)
    .forEach((layer, l) => layer.copyWithin(plans[l]!.inputs, 0, plans[l]!.inputs));
}

function lossOf(spec: NetworkSpec, pass: Forward, target: number, settings: LossSettings): number {
  const depth = layerCount(spec);
  const { times } = pass.layers[depth - 1]!.volley;
  return outputError(times, target, layerDeadline(spec, depth), settings).loss;
}

/** Every neuron's causal set, by its members: the order of simultaneous spikes does not matter. */
function causalSets(spec: NetworkSpec, input: Volley, pass: Forward): string {
  const sets = layerPlans(spec).map((plan, l) => {
    const presynaptic = l === 0 ? input : pass.layers[l - 1]!.volley;
    const trace = pass.layers[l]!;
    return Array.from(trace.causal, (_, j) =>
      causesOf(plan, presynaptic, trace, j).toSorted().join(),
    );
  });
  return JSON.stringify(sets);
}

function hasFloored(pass: Forward, { deltas }: Backward): boolean {
  return pass.layers.some((trace, l) =>
    trace.slope.some((slope, j) => slope > 0 && slope < SLOPE_FLOOR && deltas[l + 1]![j] !== 0),
  );
}

function count(input: Volley, pass: Forward, tally: Tally): void {
  for (const { times, order } of [input, ...pass.layers.map((trace) => trace.volley)]) {
    tally.silent += times.length - order.length;
    tally.simultaneous += order.length - new Set(Array.from(order, (i) => times[i])).size;
  }
}
