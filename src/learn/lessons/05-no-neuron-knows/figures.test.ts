import { expect, test } from 'vitest';
import { causalSet, predictShift } from '../../../model/explain-what-if';
import { course, shown, silence, why } from '../default-model.node';
import { figures as f } from './figures';

const asItIs = await course(f.image);
const { order } = asItIs.layers[0]!.volley;
const timeOf = ({ layers }: typeof asItIs) => layers[1]!.volley.times[f.winner]!;
/** With the first `count` of the neurons silent. */
const without = (count: number) =>
  course(
    f.image,
    f.silenced.slice(0, count).map((neuron) => silence(neuron)),
  );

test('no hidden neuron alone changes the answer', async () => {
  expect(order).toHaveLength(f.hiddenSpikes);
  for (const neuron of order) {
    const { answer } = await course(f.image, [silence(neuron)]);
    expect(answer.class, `without hidden ${neuron}`).toBe(f.winner);
  }
});

test('nor do any two', async () => {
  let pairs = 0;
  for (const [n, a] of order.entries()) {
    for (const b of order.subarray(n + 1)) {
      pairs++;
      const { answer } = await course(f.image, [silence(a), silence(b)]);
      expect(answer.class, `without hidden ${a} and ${b}`).toBe(f.winner);
    }
  }
  expect(pairs).toBe(f.pairs);
});

test.each(f.silenced.map((neuron, k) => [neuron, k] as const))(
  'hidden %i is the top cause once %i are silent',
  async (neuron, k) => {
    const { contributions } = why(await without(k), 2, f.winner);
    const top = contributions.filter((c) => c.causal).toSorted((a, b) => b.adds - a.adds)[0];
    expect(top!.presynaptic).toBe(neuron);
    expect(shown(timeOf(await without(k + 1)))).toBe(f.times[k]);
  },
);

test('the answer changes with the last of them and not before', async () => {
  for (let count = 0; count < f.silenced.length; count++)
    expect((await without(count)).answer.class).toBe(f.winner);
  expect(shown(asItIs.answer.decisionTime!)).toBe(f.decision);
  expect(shown((await without(f.silenced.length - 1)).answer.margin!)).toBe(f.leadBefore);
  const { answer } = await without(f.silenced.length);
  expect([answer.class, shown(answer.decisionTime!)]).toEqual([f.other, f.otherTime]);
});

test('it moves further than predicted, since it rises less steeply; what joined its causes helps', async () => {
  const all = await without(f.silenced.length);
  const edits = f.silenced.map((neuron) => silence(neuron));
  expect(shown(predictShift(asItIs, edits, 2, f.winner)!)).toBe(f.predicted);
  expect(shown(timeOf(all) - timeOf(asItIs))).toBe(f.real);
  const before = causalSet(asItIs, 2, f.winner);
  const after = causalSet(all, 2, f.winner);
  expect([...after].filter((i) => !before.has(i))).toHaveLength(f.joined);
  expect([...before].filter((i) => !after.has(i))).toHaveLength(f.left);

  const { slope, contributions } = why(asItIs, 2, f.winner);
  expect(shown(slope, 2)).toBe(f.slope);
  const left = contributions.filter((c) => after.has(c.presynaptic) && c.causal);
  const rise = left.reduce((sum, c) => sum + c.weight, 0);
  expect(shown(rise, 2)).toBe(f.slopeLeft);
  // t = (theta + sum w t) / sum w, of these causes alone.
  const then = left.reduce((sum, c) => sum + c.weight * c.time, asItIs.spec.threshold) / rise;
  expect(shown(then)).toBe(f.withoutJoined);
  expect(then).toBeGreaterThan(timeOf(all));
});
