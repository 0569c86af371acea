import { expect, test } from 'vitest';
import { causalSet, predictShift, runEdited } from '../../../model/explain-what-if';
import { course, shown, silence, why } from '../default-model.node';
import { figures as f } from './figures';

const asItIs = await course(f.image);
const { spec, weights, input } = asItIs;
const { time, threshold, causes, contributions } = (() => {
  const { time, settings, causal, contributions } = why(asItIs, 2, f.neuron);
  return { time, threshold: settings.threshold, causes: causal, contributions };
})();
const causal = contributions.filter((c) => c.causal);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

test('so many causes make it fire then', () => {
  expect([asItIs.answer.class, shown(time), causes]).toEqual([f.neuron, f.time, f.causes]);
});

test('their shares sum to the threshold', () => {
  expect(threshold).toBe(f.threshold);
  expect(sum(causal.map((c) => c.adds))).toBeCloseTo(f.threshold, 12);
});

test('the largest share and the last are these', () => {
  const top = causal.toSorted((a, b) => b.adds - a.adds)[0]!;
  for (const [c, said] of [[top, f.top] as const, [causal.at(-1)!, f.last] as const]) {
    expect(c.presynaptic).toBe(said.neuron);
    expect([shown(c.time), shown(c.adds)]).toEqual([said.time, said.adds]);
  }
  expect(shown(top.byTime)).toBe(f.top.byTime);
});

test('all derivatives by time sum to 1, and every one by a weight is below 0', () => {
  expect(sum(causal.map((c) => c.byTime))).toBeCloseTo(1, 12);
  expect(Math.max(...causal.map((c) => c.byWeight))).toBeLessThan(0);
});

test('without the top cause it moves about as far as predicted', async () => {
  const edits = [silence(f.top.neuron)];
  const without = await course(f.image, edits);
  const then = without.layers[1]!.volley.times[f.neuron]!;
  expect(without.answer.class).toBe(f.neuron);
  expect(shown(predictShift(asItIs, edits, 2, f.neuron)!)).toBe(f.predicted);
  expect([shown(then - time), shown(then)]).toEqual([f.real, f.without]);
  const before = causalSet(asItIs, 2, f.neuron);
  const after = causalSet(without, 2, f.neuron);
  expect([...after].filter((i) => !before.has(i))).toEqual([f.joined]);
  expect([...before].filter((i) => !after.has(i))).toEqual([f.top.neuron]);
});

test('with all pixels later the answer is as much later', () => {
  const times = input.times.map((t) => t + f.later);
  const { answer } = runEdited(spec, weights, { ...input, times }, []);
  expect([answer.class, shown(answer.decisionTime!)]).toEqual([f.neuron, f.laterTime]);
});
